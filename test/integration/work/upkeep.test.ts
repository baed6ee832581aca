import { sql } from 'drizzle-orm';
import { database } from '../../../src/storage/database';
import { attachIssues } from '../../../src/usecases/initiative/attach-issues';
import { detachInitiative } from '../../../src/usecases/initiative/detach-initiative';
import {
  afterIssueDeleted,
  afterIssueUpdated,
  afterProjectEvent,
} from '../../../src/usecases/work/after-event';
import { panelStatus } from '../../../src/usecases/panel/panel-status';
import { catchUp } from '../../../src/usecases/work/catch-up';
import { keepIssues } from '../../../src/usecases/work/keep-issues';
import { continueReconcile, reconcile } from '../../../src/usecases/work/reconcile';
import type { JiraAnswer } from '../../../src/atlassian/jira-request';
import type { Instant } from '../../../src/domain/dates';
import type { IssueId } from '../../../src/domain/ids';
import type { SiteReading } from '../../../src/contract/readings';
import { saveSettings as save } from '../../../src/usecases/settings/save-settings';
import { makeWorld, newId, people, unwrap } from '../../builders/world';
import { marta, openJiraSite, type JiraSite } from './jira-site';

let site: JiraSite;
let world: Awaited<ReturnType<typeof makeWorld>>;

beforeEach(async () => {
  site = await openJiraSite();
  world = await makeWorld(site);
});
afterEach(async () => {
  expect(site.problems).toEqual([]);
  await site.close();
});

/** An epic with three stories, attached as Marta. */
async function attachedEpic() {
  const epic = await site.createIssue('Epic', {});
  const stories = [];
  for (let n = 0; n < 3; n += 1) stories.push(await site.createIssue('Story', { parent: epic }));
  const initiativeId = await attach(epic);
  return { epic, stories, initiativeId };
}

async function attach(issueId: IssueId) {
  const initiativeId = newId<'initiative'>();
  unwrap(
    await attachIssues(site.as(marta), {
      keyResultId: world.keyResultId,
      issues: [{ initiativeId, issueId }],
      requestId: newId<'request'>(),
      hypothesis: { kind: 'skipped' },
      publicName: '',
    }),
  );
  return initiativeId;
}

function answered<T>(answer: JiraAnswer<T>): T {
  if (!answer.ok) throw new Error(answer.unavailable.reason);
  return answer.value;
}

const workOf = (issue: IssueId) => site.repositories.work.find(issue);

test('stories done in Jira are counted by the next catch-up, with the days of their moves in the team’s time zone', async () => {
  const { epic, stories } = await attachedEpic();
  // 22:30 UTC is the next day in Berlin, where the team lives.
  site.setNow('2026-05-12T22:30:00.000Z');
  await site.move(stories[0] ?? epic, 'In Progress');
  site.setNow('2026-05-14T10:00:00.000Z');
  await site.move(stories[0] ?? epic, 'Done');
  await site.move(stories[1] ?? epic, "Won't Do");
  site.setNow('2026-05-14T10:04:00.000Z');
  answered(await catchUp(site.upkeep()));
  expect(await workOf(epic)).toMatchObject({
    unit: 'count',
    done: 1,
    counted: 2,
    leftOut: 1,
    category: 'new',
    startedOn: '2026-05-13',
    doneOn: null,
    firstChildDoneOn: '2026-05-14',
    asOf: '2026-05-14T10:04:00.000Z',
  });
});

test('a catch-up where nothing changed costs one Jira search and one count for a hundred attached issues', async () => {
  await attachedEpic();
  await attachedEpic();
  site.setNow('2026-05-12T10:00:00.000Z');
  answered(await catchUp(site.upkeep()));
  site.setNow('2026-05-12T10:05:00.000Z');
  expect(await site.requests(() => catchUp(site.upkeep()))).toEqual([
    'POST /rest/api/3/search/jql',
    'POST /rest/api/3/search/approximate-count',
  ]);
});

test('children that left their parent are noticed by the next catch-up, wherever they went', async () => {
  const { epic, stories } = await attachedEpic();
  const other = await attachedEpic();
  const elsewhere = await site.createIssue('Epic', {});
  const [moved, freed, deleted] = stories;
  if (!moved || !freed || !deleted) throw new Error('an epic has three stories');
  answered(await catchUp(site.upkeep()));

  await site.edit(moved, { parent: { id: other.epic } });
  site.setNow('2026-05-12T10:00:00.000Z');
  answered(await catchUp(site.upkeep()));
  expect(await workOf(epic)).toMatchObject({ counted: 2, asOf: '2026-05-12T10:00:00.000Z' });
  expect(await workOf(other.epic)).toMatchObject({ counted: 4 });

  await site.edit(moved, { parent: { id: elsewhere } });
  await site.edit(freed, { parent: null });
  site.setNow('2026-05-12T10:05:00.000Z');
  answered(await catchUp(site.upkeep()));
  expect(await workOf(epic)).toMatchObject({ counted: 1 });
  expect(await workOf(other.epic)).toMatchObject({ counted: 3 });

  await site.deleteIssue(deleted);
  site.setNow('2026-05-12T10:10:00.000Z');
  answered(await catchUp(site.upkeep()));
  expect(await workOf(epic)).toMatchObject({ counted: 0, children: 0 });
  expect(await site.requests(() => catchUp(site.upkeep()))).toEqual([
    'POST /rest/api/3/search/jql',
    'POST /rest/api/3/search/approximate-count',
  ]);
});

test('an attached issue that gets a parent of its own keeps serving, and counts beneath both', async () => {
  const { epic } = await attachedEpic();
  const story = await site.createIssue('Story', {});
  await attach(story);
  await site.edit(story, { parent: { id: epic } });
  await site.move(story, 'Done');
  site.setNow('2026-05-12T10:00:00.000Z');
  answered(await catchUp(site.upkeep()));
  answered(await afterIssueUpdated(site.upkeep(), story));
  expect(await workOf(epic)).toMatchObject({ done: 1, counted: 4 });
  expect(await workOf(story)).toMatchObject({ category: 'done', counted: 0, gone: false });
});

test('two catch-ups at once, and a late one, leave what was seen last', async () => {
  const { epic, stories } = await attachedEpic();
  site.setNow('2026-05-12T10:00:00.000Z');
  const early = site.upkeep();
  await site.move(stories[0] ?? epic, 'Done');
  site.setNow('2026-05-12T10:05:00.000Z');
  const late = site.upkeep();
  await Promise.all([catchUp(late), catchUp(site.upkeep())]);
  await site.move(stories[0] ?? epic, 'To Do');
  answered(await keepIssues(early, [epic]));
  expect(await workOf(epic)).toMatchObject({ done: 1, counted: 3, asOf: '2026-05-12T10:05:00.000Z' });
});

test('an issue done and opened again has no day of being done', async () => {
  const { epic } = await attachedEpic();
  await site.move(epic, 'In Progress');
  site.setNow('2026-05-13T10:00:00.000Z');
  await site.move(epic, 'Done');
  answered(await afterIssueUpdated(site.upkeep(), epic));
  expect(await workOf(epic)).toMatchObject({
    category: 'done',
    startedOn: '2026-05-12',
    doneOn: '2026-05-13',
  });
  site.setNow('2026-05-15T10:00:00.000Z');
  await site.move(epic, 'To Do');
  answered(await afterIssueUpdated(site.upkeep(), epic));
  expect(await workOf(epic)).toMatchObject({ category: 'new', startedOn: '2026-05-12', doneOn: null });
});

test('a moved issue is found where it lives now', async () => {
  const { epic, initiativeId } = await attachedEpic();
  await site.moveToProject(epic, 'LEARN');
  answered(await afterIssueUpdated(site.upkeep(), epic));
  const learn = await site.projectId('LEARN');
  expect(await site.repositories.initiatives.find(initiativeId)).toMatchObject({ projectId: learn });
  expect(await workOf(epic)).toMatchObject({ projectId: learn, gone: false });
});

test('a deleted issue is gone with its last count kept, whichever event comes first', async () => {
  const { epic, stories } = await attachedEpic();
  await site.move(stories[0] ?? epic, 'Done');
  answered(await afterIssueUpdated(site.upkeep(), epic));
  for (const story of stories) await site.deleteIssue(story);
  await site.deleteIssue(epic);
  expect(await site.requests(() => afterIssueDeleted(site.upkeep(), epic))).toEqual([]);
  expect(await workOf(epic)).toMatchObject({ gone: true, done: 1, counted: 3 });
  // The update that came before the deletion arrives after it.
  answered(await afterIssueUpdated(site.upkeep(), epic));
  expect(await workOf(epic)).toMatchObject({ gone: true, done: 1, counted: 3 });
});

test('an issue deleted without an event is found by the catch-up, and does not stop the others', async () => {
  const { epic } = await attachedEpic();
  const lost = await site.createIssue('Epic', {});
  await attach(lost);
  await site.deleteIssue(lost);
  const story = await site.createIssue('Story', { parent: epic });
  await site.move(story, 'Done');
  answered(await catchUp(site.upkeep()));
  expect(await workOf(lost)).toMatchObject({ gone: true });
  expect(await workOf(epic)).toMatchObject({ done: 1, counted: 4, gone: false });
});

test('of a deleted project, issues still there are gone and those moved away before are not', async () => {
  const stays = await site.createIssue('Epic', { project: 'PAY' });
  const moved = await site.createIssue('Epic', { project: 'PAY' });
  await attach(stays);
  await attach(moved);
  const pay = await site.projectId('PAY');
  await site.moveToProject(moved, 'GROW');
  await site.deleteProject('PAY');
  expect(answered(await afterProjectEvent(site.upkeep(), pay))).toBe(1);
  expect(await workOf(stays)).toMatchObject({ gone: true });
  expect(await workOf(moved)).toMatchObject({ gone: false, projectId: await site.projectId('GROW') });
});

test('a child of a restricted project counts in the stored work without being named', async () => {
  const epic = await site.createIssue('Epic', { project: 'TRUST' });
  const story = await site.createIssue('Story', { project: 'TRUST', parent: epic });
  await site.move(story, 'Done');
  await attach(epic);
  expect(await workOf(epic)).toMatchObject({ done: 1, counted: 1 });
});

test('reconcile recounts what no event told, and takes property and work back to the truth', async () => {
  const { epic, stories } = await attachedEpic();
  const written = site.property(epic);
  await site.deleteIssue(stories[2] ?? epic);
  site.faults.plan({ match: 'properties/waymark', at: 1, kind: '500', times: 1 });
  const loose = await site.createIssue('Epic', {});
  await attach(loose);
  expect(site.property(loose)).toBeUndefined();

  expect(answered(await reconcile(site.upkeep()))).toEqual({ issues: 2, gone: 0, finished: true });
  expect(await workOf(epic)).toMatchObject({ counted: 2 });
  expect(site.property(epic)).toEqual(written);
  expect(site.property(loose)).toEqual(written);
  expect(await continueReconcile(site.upkeep())).toBeNull();
});

test('what an act could not finish because Jira was silent, the next catch-up does', async () => {
  const epic = await site.createIssue('Epic', {});
  site.faults.plan({ match: 'properties/waymark', at: 1, kind: '429', times: 1 });
  const id = await attach(epic);
  expect(await workOf(epic)).toBeUndefined();
  answered(await catchUp(site.upkeep()));
  expect(site.property(epic)).toMatchObject({ linked: true });
  expect(await workOf(epic)).toMatchObject({ gone: false });

  site.faults.plan({ match: 'DELETE .*properties/waymark', at: 1, kind: '500', times: 1 });
  const detach = { id, version: 1, requestId: newId<'request'>(), why: '' };
  unwrap(await detachInitiative(site.as(marta), detach));
  expect(site.property(epic)).toMatchObject({ linked: true });
  answered(await catchUp(site.upkeep()));
  expect(site.property(epic)).toBeUndefined();
});

test('a schedule that Jira cuts off says so, and the next run has everything since', async () => {
  const { epic, stories } = await attachedEpic();
  answered(await catchUp(site.upkeep()));
  site.setNow('2026-05-12T09:05:00.000Z');
  await site.move(stories[0] ?? epic, 'Done');
  site.faults.plan({ match: 'search/jql', at: 1, kind: '429', times: 1 });
  expect(await catchUp(site.upkeep())).toEqual({
    ok: false,
    unavailable: { reason: 'Jira answered 429', retryAfterSeconds: 5, turnedAway: true },
  });
  // Forty minutes later: far beyond one window, but the last run that finished is what counts.
  site.setNow('2026-05-12T09:45:00.000Z');
  answered(await catchUp(site.upkeep()));
  expect(await workOf(epic)).toMatchObject({ done: 1 });
});

async function saveSettings(version: number, changed: (site: SiteReading) => SiteReading) {
  const { site: settings } = await site.repositories.settings.read();
  site.okrLeads.add(people.okrLead);
  unwrap(
    await save(site.as(people.okrLead), {
      version,
      requestId: newId<'request'>(),
      settings: changed(settings),
      why: '',
    }),
  );
}

test('points are counted when the site says so, and count by issues where none are set', async () => {
  const { epic, stories } = await attachedEpic();
  await saveSettings(1, (all) => ({ ...all, rules: { ...all.rules, countBy: 'points' } }));
  answered(await keepIssues(site.upkeep(), [epic]));
  expect(await workOf(epic)).toMatchObject({ unit: 'count', fellBack: true, counted: 3 });
  const [fieldId] = answered(await site.upkeep().jira.readPointsFields());
  await site.edit(stories[0] ?? epic, { [fieldId ?? '']: 5 });
  await site.edit(stories[1] ?? epic, { [fieldId ?? '']: 3 });
  await site.move(stories[1] ?? epic, 'Done');
  answered(await keepIssues(site.upkeep(), [epic]));
  expect(await workOf(epic)).toMatchObject({ unit: 'points', fellBack: false, done: 3, counted: 8 });
});

test('what the settings say anew reaches every attached issue by the next catch-ups, and then costs nothing more', async () => {
  const { epic } = await attachedEpic();
  // Late enough that attaching is no reason any more to look after the issue.
  site.setNow('2026-05-12T09:30:00.000Z');
  answered(await catchUp(site.upkeep()));
  const before = site.property(epic);
  site.setNow('2026-05-12T10:00:00.000Z');
  await saveSettings(1, (all) => ({ ...all, keyPrefix: { ...all.keyPrefix, keyResult: 'RESULT' } }));
  site.setNow('2026-05-12T10:05:00.000Z');
  site.faults.plan({ match: 'properties/waymark', at: 1, kind: '429', times: 1 });
  expect(await catchUp(site.upkeep())).toMatchObject({ ok: false });
  expect(site.property(epic)).toEqual(before);
  site.setNow('2026-05-12T10:10:00.000Z');
  expect(answered(await catchUp(site.upkeep())).resettled).toMatchObject({ counted: 1, written: 1 });
  expect(site.property(epic)).toEqual({ linked: true, keyResults: ['RESULT-1'] });

  await saveSettings(2, (all) => ({ ...all, rules: { ...all.rules, countBy: 'points' } }));
  site.setNow('2026-05-12T10:15:00.000Z');
  answered(await catchUp(site.upkeep()));
  expect(await workOf(epic)).toMatchObject({ unit: 'count', fellBack: true });
  expect(answered(await catchUp(site.upkeep())).resettled).toMatchObject({ counted: 0, written: 0 });
});

test('a changed key prefix is on the collapsed panel at once, and in searches by property with the next catch-up', async () => {
  const { epic, stories } = await attachedEpic();
  const [story = epic] = stories;
  site.setNow('2026-05-12T09:30:00.000Z');
  answered(await catchUp(site.upkeep()));
  const label = async (issue: IssueId) => (await panelStatus(site.upkeep(), issue)).label;
  expect(await label(epic)).toBe('KR-1 · unknown');
  await saveSettings(1, (all) => ({ ...all, keyPrefix: { ...all.keyPrefix, keyResult: 'RESULT' } }));
  expect(await label(epic)).toBe('RESULT-1 · unknown');
  expect(await label(story)).toBe('RESULT-1 · unknown');
  expect(await site.search(marta, 'waymark.keyResults = "RESULT-1"')).toEqual([]);

  site.setNow('2026-05-12T09:35:00.000Z');
  answered(await catchUp(site.upkeep()));
  expect(await site.search(marta, 'waymark.keyResults = "RESULT-1"')).toEqual([epic]);
  expect(await site.search(marta, 'waymark.keyResults = "KR-1"')).toEqual([]);
});

test('an issue is touched with its link, its key result or its objective, each found by an index', async () => {
  const { epic } = await attachedEpic();
  const since = '2026-06-01T00:00:00.000Z' as Instant;
  const touched = () => site.repositories.initiatives.issuesTouchedSince(since, null, 100);
  expect(await touched()).toEqual([]);
  for (const table of ['initiative', 'key_result', 'objective']) {
    const set = (at: string) => database.execute(sql.raw(`UPDATE ${table} SET changed_at = '${at}'`));
    await set('2026-06-02 00:00:00');
    expect(await touched()).toEqual([epic]);
    await set('2026-05-02 00:00:00');
    expect(await touched()).toEqual([]);
  }
  const [indexed] = await database.execute(
    sql`SELECT table_name AS place FROM information_schema.statistics WHERE table_schema = DATABASE() AND column_name = 'changed_at' AND seq_in_index = 1 AND table_name IN ('initiative', 'key_result', 'objective') ORDER BY table_name`,
  );
  expect(JSON.parse(JSON.stringify(indexed))).toEqual([
    { place: 'initiative' },
    { place: 'key_result' },
    { place: 'objective' },
  ]);
});
