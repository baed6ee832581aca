import type { Instant, LocalDate } from '../../../src/domain/dates';
import type { AccountId, IssueId, KeyResultId } from '../../../src/domain/ids';
import type { Parsed } from '../../../src/contract/calls';
import { readKeyResult } from '../../../src/usecases/key-result/read-key-result';
import { readMine } from '../../../src/usecases/mine/read-mine';
import { attachIssues } from '../../../src/usecases/initiative/attach-issues';
import { detachInitiative } from '../../../src/usecases/initiative/detach-initiative';
import { reattachInitiative } from '../../../src/usecases/initiative/reattach-initiative';
import { countSearches } from '../../../src/usecases/measuring/count-searches';
import { saveSource } from '../../../src/usecases/measuring/save-source';
import {
  aDefinition,
  call,
  makeKeyResult,
  makeWorld,
  moveCycle,
  newId,
  people,
  unwrap,
} from '../../builders/world';
import { jonas, marta, openJiraSite, type JiraSite } from '../work/jira-site';

let site: JiraSite;
beforeAll(async () => {
  site = await openJiraSite();
  site.okrLeads.add(marta);
  site.okrLeads.add(jonas);
});
afterEach(() => site.setNow('2026-05-12T09:00:00.000Z'));
afterAll(() => {
  expect(site.problems).toEqual([]);
  return site.close();
});

let labels = 0;
/** A key result counted by a label of its own, two open issues that carry it, and how things are done to it. */
async function counted(every: 'day' | 'cadence' = 'day') {
  const { objectiveId, cycleId } = await makeWorld(site);
  const definition = aDefinition({
    metric: { kind: 'decrease', start: 20, target: 2 },
    unit: { kind: 'plain' },
  });
  const keyResultId = await makeKeyResult(site, objectiveId, { owner: marta, definition });
  labels += 1;
  const label = `sev-${labels}`;
  const jql = `labels = ${label} AND statusCategory != Done`;
  const labelled = async (parent?: IssueId) => {
    const issue = await site.createIssue('Story', parent ? { parent } : {});
    await site.edit(issue, { labels: [label] });
    return issue;
  };
  const first = await labelled();
  await labelled();
  const save = (source: Parsed<'number-source.save'>['source'], version = 0, by = marta) =>
    saveSource(site.as(by), { id: newId(), version, requestId: newId(), keyResultId, source, why: '' });
  return {
    keyResultId,
    cycleId,
    jql,
    label,
    first,
    labelled,
    save,
    source: { kind: 'jql' as const, jql, every },
  };
}

async function page(id: KeyResultId) {
  const read = unwrap(await readKeyResult(site.as(marta), { id }));
  const [keyResult] = read.objectives.flatMap(({ keyResults }) => keyResults);
  if (!keyResult) throw new Error('no key result');
  return { ...read, keyResult };
}
const values = async (id: KeyResultId) =>
  (await page(id)).keyResult.checkIns.map(({ day, value }) => [day, value]);
const count = () => countSearches(site.upkeep());

function attach(keyResultId: KeyResultId, issueId: IssueId, by: AccountId = marta) {
  return attachIssues(site.as(by), {
    keyResultId,
    issues: [{ initiativeId: newId(), issueId }],
    requestId: newId(),
    hypothesis: { kind: 'skipped' },
    publicName: '',
  });
}

test('a search is previewed, saved and counted once a day, each value with its source and its search', async () => {
  const { keyResultId, jql, first, save, source } = await counted();
  expect(await call(site, marta, 'number-source.preview', { keyResultId, jql })).toEqual({
    ok: true,
    value: { count: 2, conflict: false },
  });
  unwrap(await save(source));
  expect(await values(keyResultId)).toEqual([]);
  await count();
  await count();
  expect(await values(keyResultId)).toEqual([['2026-05-12', 2]]);
  await site.move(first, 'Done');
  site.setNow('2026-05-13T09:00:00.000Z');
  await count();
  const { keyResult, source: read, history } = await page(keyResultId);
  expect(keyResult.checkIns).toMatchObject([
    { day: '2026-05-12', value: 2, source: 'jql', evidence: jql, confidence: null, by: marta },
    { day: '2026-05-13', value: 1, source: 'jql' },
  ]);
  expect(read).toMatchObject({ source, run: { outcome: 'counted', at: '2026-05-13T09:00:00.000Z' } });
  const said = history.find(({ entity }) => entity === 'number-source');
  expect(said?.changes).toContainEqual({ field: 'jql', from: '""', to: JSON.stringify(jql) });
});

test('a search on the check-in’s cadence is counted weekly, and a changed one at once', async () => {
  const { keyResultId, label, save, source } = await counted('cadence');
  unwrap(await save(source));
  await count();
  site.setNow('2026-05-18T09:00:00.000Z');
  await count();
  expect(await values(keyResultId)).toEqual([['2026-05-12', 2]]);
  site.setNow('2026-05-19T09:00:00.000Z');
  await count();
  // Of two values on one day the one recorded later counts: they need a time between them.
  site.setNow('2026-05-19T10:00:00.000Z');
  unwrap(await save({ ...source, jql: `labels = ${label} AND project = LEARN` }, 1));
  await count();
  expect(await values(keyResultId)).toEqual([
    ['2026-05-12', 2],
    ['2026-05-19', 2],
    ['2026-05-19', 0],
  ]);
  unwrap(await save({ kind: 'person' }, 2));
  site.setNow('2026-05-27T09:00:00.000Z');
  await count();
  expect(await values(keyResultId)).toHaveLength(3);
});

test('searches that are not due keep none that is from being counted, however many they are', async () => {
  const { keyResultId, save, source } = await counted();
  const { objectiveId } = await makeWorld(site);
  const weekly = { kind: 'jql' as const, jql: 'labels = other', every: 'cadence' as const, kpiId: null };
  // More than one run counts, all of which ran before the one that is due was made.
  for (let made = 0; made < 201; made += 1) {
    const id = newId<'source'>();
    const act = {
      request: newId<'request'>(),
      by: marta,
      at: site.now(),
      act: 'save',
      why: '',
      contentHash: '',
    };
    const other = await makeKeyResult(site, objectiveId);
    await site.repositories.numberSources.save(id, 0, other, weekly, act, []);
    await site.repositories.numberSources.ran(
      { id, version: 1 },
      '2026-05-11T09:00:00.000Z' as Instant,
      'counted',
      '2026-05-11' as LocalDate,
    );
  }
  unwrap(await save(source));
  await count();
  site.setNow('2026-05-13T09:00:00.000Z');
  await count();
  expect(await values(keyResultId)).toEqual([
    ['2026-05-12', 2],
    ['2026-05-13', 2],
  ]);
});

test('a search that finds an attached issue, or one beneath it, is not saved', async () => {
  const { keyResultId, save, source, first, labelled } = await counted();
  const epic = await site.createIssue('Epic', {});
  unwrap(await attach(keyResultId, epic));
  unwrap(await save(source));
  const beneath = await labelled(epic);
  const refused = { ok: false, refusal: { code: 'invalid', field: 'source.jql' } };
  expect(await save({ ...source, every: 'cadence' }, 1)).toMatchObject(refused);
  await site.edit(beneath, { labels: [] });
  const subTask = await site.createIssue('Sub-task', { parent: beneath });
  await site.edit(subTask, { labels: source.jql.includes('sev') ? [source.jql.split(' ')[2] ?? ''] : [] });
  expect(await save({ ...source, every: 'cadence' }, 1)).toMatchObject(refused);
  await site.deleteIssue(subTask);
  unwrap(await save({ ...source, every: 'cadence' }, 1));
  // And the other way round: what the search finds is not attached.
  expect(await attach(keyResultId, first)).toMatchObject({ refusal: { code: 'invalid', field: 'issues' } });
  const above = await site.createIssue('Epic', {});
  await labelled(above);
  expect(await attach(keyResultId, above)).toMatchObject({ refusal: { code: 'invalid', field: 'issues' } });
});

test('a detached issue that the search finds by now does not come back', async () => {
  const { keyResultId, label, save, source } = await counted();
  const epic = await site.createIssue('Epic', {});
  const [id] = unwrap(await attach(keyResultId, epic)).attached;
  if (!id) throw new Error('not attached');
  unwrap(await detachInitiative(site.as(marta), { id, version: 1, requestId: newId(), why: '' }));
  unwrap(await save(source));
  await site.edit(epic, { labels: [label] });
  expect(await reattachInitiative(site.as(marta), { id, version: 2, requestId: newId() })).toMatchObject({
    refusal: { code: 'invalid', field: 'issues' },
  });
});

test('a run in conflict stores nothing and tells the owner, until the conflict is gone', async () => {
  const { keyResultId, label, save, source } = await counted();
  const epic = await site.createIssue('Epic', {});
  unwrap(await attach(keyResultId, epic));
  unwrap(await save(source));
  await site.edit(epic, { labels: [label] });
  await count();
  expect(await values(keyResultId)).toEqual([]);
  expect((await page(keyResultId)).source?.run).toMatchObject({ outcome: 'conflict' });
  const owed = async (who: AccountId) =>
    unwrap(await readMine(site.as(who))).owed.filter(({ keyResultId: of }) => of === keyResultId);
  expect(await owed(marta)).toContainEqual({ kind: 'source', keyResultId, outcome: 'conflict' });
  expect(await owed(people.lead)).toEqual([]);
  await site.edit(epic, { labels: [] });
  await count();
  expect(await values(keyResultId)).toEqual([['2026-05-12', 2]]);
  expect((await owed(marta)).filter(({ kind }) => kind === 'source')).toEqual([]);
});

test('a search Jira does not run is not saved, with Jira’s own sentence; one it runs no more stores nothing', async () => {
  const { keyResultId, save, source } = await counted();
  const saved = async (jql: string) => save({ ...source, jql });
  expect(await saved('colour = red')).toMatchObject({
    refusal: { code: 'invalid', field: 'source.jql', message: expect.stringMatching(/colour/) },
  });
  // What is balanced only with the brackets it is put into is none.
  expect(await saved('project = GROW) OR (project = LEARN')).toMatchObject({ refusal: { code: 'invalid' } });
  const gone = await site.createIssue('Epic', {});
  unwrap(await saved(`issue = ${gone} OR ${source.jql}`));
  await site.deleteIssue(gone);
  await count();
  expect(await values(keyResultId)).toEqual([]);
  expect((await page(keyResultId)).source?.run).toMatchObject({ outcome: 'refused' });
});

test('Jira’s silence stores nothing, stops the run, and the next one goes on', async () => {
  const { keyResultId, save, source } = await counted();
  unwrap(await save(source));
  site.faults.plan({ match: 'approximate-count', at: 1, kind: '429', times: 1 });
  expect(await count()).toMatchObject({ ok: false });
  expect(await values(keyResultId)).toEqual([]);
  expect((await page(keyResultId)).source?.run).toMatchObject({ outcome: 'unavailable' });
  await count();
  expect(await values(keyResultId)).toEqual([['2026-05-12', 2]]);
  site.faults.plan({ match: 'approximate-count', at: 1, kind: '500', times: 1 });
  expect(await call(site, marta, 'number-source.preview', { keyResultId, jql: source.jql })).toMatchObject({
    refusal: { code: 'jira-unavailable' },
  });
});

test('a count cut off between its two statements is neither lost nor doubled', async () => {
  for (const at of [1, 2, 3, 4]) {
    const { keyResultId, save, source } = await counted();
    unwrap(await save(source));
    site.faults.plan({ match: '', at, kind: 'crash', times: 1 });
    await count().catch(() => undefined);
    expect(site.faults.pending()).toEqual([]);
    await count();
    await count();
    expect({ at, values: await values(keyResultId) }).toEqual({ at, values: [['2026-05-12', 2]] });
  }
});

test('a preview counts what the person asking may see; the stored number is what the app sees', async () => {
  const { keyResultId, label, save, source } = await counted();
  const secret = await site.createIssue('Story', { project: 'TRUST' });
  await site.edit(secret, { labels: [label] });
  expect(await call(site, jonas, 'number-source.preview', { keyResultId, jql: source.jql })).toMatchObject({
    value: { count: 2 },
  });
  unwrap(await save(source, 0, jonas));
  await count();
  expect(await values(keyResultId)).toEqual([['2026-05-12', 3]]);
});

test('who may not write the key result neither previews nor saves; nothing starts on a closed cycle', async () => {
  const { keyResultId, cycleId, jql, save, source } = await counted();
  const notAllowed = { refusal: { code: 'not-allowed' } };
  expect(await call(site, people.member, 'number-source.preview', { keyResultId, jql })).toMatchObject(
    notAllowed,
  );
  expect(await save(source, 0, people.member)).toMatchObject(notAllowed);
  unwrap(await save(source));
  expect(await save({ kind: 'person' }, 0)).toMatchObject({ refusal: { code: 'changed' } });
  await moveCycle(site, cycleId, 'closed');
  await count();
  expect(await values(keyResultId)).toEqual([]);
  expect(await save({ kind: 'person' }, 1)).toMatchObject({ refusal: { code: 'closed' } });
});
