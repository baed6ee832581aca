import type { OkrsReading } from '../../../src/contract/readings';
import type { IssueId, KeyResultId, ProjectId } from '../../../src/domain/ids';
import { localDate, type LocalDate, addDays } from '../../../src/domain/dates';
import { makeAttached } from '../../builders/attached';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  aCheckIn,
  aDefinition,
  aKeyResult,
  anObjective,
  call,
  checkInOn,
  makeCycle,
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
beforeEach(async () => {
  site = await openInstallation();
});
afterEach(() => site.close());

async function attach(keyResultId: KeyResultId, issueId: string): Promise<void> {
  await makeAttached(site, keyResultId, { issueId: issueId as IssueId });
}

const keyResultsIn = ({ objectives }: OkrsReading) => objectives.flatMap(({ keyResults }) => keyResults);

test('check-ins and initiatives of a key result do not multiply', async () => {
  const { keyResultId } = await makeWorld(site);
  await checkInOn(site, keyResultId, { '2026-04-28': 1, '2026-05-05': 2, '2026-05-12': 3 });
  const before = site.now();
  await attach(keyResultId, '10001');
  // At one moment there is no older one, and chance would order them.
  site.setNow('2026-05-12T09:01:00.000Z');
  await attach(keyResultId, '10002');
  site.setNow(before);
  const [keyResult] = keyResultsIn(
    unwrap(await call(site, people.viewer, 'key-result.read', { id: keyResultId })),
  );
  expect(keyResult?.checkIns.map(({ value }) => value)).toEqual([1, 2, 3]);
  expect(keyResult?.initiatives.map(({ issueId }) => issueId)).toEqual(['10001', '10002']);
});

test('each view sends no more statements than it may', async () => {
  const { keyResultId, teamId, cycleId, objectiveId } = await makeWorld(site);
  await attach(keyResultId, '10001');
  const count = async (act: () => Promise<unknown>) => (await site.statements(act)).length;
  const panel = { issueId: '10001' as IssueId, ancestorIds: [] };
  expect(await count(() => call(site, people.viewer, 'panel.read', panel))).toBe(1);
  const nowhere = { issueId: '99999' as IssueId, ancestorIds: [] };
  expect(await count(() => call(site, people.viewer, 'panel.read', nowhere))).toBe(1);
  for (const show of [
    { kind: 'objective', id: objectiveId },
    { kind: 'key-result', id: keyResultId },
    { kind: 'team', id: teamId, cycleId: null },
    { kind: 'cycle', id: cycleId },
  ] as const) {
    expect(await count(() => call(site, people.viewer, 'macro.read', { show }))).toBe(1);
  }
  const overview = { cycleId: null, teamId: null, projectId: null };
  expect(await count(() => call(site, people.viewer, 'overview.read', overview))).toBe(4);
  expect(await count(() => call(site, people.viewer, 'key-result.read', { id: keyResultId }))).toBe(4);
  expect(await count(() => call(site, people.viewer, 'objective.read', { id: objectiveId }))).toBe(2);
  expect(await count(() => call(site, people.viewer, 'map.read', { cycleId, after: null }))).toBe(4);
  const parents = { text: '', teamId, cycleId };
  expect(await count(() => call(site, people.viewer, 'objective.search-parents', parents))).toBe(4);
  expect(await count(() => call(site, people.viewer, 'directory.read', {}))).toBe(3);
  expect(await count(() => call(site, people.owner, 'mine.read', {}))).toBe(4);
  expect(await count(() => call(site, people.viewer, 'preparation.list', { cycleId }))).toBe(2);
  expect(await count(() => call(site, people.viewer, 'preparation.read', { cycleId, teamId }))).toBe(3);
  const ofTeam = { of: { entity: 'team' as const, id: teamId } };
  expect(await count(() => call(site, people.viewer, 'history.read', ofTeam))).toBe(1);
  expect(await count(() => call(site, people.viewer, 'closing.read', { cycleId, teamId }))).toBe(4);
  expect(await count(() => call(site, people.viewer, 'closing.list', { cycleId }))).toBe(2);
  const later = { name: '2026 Q3', startsOn: localDate('2026-07-01'), endsOn: localDate('2026-09-30') };
  const next = await makeCycle(site, later, 'draft');
  await moveCycle(site, cycleId, 'scoring');
  const drafted = { cycleId: next, teamId };
  expect(await count(() => call(site, people.viewer, 'closing.learnings', drafted))).toBe(2);
  expect(await count(() => call(site, people.viewer, 'draft.read', drafted))).toBe(4);
  expect(await count(() => call(site, people.viewer, 'preparation.read', drafted))).toBe(3);
  const search = { text: 'conversion', projectId: null };
  expect(await count(() => call(site, people.viewer, 'key-result.search', search))).toBe(2);
  expect(await count(() => call(site, people.viewer, 'macro.search', { text: 'conversion' }))).toBe(3);
  expect(await count(() => call(site, people.viewer, 'settings.read', {}))).toBe(2);
});

test('a macro finds an objective that has no key result yet, and none that is restricted or closed', async () => {
  const { teamId, cycleId } = await makeWorld(site);
  await makeObjective(site, { teamId, cycleId }, { title: 'Nobody waits for help' });
  await makeObjective(site, { teamId, cycleId }, { title: 'Nobody waits in secret', restricted: true });
  const past = await makeCycle(site, { name: '2026 Q1' }, 'scoring');
  await makeObjective(site, { teamId, cycleId: past }, { title: 'Nobody waits any more' });
  await moveCycle(site, past, 'closed');
  const titles = async (text: string) =>
    unwrap(await call(site, people.stranger, 'macro.search', { text })).objectives.map(({ key, title }) => [
      key,
      title,
    ]);
  expect(await titles('nobody waits')).toEqual([['O-2', 'Nobody waits for help']]);
  expect(await titles('O-2')).toEqual([['O-2', 'Nobody waits for help']]);
  expect(await titles('Q2 effortless')).toEqual([['O-1', 'Buying is effortless']]);
  expect(await titles('')).toEqual([
    ['O-1', 'Buying is effortless'],
    ['O-2', 'Nobody waits for help'],
  ]);
});

test('a restricted objective is nowhere for those it is not for', async () => {
  const { teamId, cycleId } = await makeWorld(site);
  const secret = anObjective({
    title: 'Buy the rival',
    restricted: true,
    viewers: [people.viewer],
    owner: people.owner,
  });
  const objectiveId = await makeObjective(site, { teamId, cycleId }, secret);
  const keyResultId = await makeKeyResult(site, objectiveId, { title: 'Rival bought' });
  await attach(keyResultId, '10007');
  const requestId = newId<'request'>();
  const tries = async (who: typeof people.viewer) => ({
    overview: unwrap(
      await call(site, who, 'overview.read', { cycleId, teamId, projectId: null }),
    ).objectives.some(({ id }) => id === objectiveId),
    page: (await call(site, who, 'key-result.read', { id: keyResultId })).ok,
    search:
      unwrap(await call(site, who, 'key-result.search', { text: 'rival', projectId: null })).options.length >
      0,
    panel:
      unwrap(await call(site, who, 'panel.read', { issueId: '10007' as IssueId, ancestorIds: [] })).objectives
        .length > 0,
    macro: unwrap(
      await call(site, who, 'macro.read', { show: { kind: 'cycle', id: cycleId } }),
    ).objectives.some(({ id }) => id === objectiveId),
  });
  const seen = { overview: true, page: true, search: true, panel: true, macro: true };
  const unseen = { overview: false, page: false, search: false, panel: false, macro: false };
  for (const who of [people.lead, people.member, people.owner, people.viewer]) {
    expect({ who, ...(await tries(who)) }).toEqual({ who, ...seen });
  }
  // Leading OKRs opens nothing that is restricted.
  for (const who of [people.stranger, people.okrLead]) {
    expect({ who, ...(await tries(who)) }).toEqual({ who, ...unseen });
  }
  const notFound = { ok: false, refusal: { code: 'not-found' } };
  const change = { version: 1, requestId, why: '' };
  expect(
    await call(site, people.okrLead, 'objective.edit', {
      id: objectiveId,
      ...change,
      objective: anObjective(),
    }),
  ).toMatchObject(notFound);
  expect(
    await call(site, people.okrLead, 'key-result.edit', {
      id: keyResultId,
      ...change,
      keyResult: aKeyResult(),
    }),
  ).toMatchObject(notFound);
  expect(await call(site, people.okrLead, 'check-in.record', aCheckIn(keyResultId))).toMatchObject(notFound);
  expect(
    await call(site, people.okrLead, 'key-result.create', {
      id: newId<'key-result'>(),
      requestId,
      objectiveId,
      keyResult: aKeyResult(),
    }),
  ).toMatchObject(notFound);
  const unknown = await site.repositories.okrs.read({ by: 'objective', id: objectiveId }, null);
  expect(unknown.objectives).toEqual([]);
});

test('what is removed is gone from every view until it is brought back', async () => {
  const { objectiveId, keyResultId, teamId, cycleId } = await makeWorld(site);
  const set = (version: number, removed: boolean) =>
    call(site, people.lead, 'objective.set-removed', {
      id: objectiveId,
      version,
      requestId: newId<'request'>(),
      removed,
      why: '',
    });
  const objectives = async () =>
    unwrap(await call(site, people.viewer, 'overview.read', { cycleId, teamId, projectId: null })).objectives
      .length;
  unwrap(await set(1, true));
  expect(await objectives()).toBe(0);
  expect((await call(site, people.viewer, 'key-result.read', { id: keyResultId })).ok).toBe(false);
  unwrap(await set(2, false));
  expect(await objectives()).toBe(1);
});

test('search finds by words, key and team, and LIKE’s signs stand for themselves', async () => {
  const { objectiveId } = await makeWorld(site);
  await makeKeyResult(site, objectiveId, { title: 'Refunds below 100_% of orders' });
  const teamId = await makeTeam(site, { name: 'Onboarding', projectIds: ['10042' as ProjectId] });
  const cycleId = await makeCycle(site, { name: 'Year' }, 'closed');
  const closed = await makeObjective(site, { teamId, cycleId: await makeCycle(site, { name: '2026' }) });
  await makeKeyResult(site, closed, { title: 'Activation from 10 to 30' });
  expect(cycleId).toBeDefined();
  const search = async (text: string, projectId: string | null = null) =>
    unwrap(
      await call(site, people.viewer, 'key-result.search', {
        text,
        projectId: projectId as ProjectId | null,
      }),
    ).options.map(({ key }) => key);
  expect(await search('CONVERSION')).toEqual(['KR-1']);
  expect(await search('KR-2')).toEqual(['KR-2']);
  expect(await search('O-1')).toEqual(['KR-1', 'KR-2']);
  expect(await search('o-2')).toEqual(['KR-3']);
  expect(await search('onboarding')).toEqual(['KR-3']);
  expect(await search('100_%')).toEqual(['KR-2']);
  expect(await search('%')).toEqual(['KR-1', 'KR-2']);
  expect(await search('checkout refunds')).toEqual(['KR-2']);
  expect(await search('', '10042')).toEqual(['KR-3', 'KR-1', 'KR-2']);
  expect(await search("' OR 1=1 --")).toEqual([]);
});

test('what is found says where outcome and work do not fit together, and thirty of it stay within 200 KB', async () => {
  const { objectiveId, keyResultId } = await makeWorld(site);
  // Six weeks after 1 April nothing is attached; from 40 to 80, 52 is 0.3 of the way.
  await checkInOn(site, keyResultId, { '2026-05-11': 52 });
  const many: KeyResultId[] = [];
  for (let n = 0; n < 31; n += 1)
    many.push(await makeKeyResult(site, objectiveId, { title: `Conversion ${n}` }));
  await attach(many[0] ?? keyResultId, '10001');
  const read = () => call(site, people.viewer, 'key-result.search', { text: 'conversion', projectId: null });
  const found = unwrap(await read());
  expect(found.options).toHaveLength(30);
  expect(found.options.slice(0, 3).map(({ key, mismatch }) => [key, mismatch])).toEqual([
    ['KR-1', { kind: 'moving-without-work', gained: 0.3 }],
    ['KR-2', null],
    ['KR-3', { kind: 'no-initiative', cadences: 5 }],
  ]);
  expect(Buffer.byteLength(JSON.stringify(found))).toBeLessThanOrEqual(200 * 1024);
});

test('a team’s quarter of 4 × 4 key results with 13 check-ins each fits into 200 KB', async () => {
  const { teamId, cycleId } = await makeWorld(site);
  const evidence =
    'Orders ÷ visits of the week, from the warehouse; a campaign ran from Tuesday to Thursday. '.repeat(2);
  for (let objective = 0; objective < 4; objective += 1) {
    const objectiveId = await makeObjective(site, { teamId, cycleId }, { why: evidence });
    for (let keyResult = 0; keyResult < 4; keyResult += 1) {
      const id = await makeKeyResult(site, objectiveId, {
        definition: aDefinition({ definition: evidence }),
      });
      await Promise.all(
        Array.from({ length: 13 }, async (_, week) => {
          const day: LocalDate = addDays(localDate('2026-02-13'), 7 * week);
          unwrap(await call(site, people.member, 'check-in.record', aCheckIn(id, { day, evidence })));
        }),
      );
    }
  }
  const reading = unwrap(
    await call(site, people.lead, 'overview.read', { cycleId, teamId, projectId: null }),
  );
  expect(keyResultsIn(reading)).toHaveLength(17);
  expect(keyResultsIn(reading).flatMap(({ checkIns }) => checkIns)).toHaveLength(16 * 13);
  const bytes = Buffer.byteLength(JSON.stringify(reading));
  expect(bytes).toBeLessThanOrEqual(200 * 1024);
  console.info(`overview of a team: ${Math.round(bytes / 1024)} KB`);
});
