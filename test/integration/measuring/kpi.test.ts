import type { KeyResultId, KpiId, TeamId } from '../../../src/domain/ids';
import { localDate } from '../../../src/domain/dates';
import { kpiStanding, type KpiWords } from '../../../src/domain/kpi';
import { keepAllFollowers } from '../../../src/usecases/kpi/keep-followers';
import { jira } from '../../../src/atlassian/jira';
import { aKpi, follow as followAt, makeKpi as makeKpiAt } from '../../builders/kpi';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  aDefinition,
  call,
  makeKeyResult,
  makeObjective,
  makeTeam,
  makeWorld,
  moveCycle,
  newId,
  people,
  unwrap,
} from '../../builders/world';

let site: Installation;
beforeAll(async () => {
  site = await openInstallation();
});
afterEach(() => site.setNow('2026-05-12T09:00:00.000Z'));
afterAll(() => site.close());

const makeKpi = (teamId: TeamId, more: Partial<KpiWords> = {}) => makeKpiAt(site, teamId, more);

async function record(kpiId: KpiId, day: string, value: number, by = people.member) {
  const said = { day: localDate(day), value, note: 'From the export.', source: 'person' as const };
  const id = newId<'check-in'>();
  unwrap(await call(site, by, 'kpi.record', { id, kpiId, ...said }));
  return id;
}

const read = async (id: KpiId, by = people.viewer) => unwrap(await call(site, by, 'kpi.read', { id }));

const follow = (keyResultId: KeyResultId, kpiId: KpiId, by = people.owner) =>
  followAt(site, keyResultId, kpiId, by);

const values = async (id: KeyResultId) => {
  const page = unwrap(await call(site, people.viewer, 'key-result.read', { id }));
  const [keyResult] = page.objectives.flatMap(({ keyResults }) => keyResults);
  return keyResult?.checkIns.map(({ day, value, source }) => [day, value, source]);
};

test('a KPI is made, measured, corrected and changed, with all of it in history', async () => {
  const { teamId } = await makeWorld(site);
  const id = await makeKpi(teamId);
  const wrong = await record(id, '2026-05-11', 4.2);
  const correction = { id: newId<'correction'>(), kpiId: id, kpiValueId: wrong, turn: 1, value: 2.4 };
  unwrap(await call(site, people.member, 'kpi.correct', { ...correction, why: 'Digits swapped.' }));
  const change = { version: 1, requestId: newId<'request'>(), why: 'agreed in May' };
  unwrap(await call(site, people.owner, 'kpi.edit', { id, ...change, kpi: aKpi({ max: 2 }) }));
  const { kpi, corrections, history, site: settings } = await read(id);
  expect(kpi).toMatchObject({
    name: 'Monthly churn',
    max: 2,
    version: 2,
    can: { edit: false, record: false },
  });
  expect(kpi.values).toMatchObject([{ day: '2026-05-11', value: 2.4, by: people.member, source: 'person' }]);
  expect(corrections).toMatchObject([{ about: wrong, from: 4.2, value: 2.4, why: 'Digits swapped.' }]);
  expect(history.map(({ act }) => act).sort()).toEqual(['correct', 'create', 'edit']);
  const standing = kpiStanding(kpi, settings.rules, localDate('2026-05-12'));
  expect([standing.latest, standing.health]).toEqual([{ value: 2.4, on: '2026-05-11' }, 'above']);
});

test('a list has each KPI with its last values, and the teams one may make KPIs for', async () => {
  const { teamId } = await makeWorld(site);
  const id = await makeKpi(teamId);
  for (let week = 1; week <= 14; week += 1) {
    site.setNow(new Date(Date.UTC(2026, 1, 2 + 7 * week, 9)).toISOString());
    await record(id, new Date(Date.UTC(2026, 1, 2 + 7 * week)).toISOString().slice(0, 10), week);
  }
  const list = async (by = people.lead) => unwrap(await call(site, by, 'kpi.list', { teamId }));
  const { kpis, teams, teamsWithKpis } = await list();
  expect(kpis.map((kpi) => kpi.values.map(({ value }) => value))).toEqual([
    [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
  ]);
  expect(teams.map((team) => team.id)).toContain(teamId);
  expect(teamsWithKpis).toEqual([{ id: teamId, name: 'Checkout', above: null }]);
  const beneath = await makeTeam(site, { name: 'Basket', parentId: teamId });
  expect((await list()).teams).toContainEqual(
    expect.objectContaining({ id: beneath, name: 'Basket', above: 'Checkout' }),
  );
  expect((await list(people.stranger)).teams).toEqual([]);
  const removal = { id, version: 1, requestId: newId<'request'>(), why: '' };
  unwrap(await call(site, people.owner, 'kpi.set-removed', { ...removal, removed: true }));
  expect((await list()).kpis).toEqual([]);
  const back = { ...removal, version: 2, requestId: newId<'request'>(), removed: false };
  unwrap(await call(site, people.owner, 'kpi.set-removed', back));
  expect((await list()).kpis).toHaveLength(1);
});

test('views of KPIs take four statements side by side at most', async () => {
  const { teamId } = await makeWorld(site);
  const id = await makeKpi(teamId);
  const count = async (act: () => Promise<unknown>) => (await site.statements(act)).length;
  expect(await count(() => call(site, people.viewer, 'kpi.list', { teamId: null }))).toBe(3);
  expect(await count(() => call(site, people.viewer, 'kpi.read', { id }))).toBe(4);
});

test('who may do what with a KPI', async () => {
  const { teamId } = await makeWorld(site);
  const id = await makeKpi(teamId);
  const ofOwner = await record(id, '2026-05-12', 2, people.owner);
  const change = { version: 1, requestId: newId<'request'>(), why: '' };
  const said = { day: localDate('2026-05-12'), value: 2, note: '', source: 'person' as const };
  const correction = { kpiId: id, kpiValueId: ofOwner, turn: 1, value: 1, why: 'x' };
  const make = { id: newId<'kpi'>(), requestId: newId<'request'>(), teamId, kpi: aKpi() };
  for (const refused of [
    await call(site, people.member, 'kpi.create', make),
    await call(site, people.member, 'kpi.edit', { id, ...change, kpi: aKpi({ max: 9 }) }),
    await call(site, people.member, 'kpi.set-removed', { id, ...change, removed: true }),
    await call(site, people.stranger, 'kpi.record', { id: newId<'check-in'>(), kpiId: id, ...said }),
    await call(site, people.member, 'kpi.correct', { id: newId<'correction'>(), ...correction }),
  ]) {
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } });
  }
  expect((await call(site, people.stranger, 'kpi.read', { id })).ok).toBe(true);
});

test('a range that is none, another unit, a future day and a late value without a word are refused', async () => {
  const { teamId } = await makeWorld(site);
  const make = (more: Partial<KpiWords>) =>
    call(site, people.lead, 'kpi.create', {
      id: newId<'kpi'>(),
      requestId: newId<'request'>(),
      teamId,
      kpi: aKpi(more),
    });
  expect(await make({ max: null })).toMatchObject({ refusal: { field: 'kpi.min' } });
  expect(await make({ min: 3, max: 3 })).toMatchObject({ refusal: { field: 'kpi.max' } });
  const id = await makeKpi(teamId);
  const edit = {
    id,
    version: 1,
    requestId: newId<'request'>(),
    why: '',
    kpi: aKpi({ unit: { kind: 'plain' } }),
  };
  expect(await call(site, people.owner, 'kpi.edit', edit)).toMatchObject({ refusal: { field: 'kpi.unit' } });
  const say = (day: string) => ({
    id: newId<'check-in'>(),
    kpiId: id,
    day: localDate(day),
    value: 2,
    note: '',
    source: 'person' as const,
  });
  expect(await call(site, people.member, 'kpi.record', say('2026-05-13'))).toMatchObject({
    refusal: { field: 'day' },
  });
  expect(await call(site, people.member, 'kpi.record', say('2026-04-01'))).toMatchObject({
    refusal: { field: 'note' },
  });
});

test('a key result that follows a KPI has its values, earlier and later ones, and their corrections', async () => {
  const { teamId, keyResultId } = await makeWorld(site);
  const id = await makeKpi(teamId);
  await record(id, '2026-03-25', 4);
  await record(id, '2026-05-05', 5);
  unwrap(await follow(keyResultId, id));
  const wrong = await record(id, '2026-05-12', 60);
  expect(await values(keyResultId)).toEqual([
    ['2026-03-25', 4, 'kpi'],
    ['2026-05-05', 5, 'kpi'],
    ['2026-05-12', 60, 'kpi'],
  ]);
  const correction = { id: newId<'correction'>(), kpiId: id, kpiValueId: wrong, turn: 1, value: 6 };
  unwrap(await call(site, people.member, 'kpi.correct', { ...correction, why: 'A nought too many.' }));
  expect((await values(keyResultId))?.at(-1)).toEqual(['2026-05-12', 6, 'kpi']);
  const page = unwrap(await call(site, people.viewer, 'key-result.read', { id: keyResultId }));
  expect(page.source).toMatchObject({
    source: { kind: 'kpi', kpiId: id },
    kpi: { id, name: 'Monthly churn' },
  });
  expect(page.corrections).toMatchObject([{ from: 60, value: 6, why: 'A nought too many.' }]);
  const [keyResult] = page.objectives.flatMap(({ keyResults }) => keyResults);
  const own = keyResult?.checkIns.at(-1);
  if (!keyResult || !own) throw new Error('no value');
  const here = { id: newId<'correction'>(), keyResultId, checkInId: own.id, turn: 2, value: 7, why: 'x' };
  expect(await call(site, people.owner, 'check-in.correct', here)).toMatchObject({
    refusal: { code: 'invalid' },
  });
  expect((await read(id)).followers).toMatchObject([{ id: keyResultId, key: keyResult.key }]);
  expect(page.history.find(({ entity }) => entity === 'number-source')?.changes).toContainEqual({
    field: 'kpi',
    from: 'null',
    to: '"Monthly churn"',
  });
  // Followed no more, it keeps what it got and gets nothing new.
  const ids = { id: newId<'source'>(), version: 1, requestId: newId<'request'>(), keyResultId };
  unwrap(
    await call(site, people.owner, 'number-source.save', { ...ids, source: { kind: 'person' }, why: '' }),
  );
  site.setNow('2026-05-19T09:00:00.000Z');
  await record(id, '2026-05-19', 8);
  expect(await values(keyResultId)).toHaveLength(3);
});

test('values that a follower lacks come with the schedule, once', async () => {
  const { teamId, keyResultId } = await makeWorld(site);
  const id = await makeKpi(teamId);
  unwrap(await follow(keyResultId, id));
  // The third statement is the first after the one that decides.
  site.faults.plan({ match: 'number_source', at: 1, kind: 'error-before', times: 1 });
  await record(id, '2026-05-12', 5);
  expect(site.faults.pending()).toEqual([]);
  expect(await values(keyResultId)).toEqual([]);
  const upkeep = { ...site.repositories, jira, now: site.now() };
  await keepAllFollowers(upkeep);
  await keepAllFollowers(upkeep);
  expect(await values(keyResultId)).toEqual([['2026-05-12', 5, 'kpi']]);
});

test('what no schedule ran for comes with the next run, however long ago it was', async () => {
  const { teamId, keyResultId } = await makeWorld(site);
  const id = await makeKpi(teamId);
  unwrap(await follow(keyResultId, id));
  await keepAllFollowers({ ...site.repositories, jira, now: site.now() });
  site.faults.plan({ match: 'number_source', at: 1, kind: 'error-before', times: 1 });
  await record(id, '2026-05-12', 5);
  expect(await values(keyResultId)).toEqual([]);
  site.setNow('2026-05-19T09:00:00.000Z');
  await keepAllFollowers({ ...site.repositories, jira, now: site.now() });
  expect(await values(keyResultId)).toEqual([['2026-05-12', 5, 'kpi']]);
});

test('a closed cycle takes what a KPI says after its end, and nothing that its score came from', async () => {
  const { teamId, keyResultId, cycleId } = await makeWorld(site);
  const id = await makeKpi(teamId);
  unwrap(await follow(keyResultId, id));
  const inside = await record(id, '2026-05-12', 5);
  await moveCycle(site, cycleId, 'closed');
  site.setNow('2026-07-10T09:00:00.000Z');
  await record(id, '2026-06-29', 6);
  await record(id, '2026-07-09', 7);
  const correction = {
    id: newId<'correction'>(),
    kpiId: id,
    kpiValueId: inside,
    turn: 1,
    value: 4,
    why: 'x',
  };
  unwrap(await call(site, people.member, 'kpi.correct', correction));
  expect(await values(keyResultId)).toEqual([
    ['2026-05-12', 5, 'kpi'],
    ['2026-07-09', 7, 'kpi'],
  ]);
});

test('a KPI of another unit, a removed one, and milestones follow nothing', async () => {
  const { teamId, keyResultId, objectiveId } = await makeWorld(site);
  const plain = await makeKpi(teamId, { unit: { kind: 'plain' } });
  expect(await follow(keyResultId, plain)).toMatchObject({
    refusal: { code: 'invalid', field: 'source.kpiId' },
  });
  expect(await follow(keyResultId, newId())).toMatchObject({ refusal: { code: 'not-found' } });
  const milestones = [{ id: newId<'milestone'>(), title: 'Live', weight: 1, dueOn: null, evidence: '' }];
  const definition = aDefinition({ metric: { kind: 'milestones', milestones } });
  const steps = await makeKeyResult(site, objectiveId, { definition });
  expect(await follow(steps, await makeKpi(teamId))).toMatchObject({ refusal: { code: 'invalid' } });
});

test('restricted key results do not show on the page of the KPI they follow', async () => {
  const { teamId, cycleId } = await makeWorld(site);
  const secret = await makeObjective(site, { teamId, cycleId }, { restricted: true });
  const keyResultId = await makeKeyResult(site, secret, { title: 'Nobody knows' });
  const id = await makeKpi(teamId);
  unwrap(await follow(keyResultId, id, people.lead));
  expect((await read(id, people.member)).followers).toMatchObject([{ title: 'Nobody knows' }]);
  expect((await read(id, people.stranger)).followers).toEqual([]);
  expect((await read(id, people.okrLead)).followers).toEqual([]);
});

test('a KPI whose value is due is owed by its owner, the team’s lead where it has none', async () => {
  const { teamId } = await makeWorld(site);
  const owned = await makeKpi(teamId);
  const ownerless = await makeKpi(teamId, { owner: null });
  const owed = async (by: typeof people.owner) =>
    unwrap(await call(site, by, 'mine.read', {})).kpis.map(({ id }) => id);
  expect(await owed(people.owner)).not.toContain(owned);
  site.setNow('2026-05-19T09:00:00.000Z');
  expect(await owed(people.owner)).toContain(owned);
  expect(await owed(people.lead)).toContain(ownerless);
  expect(await owed(people.lead)).not.toContain(owned);
  await record(owned, '2026-05-19', 2);
  expect(await owed(people.owner)).not.toContain(owned);
});

test('of two values on one day the one recorded later counts', async () => {
  const { teamId } = await makeWorld(site);
  const id = await makeKpi(teamId);
  await record(id, '2026-05-12', 2);
  site.setNow('2026-05-12T10:00:00.000Z');
  await record(id, '2026-05-12', 2.5);
  const { kpi, site: settings } = await read(id);
  expect(kpi.values).toHaveLength(2);
  const { points } = kpiStanding(kpi, settings.rules, localDate('2026-05-12'));
  expect(points).toEqual([{ on: '2026-05-12', value: 2.5, source: 'person' }]);
});
