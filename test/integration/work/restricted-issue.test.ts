/** An issue whose security level was set after it was attached: what is said of it to those who cannot see it any more. */
import type { CallName, Parsed } from '../../../src/contract/calls';
import { localDate } from '../../../src/domain/dates';
import type { AccountId, IssueId } from '../../../src/domain/ids';
import { exportMacro } from '../../../src/usecases/macro/export-macro';
import { panelStatus } from '../../../src/usecases/panel/panel-status';
import { afterIssueUpdated } from '../../../src/usecases/work/after-event';
import { catchUp } from '../../../src/usecases/work/catch-up';
import { keepPrecomputations } from '../../../src/usecases/jql/keep-precomputations';
import {
  call,
  checkInOn,
  makeKeyResult,
  makeObjective,
  makeTeam,
  makeCycle,
  newId,
  unwrap,
} from '../../builders/world';
import { jonas, marta, openJiraSite, type JiraSite } from './jira-site';

let site: JiraSite;
let world: Awaited<ReturnType<typeof attachedThenRestricted>>;
beforeEach(async () => {
  site = await openJiraSite();
  world = await attachedThenRestricted();
});
afterEach(async () => {
  expect(site.problems).toEqual([]);
  await site.close();
});

/** Ids of the local site's security levels: both for investigators, the second one without apps. */
const level = { investigators: '10040', withoutApps: '10041' };

/** A key result of Jonas's, with an epic that he sees until it is for investigators alone; a story of it stays open to all. */
async function attachedThenRestricted() {
  const teamId = await makeTeam(site, { projectIds: [await site.projectId('GROW')] });
  const cycleId = await makeCycle(site);
  const objectiveId = await makeObjective(site, { teamId, cycleId }, { owner: jonas });
  const keyResultId = await makeKeyResult(site, objectiveId, { owner: jonas });
  await checkInOn(site, keyResultId, { '2026-05-05': 50, '2026-05-12': 52 });
  const epic = await site.createIssue('Epic', {});
  const story = await site.createIssue('Story', { parent: epic });
  const initiativeId = newId<'initiative'>();
  unwrap(
    await call(site, marta, 'initiative.attach', {
      keyResultId,
      issues: [{ initiativeId, issueId: epic }],
      requestId: newId<'request'>(),
      hypothesis: { kind: 'left-to-owner' },
      publicName: '',
    }),
  );
  return { teamId, cycleId, objectiveId, keyResultId, epic, story, initiativeId };
}

async function restrict(to: string): Promise<void> {
  await site.edit(world.epic, { security: { id: to } });
}

/** What a call answers this person, as the text it crosses the wire as. */
async function told<N extends CallName>(by: AccountId, name: N, input: Parsed<N>): Promise<string> {
  return JSON.stringify(unwrap(await call(site, by, name, input)));
}

test('it is found by those who may see it, and by nobody else, in searches answered before and after', async () => {
  const jql = 'issue in servesKeyResult("KR-1")';
  const { epic, story } = world;
  expect(await site.search(jonas, jql)).toEqual([epic, story]);
  await restrict(level.investigators);
  // Nor the story: it serves through a parent that Jira does not tell Jonas of.
  expect(await site.search(jonas, jql)).toEqual([]);
  await afterIssueUpdated(site.upkeep(), epic);
  await keepPrecomputations(site.upkeep(), 'all');
  expect(await site.search(jonas, jql)).toEqual([]);
  await expect(site.search(jonas, `issue = ${epic}`)).rejects.toThrow();
  expect(await site.search(marta, jql)).toEqual([epic, story]);
});

test('its work counts on, and no view, export or refusal names it', async () => {
  const { epic, story, keyResultId, teamId, cycleId } = world;
  await restrict(level.investigators);
  await site.move(story, 'Done');
  site.setNow('2026-05-12T10:00:00.000Z');
  expect((await catchUp(site.upkeep())).ok).toBe(true);
  expect(await site.repositories.work.find(epic)).toMatchObject({ done: 1, counted: 1, gone: false });
  expect(site.property(epic)).toEqual({ linked: true, keyResults: ['KR-1'] });

  const projectIds = [await site.projectId('GROW')];
  const answers = [
    await told(jonas, 'key-result.read', { id: keyResultId }),
    await told(jonas, 'overview.read', { cycleId, teamId, projectId: null }),
    await told(jonas, 'planning.read', { projectIds }),
    await told(jonas, 'mine.read', {}),
    await told(jonas, 'panel.read', { issueId: story, ancestorIds: [epic] }),
    await told(jonas, 'macro.read', { show: { kind: 'key-result', id: keyResultId } }),
    await told(jonas, 'learning.read', { teamId: null, before: null }),
  ];
  for (const answer of answers) expect(answer).not.toMatch(/GROW-\d|Epic of a test/);
  // It is there, as an id that Jira tells those who may see it more of.
  expect(answers.slice(0, 6).every((answer) => answer.includes(`"${epic}"`))).toBe(true);

  const { okrs } = site.repositories;
  const document = JSON.stringify(
    await exportMacro({ okrs, now: site.now() }, { kind: 'key-result', id: keyResultId }, 'en-GB'),
  );
  expect(document).toContain('An issue: 1 of 1 done');
  expect(document).not.toMatch(/GROW-\d|Epic of a test/);
  expect(document).not.toContain(epic);
});

test('whoever cannot see it any more can do nothing to it that Jira would show, and is told what is said of no issue at all', async () => {
  await restrict(level.investigators);
  const attach = async (issueId: IssueId) =>
    call(site, jonas, 'initiative.attach', {
      keyResultId: await makeKeyResult(site, world.objectiveId, { owner: jonas }),
      issues: [{ initiativeId: newId<'initiative'>(), issueId }],
      requestId: newId<'request'>(),
      hypothesis: { kind: 'skipped' },
      publicName: '',
    });
  const runWork = (issueId: IssueId) =>
    call(site, jonas, 'run-work.mark', {
      isRunWork: true,
      marks: [{ id: newId<'run-work'>(), issueId }],
    });
  const nowhere = '99999999' as IssueId;
  const hidden = await attach(world.epic);
  expect(hidden).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
  expect(hidden).toEqual(await attach(nowhere));
  const marked = await runWork(world.epic);
  expect(marked).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
  expect(marked).toEqual(await runWork(nowhere));
  // The key result is theirs: they may still say when people got it, and take it off.
  unwrap(
    await call(site, jonas, 'initiative.set-live', {
      id: world.initiativeId,
      version: 1,
      requestId: newId<'request'>(),
      on: localDate('2026-05-04'),
      why: 'Announced that day.',
    }),
  );
});

test('hidden from apps too it is marked as not to be found, loses nothing, and comes back when it is opened', async () => {
  const { epic, story } = world;
  await site.move(story, 'Done');
  await afterIssueUpdated(site.upkeep(), epic);
  await restrict(level.withoutApps);
  site.setNow('2026-05-12T10:00:00.000Z');
  await afterIssueUpdated(site.upkeep(), epic);
  expect(await site.repositories.work.find(epic)).toMatchObject({ gone: true, done: 1, counted: 1 });
  // Jira tells the app no parent that it may not see.
  expect(await panelStatus(site.upkeep(), story)).toEqual({ label: 'serves no key result', type: 'default' });

  await site.edit(epic, { security: null });
  site.setNow('2026-05-12T11:00:00.000Z');
  await afterIssueUpdated(site.upkeep(), epic);
  expect(await site.repositories.work.find(epic)).toMatchObject({ gone: false, done: 1, counted: 1 });
});
