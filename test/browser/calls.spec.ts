import { dayFromNow } from './builders/days';
import { makeKpi } from './builders/kpi';
import { people } from './builders/people';
import type { World } from './builders/world';
import { expect, test } from './fixtures';
import { Calls, type Cost } from './pages/calls';
import { ClosingPage } from './pages/closing-page';
import { DraftPage } from './pages/draft-page';
import { MeetingPage } from './pages/meeting-page';
import { SettingsPage } from './pages/settings-page';

/** Design §7: replies up to 200 KB, and at most one Jira call for 100 issues. */
const mostBytes = 200_000;
const issuesACall = 100;

/** An epic with twelve stories that serves a key result with a check-in: everything a surface can show. */
async function worldWithWork(world: World) {
  const keyResult = await world.keyResult('Everything to show');
  await world.checkIn(keyResult, dayFromNow(0), 55);
  const { epic, stories } = await world.epic('Work of every kind', 12);
  await world.attach(keyResult, [epic]);
  return { keyResult, epic, stories };
}

/** Requests that read issues. */
const issueReads = ({ jira }: Cost) => jira.filter((call) => /\/(issue\/bulkfetch|search\/jql)$/.test(call));
/** Requests that read people. */
const peopleReads = ({ jira }: Cost) => jira.filter((call) => /\/user\/bulk/.test(call));

function meetsBars(cost: Cost, statements: number, issues: number): void {
  expect(cost.invokes.length).toBeLessThanOrEqual(1);
  expect(cost.statements).toBeLessThanOrEqual(statements);
  expect(issueReads(cost).length).toBeLessThanOrEqual(Math.ceil(issues / issuesACall));
  expect(peopleReads(cost).length).toBeLessThanOrEqual(1);
  expect(cost.bytes).toBeLessThanOrEqual(mostBytes);
}

test('opening the issue panel asks once: one call, one statement, one request for its issues', async ({
  site,
  world,
  issue,
  page,
}) => {
  const { keyResult, epic } = await worldWithWork(world);
  await site.becomes(people.tom.role);
  await issue.opens(epic);
  const cost = await new Calls(page).during(async () => {
    await (await issue.opensWaymark()).serving(keyResult).hasWork('0 of 12 stories done');
  });
  expect(cost.invokes).toEqual(['panel.read']);
  expect(cost.statements).toBe(1);
  meetsBars(cost, 1, 13);
});

test('the overview asks once, with at most four statements', async ({ site, world, okrs, page }) => {
  const { keyResult } = await worldWithWork(world);
  await site.becomes(people.tom.role);
  const cost = await new Calls(page).during(async () => {
    await okrs.opens(world.route);
    await okrs.row(keyResult).shows('60% would be on pace');
  });
  expect(cost.invokes).toEqual(['overview.read']);
  meetsBars(cost, 4, 1);
});

test('the team’s check-in, the same alone, its digest and Mine ask once each, with at most four statements', async ({
  site,
  world,
  okrs,
  page,
}) => {
  const { keyResult } = await worldWithWork(world);
  const silent = await world.keyResult('Nobody said');
  await site.becomes(people.priya.role);
  const meeting = new MeetingPage(page);
  const calls = new Calls(page);
  const team = await calls.during(async () => {
    await meeting.opens(world);
    await expect(meeting.keyResult(keyResult)).toContainText('60% would be on pace');
  });
  expect(team.invokes).toEqual(['meeting.read']);
  meetsBars(team, 4, 0);
  await meeting.button('End and keep the digest').click();
  await expect(meeting.section('Progress')).toContainText(keyResult.title);
  const digest = await calls.during(async () => {
    await page.reload();
    await expect(meeting.section('Progress')).toContainText(keyResult.title);
  });
  expect(digest.invokes).toEqual(['digest.read']);
  meetsBars(digest, 4, 1);
  for (const [route, call] of [
    ['/check-in?alone=1', 'meeting.alone'],
    ['/mine', 'mine.read'],
  ] as const) {
    const cost = await calls.during(async () => {
      await okrs.opens(route);
      await expect(okrs.frame.getByText(silent.title).first()).toBeVisible();
    });
    expect(cost.invokes, route).toEqual([call]);
    meetsBars(cost, 4, 100);
  }
});

test('closing a team’s cycle asks once, with at most four statements', async ({ site, world, page }) => {
  const { keyResult } = await worldWithWork(world);
  await world.startsScoring();
  await site.becomes(people.priya.role);
  const closing = new ClosingPage(page);
  const cost = await new Calls(page).during(async () => {
    await closing.opens(world);
    // 15 of 40 points: 0.375.
    await expect(closing.keyResult(keyResult)).toContainText('Its measurements suggest 0.3');
  });
  expect(cost.invokes).toEqual(['closing.read']);
  meetsBars(cost, 4, 1);
});

test('a key result’s page asks once, with at most four statements', async ({
  site,
  world,
  keyResult,
  page,
}) => {
  const { keyResult: shown, epic } = await worldWithWork(world);
  await site.becomes(people.tom.role);
  const cost = await new Calls(page).during(async () => {
    await keyResult.opens(shown);
    await expect(keyResult.initiative(epic.key)).toBeVisible();
  });
  expect(cost.invokes).toEqual(['key-result.read']);
  meetsBars(cost, 4, 1);
});

test('the dialogs ask once each, with at most four statements', async ({
  site,
  world,
  issue,
  keyResult,
  page,
}) => {
  const { keyResult: shown, epic } = await worldWithWork(world);
  await site.becomes(people.tom.role);
  const calls = new Calls(page);

  await keyResult.opens(shown);
  await expect(keyResult.initiative(epic.key)).toBeVisible();
  const checkIn = await calls.during(async () => {
    await expect((await keyResult.checksIn()).value).toBeFocused();
  });
  expect(checkIn.invokes).toEqual(['key-result.read']);
  meetsBars(checkIn, 4, 0);

  await keyResult.opens(shown);
  await expect(keyResult.initiative(epic.key)).toBeVisible();
  const attachMany = await calls.during(async () => {
    await (await keyResult.attachesSeveral()).says(/^Find the issues that should move this key result/);
  });
  expect(attachMany.invokes).toEqual(['key-result.read']);
  meetsBars(attachMany, 4, 0);

  await issue.opens(epic);
  const panel = await issue.opensWaymark();
  await panel.serving(shown).hasWork('0 of 12 stories done');
  const attach = await calls.during(async () => {
    await (await panel.attaches()).says(/^Most likely first/);
  });
  expect(attach.invokes).toEqual(['key-result.search']);
  meetsBars(attach, 4, 13);
});

test('every other page asks once, with at most four statements', async ({ site, world, okrs, page }) => {
  await worldWithWork(world);
  const objective = await world.objective('Nobody waits for an answer');
  const kpi = await makeKpi(world, `Churn ${world.word}`);
  await site.becomes(people.marta.role);
  const calls = new Calls(page);
  const settings = new SettingsPage(page);
  const { frame } = okrs;
  const pages: [string, () => Promise<void>, string][] = [
    [
      '/start',
      () => expect(frame.getByRole('textbox', { name: 'Team’s name' })).toBeVisible(),
      'directory.read',
    ],
    ['/teams', () => expect(frame.getByText(world.team.name).first()).toBeVisible(), 'directory.read'],
    ['/cycles', () => expect(frame.getByText(world.cycle.name).first()).toBeVisible(), 'directory.read'],
    ['/history', () => expect(frame.getByText(world.team.name).first()).toBeVisible(), 'site-history.read'],
    [
      '/export',
      () => expect(frame.getByRole('button', { name: 'Make the file' })).toBeVisible(),
      'directory.read',
    ],
    [
      `/review?cycle=${world.cycle.id}`,
      () => expect(frame.getByRole('heading', { level: 2, name: world.team.name })).toBeVisible(),
      'review.read',
    ],
    [
      `/map?cycle=${world.cycle.id}`,
      () => expect(frame.getByRole('treeitem', { name: objective.title })).toBeVisible(),
      'map.read',
    ],
    [
      `/objectives/${objective.id}`,
      () => expect(frame.getByRole('heading', { level: 2, name: 'Supported by' })).toBeVisible(),
      'objective.read',
    ],
    ['/kpis', () => expect(frame.getByRole('link', { name: kpi.name })).toBeVisible(), 'kpi.list'],
    [
      `/kpis/${kpi.id}`,
      () => expect(frame.getByRole('heading', { level: 1, name: kpi.name })).toBeVisible(),
      'kpi.read',
    ],
    ['/import', () => expect(frame.getByLabel('Choose a file')).toBeAttached(), 'directory.read'],
  ];
  for (const [route, isWhole, call] of pages) {
    const cost = await calls.during(async () => {
      await okrs.opens(route);
      await isWhole();
    });
    expect(cost.invokes, route).toEqual([call]);
    // History names the issues that were attached, those of its first page in one request.
    meetsBars(cost, 4, route === '/history' ? 100 : 0);
  }

  const ofSettings = await calls.during(async () => {
    await settings.opens();
    await settings.database('Ready');
  });
  expect(ofSettings.invokes).toEqual(['settings.read']);
  meetsBars(ofSettings, 4, 0);

  const ofProject = await calls.during(async () => {
    await okrs.opensProject('GROW');
    await expect(okrs.frame.getByRole('heading', { level: 1 })).toBeVisible();
  });
  expect(ofProject.invokes).toEqual(['overview.read']);
  meetsBars(ofProject, 4, 100);
});

test('a draft, and how far it is, each ask once for the OKRs and what was learned', async ({
  site,
  world,
  okrs,
  page,
}) => {
  const cycle = await world.draftsNextCycle();
  await site.becomes(people.priya.role);
  const draft = new DraftPage(page);
  const calls = new Calls(page);
  const since = performance.now();
  const writing = await calls.during(async () => {
    await draft.opens(world, cycle);
    await expect(draft.frame.getByText('Nothing is written yet')).toBeVisible();
  });
  // Whoever looks for five seconds reads it again: people write it together.
  expect(new Set(writing.invokes)).toEqual(new Set(['draft.read']));
  expect(writing.invokes.length).toBeLessThanOrEqual(1 + Math.floor((performance.now() - since) / 5_000));
  expect(writing.statements).toBeLessThanOrEqual(4 * writing.invokes.length);
  expect(writing.bytes).toBeLessThanOrEqual(mostBytes * writing.invokes.length);
  expect(writing.jira).toEqual([]);
  await okrs.opens('/teams');
  await okrs.isHeaded('Teams');
  const preparing = await calls.during(async () => {
    await okrs.opens(`/cycles/${cycle.id}/prepare?team=${world.team.id}`);
    await expect(okrs.frame.getByRole('region', { name: 'Still missing' })).toBeVisible();
  });
  expect(preparing.invokes).toEqual(['preparation.read']);
  meetsBars(preparing, 4, 0);
});
