import type { MapLine, MapReading } from '../../../src/contract/alignment-calls';
import type { Parsed } from '../../../src/contract/calls';
import { alignmentOf } from '../../../src/domain/alignment';
import { localDate } from '../../../src/domain/dates';
import type { AccountId, ObjectiveId } from '../../../src/domain/ids';
import { unpackSignals } from '../../../src/domain/signals';
import { database } from '../../../src/storage/database';
import { keyResult, objective } from '../../../src/storage/schema';
import { requestId, type World } from '../../builders/acts';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  aDefinition,
  anObjective,
  call,
  checkInOn,
  makeCycle,
  makeDependency,
  makeKeyResult,
  makeObjective,
  makeOtherTeam,
  makeServes,
  makeTeam,
  makeWorld,
  moveCycle,
  newId,
  people,
  unwrap,
} from '../../builders/world';

let site: Installation;
let world: World;
beforeEach(async () => {
  site = await openInstallation();
  world = await makeWorld(site);
});
afterEach(() => site.close());

type Serves = Parsed<'objective.serve'>['serves'];
const serve = (by: AccountId, objectiveId: ObjectiveId, serves: Serves, version = 0) =>
  call(site, by, 'objective.serve', {
    id: newId<'alignment'>(),
    version,
    requestId: requestId(),
    objectiveId,
    serves,
  });
const read = async (by: AccountId, id: ObjectiveId) => unwrap(await call(site, by, 'objective.read', { id }));
/** What history says of what an objective serves, the newest first. */
const saidOf = async (by: AccountId, id: ObjectiveId) =>
  unwrap(
    await call(site, by, 'site-history.read', {
      entity: 'alignment',
      by: null,
      within: { kind: 'objective', id },
      from: null,
      to: null,
      before: null,
    }),
  ).entries;
const mapOf = async (by: AccountId, cycleId = world.cycleId) => {
  const lines: MapLine[] = [];
  let after: Parsed<'map.read'>['after'] = null;
  let pages = 0;
  for (;;) {
    const page: MapReading = unwrap(await call(site, by, 'map.read', { cycleId, after }));
    pages += 1;
    lines.push(...page.lines);
    if (page.next === null) return { lines, pages, page };
    after = page.next;
  }
};

test('an objective serves a key result, which its page and the other one’s tell, with how each stands', async () => {
  const { objectiveId, keyResultId, cycleId } = world;
  await checkInOn(site, keyResultId, { '2026-05-12': 60 });
  const platform = await makeOtherTeam(site, cycleId);
  const board = await makeOtherTeam(site, cycleId, { name: 'Board', level: 'organisation' });
  site.setNow('2026-05-12T09:01:00.000Z');
  unwrap(await serve(people.lead, objectiveId, { kind: 'key-result', id: platform.keyResultId }));
  unwrap(await serve(people.lead, platform.objectiveId, { kind: 'objective', id: board.objectiveId }));

  const page = await read(people.stranger, objectiveId);
  expect(page.alignment).toMatchObject({
    version: 1,
    serves: {
      kind: 'key-result',
      keyResult: { key: 'KR-2', title: 'Outages from 40 to 4' },
      objective: { key: 'O-2', team: { name: 'Platform' } },
    },
  });
  expect(page.above.map(({ key, team, through }) => [key, team.name, through?.key ?? null])).toEqual([
    ['O-2', 'Platform', 'KR-2'],
    ['O-3', 'Board', null],
  ]);
  expect(page.top).toBe('unsaid');

  const above = await read(people.stranger, platform.objectiveId);
  expect(above.supporters).toMatchObject([
    {
      key: 'O-1',
      team: { name: 'Checkout' },
      through: { key: 'KR-2' },
      signals: { progress: 0.5, measured: 1, of: 1 },
    },
  ]);
  expect(above.supporterCount).toBe(1);
  // What serves it adds nothing to its own numbers: nobody measured its key result.
  expect(above.objectives[0]?.keyResults[0]?.checkIns).toEqual([]);
});

test('what an objective may serve', async () => {
  const { objectiveId, keyResultId, cycleId, teamId } = world;
  const year = await makeCycle(site, {
    name: '2026',
    startsOn: localDate('2026-01-01'),
    endsOn: localDate('2026-12-31'),
  });
  const quarter = await makeCycle(site, { name: '2026 Q2b', parentId: year });
  const platform = await makeOtherTeam(site, cycleId);
  const board = await makeTeam(site, { name: 'Board' });
  const goal = await makeObjective(site, { teamId: board, cycleId: year }, { title: 'The year' });
  const own = await makeObjective(site, { teamId, cycleId: quarter });
  const same = await makeObjective(site, { teamId, cycleId });
  const invalid = (message: RegExp) => ({
    ok: false,
    refusal: { code: 'invalid', field: 'serves', message: expect.stringMatching(message) as string },
  });
  expect(await serve(people.lead, objectiveId, { kind: 'objective', id: same })).toMatchObject(
    invalid(/same team/),
  );
  expect(await serve(people.lead, objectiveId, { kind: 'key-result', id: keyResultId })).toMatchObject(
    invalid(/same team/),
  );
  expect(await serve(people.lead, objectiveId, { kind: 'objective', id: goal })).toMatchObject(
    invalid(/another cycle/),
  );
  expect(await serve(people.lead, goal, { kind: 'objective', id: own })).toMatchObject(
    invalid(/another cycle/),
  );
  expect(await serve(people.lead, objectiveId, { kind: 'objective', id: newId() })).toMatchObject({
    refusal: { code: 'not-found' },
  });
  expect((await serve(people.lead, own, { kind: 'objective', id: goal })).ok).toBe(true);
  expect((await serve(people.lead, objectiveId, { kind: 'objective', id: platform.objectiveId })).ok).toBe(
    true,
  );

  const options = unwrap(
    await call(site, people.lead, 'objective.search-parents', { text: '', teamId, cycleId: quarter }),
  ).options;
  expect(options.map(({ title, keyResult }) => keyResult?.title ?? title)).toEqual(['The year']);
  const here = unwrap(
    await call(site, people.lead, 'objective.search-parents', { text: 'outages', teamId, cycleId }),
  ).options;
  expect(here.map(({ keyResult }) => keyResult?.title)).toEqual(['Outages from 40 to 4']);
});

test('nobody serves themselves in the end, however long the way', async () => {
  const { objectiveId, cycleId } = world;
  const b = await makeOtherTeam(site, cycleId, { name: 'B' });
  const c = await makeOtherTeam(site, cycleId, { name: 'C' });
  await makeServes(site, objectiveId, { kind: 'objective', id: b.objectiveId });
  await makeServes(site, b.objectiveId, { kind: 'key-result', id: c.keyResultId });
  expect(await serve(people.lead, c.objectiveId, { kind: 'objective', id: objectiveId })).toMatchObject({
    refusal: { code: 'invalid', message: expect.stringContaining('circle') as string },
  });
  expect((await mapOf(people.viewer)).lines.map(({ serves }) => serves.kind)).toEqual([
    'objective',
    'key-result',
    'unsaid',
  ]);
});

test('a circle that two people close at the same moment is told on the map and on the page, and either can open it', async () => {
  const { objectiveId, cycleId } = world;
  const b = await makeOtherTeam(site, cycleId, { name: 'B' });
  // Each reads what the other serves before either has saved.
  const save = site.repositories.alignments.save.bind(site.repositories.alignments);
  let arrived = 0;
  let open = (): void => undefined;
  const both = new Promise<void>((resolve) => {
    open = resolve;
  });
  const later: typeof save = async (...said) => {
    arrived += 1;
    if (arrived === 2) open();
    await both;
    return save(...said);
  };
  site.repositories.alignments.save = later;
  const results = await Promise.all([
    serve(people.lead, objectiveId, { kind: 'objective', id: b.objectiveId }),
    serve(people.lead, b.objectiveId, { kind: 'objective', id: objectiveId }),
  ]);
  site.repositories.alignments.save = save;
  expect(results.map(({ ok }) => ok)).toEqual([true, true]);
  const { lines, page } = await mapOf(people.viewer);
  const { faults, roots } = alignmentOf(
    lines.map((line) => ({ ...line, isTop: page.teams[line.team]?.level === 'organisation' })),
  );
  expect([...faults.values()]).toEqual([['circle'], ['circle']]);
  expect(roots).toHaveLength(1);
  const told = await read(people.viewer, objectiveId);
  expect([told.top, told.above.map(({ id }) => id)]).toEqual(['circle', [b.objectiveId]]);
  expect((await serve(people.lead, b.objectiveId, { kind: 'unsaid' }, 1)).ok).toBe(true);
  expect((await read(people.viewer, objectiveId)).top).toBe('unsaid');
});

test('its writers say it, once each time, and take it back; history keeps it all', async () => {
  const { objectiveId, cycleId } = world;
  const platform = await makeOtherTeam(site, cycleId);
  const serves = { kind: 'objective' as const, id: platform.objectiveId };
  for (const by of [people.stranger, people.member, people.owner]) {
    expect(await serve(by, objectiveId, serves)).toMatchObject({ refusal: { code: 'not-allowed' } });
  }
  const [one, two] = await Promise.all([
    serve(people.lead, objectiveId, serves),
    serve(people.okrLead, objectiveId, { kind: 'none', why: 'An experiment.' }),
  ]);
  expect([one, two].map((result) => (result.ok ? 'ok' : result.refusal.code)).sort()).toEqual([
    'changed',
    'ok',
  ]);
  unwrap(await serve(people.lead, objectiveId, { kind: 'none', why: 'Law asks for it.' }, 1));
  expect((await read(people.viewer, objectiveId)).alignment).toMatchObject({
    version: 2,
    serves: { kind: 'none', why: 'Law asks for it.' },
  });
  unwrap(await serve(people.lead, objectiveId, { kind: 'unsaid' }, 2));
  expect((await saidOf(people.viewer, objectiveId)).map(({ changes }) => changes[0]?.to)).toEqual([
    '{"kind":"unsaid"}',
    '{"kind":"none","why":"Law asks for it."}',
    expect.any(String),
  ]);
  await moveCycle(site, cycleId, 'closed');
  expect(await serve(people.lead, objectiveId, serves, 3)).toMatchObject({ refusal: { code: 'closed' } });
});

test('what is restricted vanishes for those it is not for: only that there is something is told', async () => {
  const { objectiveId, cycleId } = world;
  const secretTeam = await makeTeam(site, { name: 'Deals', lead: people.owner, members: [] });
  const place = { teamId: secretTeam, cycleId };
  const input = {
    id: newId<'objective'>(),
    requestId: requestId(),
    ...place,
    objective: anObjective({ title: 'Buy the rival', restricted: true, viewers: [people.lead] }),
  };
  const secret = unwrap(await call(site, people.owner, 'objective.create', input)).id;
  expect(await serve(people.okrLead, objectiveId, { kind: 'objective', id: secret })).toMatchObject({
    refusal: { code: 'not-found' },
  });
  unwrap(await serve(people.lead, objectiveId, { kind: 'objective', id: secret }));
  expect((await read(people.lead, objectiveId)).above.map(({ title }) => title)).toEqual(['Buy the rival']);
  const told = await read(people.stranger, objectiveId);
  expect([told.alignment.serves, told.above, told.top]).toEqual([{ kind: 'hidden' }, [], 'hidden']);
  expect(JSON.stringify(told)).not.toContain('rival');
  const map = await mapOf(people.stranger);
  expect(map.lines.map(({ serves }) => serves)).toEqual([{ kind: 'hidden' }]);
  expect(JSON.stringify(map)).not.toContain(secret);
  const history = await saidOf(people.stranger, objectiveId);
  expect(history.map(({ changes }) => changes[0]?.to)).toEqual(['{"kind":"objective"}']);
  expect(JSON.stringify(history)).not.toContain(secret);
  expect((await read(people.owner, secret)).supporters.map(({ id }) => id)).toEqual([objectiveId]);
  const found = await call(site, people.stranger, 'objective.search-parents', {
    text: 'rival',
    teamId: world.teamId,
    cycleId,
  });
  expect(unwrap(found).options).toEqual([]);
});

test('what was taken out of its cycle is served no more, and comes back with it', async () => {
  const { objectiveId, cycleId } = world;
  const platform = await makeOtherTeam(site, cycleId);
  await makeServes(site, objectiveId, { kind: 'key-result', id: platform.keyResultId });
  const remove = (version: number, removed: boolean) =>
    call(site, people.lead, 'key-result.set-removed', {
      id: platform.keyResultId,
      version,
      requestId: requestId(),
      removed,
      why: '',
    });
  unwrap(await remove(1, true));
  expect((await read(people.viewer, objectiveId)).alignment.serves).toEqual({ kind: 'gone' });
  unwrap(await remove(2, false));
  expect((await read(people.viewer, objectiveId)).alignment.serves.kind).toBe('key-result');
});

test('the map holds the cycle and those it lies in, higher levels first, with how each stands', async () => {
  const year = await makeCycle(site, {
    name: '2026',
    startsOn: localDate('2026-01-01'),
    endsOn: localDate('2026-12-31'),
  });
  const quarter = await makeCycle(site, { name: '2026 Q2b', parentId: year });
  const board = await makeTeam(site, { name: 'Board', level: 'organisation' });
  const beneath = await makeTeam(site, { name: 'Basket', parentId: board });
  const own = await makeObjective(site, { teamId: beneath, cycleId: quarter }, { title: 'Own' });
  const goal = await makeObjective(site, { teamId: board, cycleId: year }, { title: 'The year' });
  await makeServes(site, own, { kind: 'objective', id: goal });
  const keyResultId = await makeKeyResult(site, own);
  await checkInOn(site, keyResultId, { '2026-05-05': 50, '2026-05-12': 60 });
  const { teamId } = await makeOtherTeam(site, world.cycleId);
  await makeDependency(site, keyResultId, teamId);

  const { lines, page } = await mapOf(people.viewer, quarter);
  expect(
    lines.map(({ title, cycle, team }) => [title, page.within[cycle]?.name, page.teams[team]?.name]),
  ).toEqual([
    ['The year', '2026', 'Board'],
    ['Own', '2026 Q2b', 'Basket'],
  ]);
  expect(page.teams.map(({ name, above }) => [name, above])).toEqual([
    ['Board', null],
    ['Basket', 'Board'],
  ]);
  expect(lines[1]).toMatchObject({ serves: { kind: 'objective', id: goal }, asked: 1, declined: 0 });
  const signals = lines.map((line) => unpackSignals(line.signals));
  // 20 of 40 points; 41 of 90 days: half a point ahead of the line.
  expect(signals[1]).toMatchObject({ progress: 0.5, of: 1, measured: 1, confidence: 6, stale: 0 });
  expect(signals[0]).toMatchObject({ progress: null, of: 0 });
  // Another cycle's map has none of it.
  expect((await mapOf(people.viewer)).lines.map(({ title }) => title)).toEqual([
    'Buying is effortless',
    'Nothing breaks at night',
  ]);
});

test('a page of the map holds no more objectives than what is read of them fits into a reply of SQL', async () => {
  const { objectiveId, keyResultId, teamId, cycleId } = world;
  const keyResultIds = [keyResultId];
  for (let at = 0; at < 5; at += 1) {
    const id = await makeObjective(site, { teamId, cycleId }, { title: `Objective ${at}` });
    keyResultIds.push(await makeKeyResult(site, id));
  }
  for (const id of keyResultIds) await checkInOn(site, id, { '2026-05-12': 60 });
  // Six of these are more than the 4 MiB that Forge SQL answers.
  const definition = aDefinition({ definition: 'What counts, '.repeat(55_000) });
  await database.update(keyResult).set({ definition });
  const { lines, pages } = await mapOf(people.viewer);
  expect(pages).toBe(2);
  expect(lines.map(({ id }) => id)[0]).toBe(objectiveId);
  expect(lines.map(({ signals }) => unpackSignals(signals).progress)).toEqual([0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
});

test('a map of 700 comes in pages that fit into replies, nothing twice and nothing left out', async () => {
  const { teamId, cycleId } = world;
  const long = 'Every learner finds the lesson that they need '.repeat(5).trim();
  await database.insert(objective).values(
    Array.from({ length: 700 }, (_, at) => ({
      id: newId<'objective'>(),
      number: at + 2,
      teamId,
      cycleId,
      title: `${at} ${long}`,
      why: '',
      owner: null,
      restricted: at === 0,
      viewers: [],
      removed: false,
      version: 1,
      changeRequest: requestId(),
      changedBy: people.lead,
      changedAt: site.now(),
      changeAct: 'create',
      changeWhy: '',
      changeDetail: [],
      changeHash: '0'.repeat(22),
    })),
  );
  const { lines, pages } = await mapOf(people.stranger);
  expect(pages).toBeGreaterThan(1);
  // All but the restricted one, with the world's own.
  expect(lines).toHaveLength(700);
  expect(new Set(lines.map(({ id }) => id)).size).toBe(700);
  const first = unwrap(await call(site, people.stranger, 'map.read', { cycleId, after: null }));
  expect(JSON.stringify(first).length).toBeLessThan(200_000);
  expect(first.left).toBe(700 - first.lines.length);
});
