import { localDate } from '../../../src/domain/dates';
import type { AccountId } from '../../../src/domain/ids';
import { defaultSite } from '../../../src/storage/site';
import { requestId, type World } from '../../builders/acts';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  aCheckIn,
  aCycle,
  aDefinition,
  aKeyResult,
  anObjective,
  aTeam,
  call,
  checkInOn,
  makeDecision,
  makeKeyResult,
  makeObjective,
  makeOtherTeam,
  makePraise,
  makeWorld,
  moveCycle,
  newId,
  people,
  unwrap,
} from '../../builders/world';

let site: Installation;
let world: World;
beforeAll(async () => {
  site = await openInstallation();
  world = await makeWorld(site);
});
afterAll(() => site.close());

test('a team cannot be beneath itself', async () => {
  const child = newId<'team'>();
  unwrap(
    await call(site, people.lead, 'team.create', {
      id: child,
      requestId: requestId(),
      team: aTeam({ parentId: world.teamId }),
    }),
  );
  expect(
    await call(site, people.lead, 'team.edit', {
      id: world.teamId,
      version: 1,
      requestId: requestId(),
      team: aTeam({ parentId: child }),
      why: '',
    }),
  ).toMatchObject({ refusal: { code: 'invalid', field: 'team.parentId' } });
});

test('a team’s lead starts a drafted cycle, and leaves every other move to an OKR lead', async () => {
  const id = newId<'cycle'>();
  unwrap(await call(site, people.lead, 'cycle.create', { id, requestId: requestId(), cycle: aCycle() }));
  const move = (by: AccountId, version: number, phase: 'active' | 'scoring') =>
    call(site, by, 'cycle.set-phase', { id, version, requestId: requestId(), phase, why: '' });
  expect(await move(people.stranger, 1, 'active')).toMatchObject({ refusal: { code: 'not-allowed' } });
  expect(await move(people.lead, 1, 'active')).toEqual({ ok: true, value: { id, version: 2 } });
  expect(await move(people.lead, 2, 'scoring')).toMatchObject({ refusal: { code: 'not-allowed' } });
  expect(await move(people.okrLead, 2, 'scoring')).toEqual({ ok: true, value: { id, version: 3 } });
});

test('strangers read everything open and change nothing', async () => {
  const { objectiveId, keyResultId, teamId, cycleId } = world;
  const change = { version: 1, requestId: requestId(), why: '' };
  const by = people.stranger;
  for (const refused of [
    await call(site, by, 'team.edit', { id: teamId, ...change, team: aTeam() }),
    await call(site, by, 'team.set-archived', { id: teamId, ...change, archived: true }),
    await call(site, people.member, 'team.describe', {
      id: newId<'team-profile'>(),
      ...change,
      version: 0,
      teamId,
      profile: { mission: '', priorities: [], spaceId: null },
    }),
    await call(site, by, 'cycle.edit', {
      id: cycleId,
      ...change,
      version: 2,
      cycle: aCycle({ name: 'Mine' }),
    }),
    await call(site, by, 'settings.save', {
      version: 1,
      requestId: requestId(),
      settings: defaultSite,
      why: '',
    }),
    await call(site, by, 'cycle.create', { id: newId<'cycle'>(), requestId: requestId(), cycle: aCycle() }),
    await call(site, by, 'cycle.set-phase', { id: cycleId, ...change, version: 2, phase: 'scoring' }),
    await call(site, by, 'objective.create', {
      id: newId<'objective'>(),
      requestId: requestId(),
      teamId,
      cycleId,
      objective: anObjective(),
    }),
    await call(site, by, 'objective.edit', { id: objectiveId, ...change, objective: anObjective() }),
    await call(site, by, 'key-result.create', {
      id: newId<'key-result'>(),
      requestId: requestId(),
      objectiveId,
      keyResult: aKeyResult(),
    }),
    await call(site, by, 'key-result.edit', { id: keyResultId, ...change, keyResult: aKeyResult() }),
    await call(site, by, 'key-result.set-removed', { id: keyResultId, ...change, removed: true }),
    await call(site, by, 'check-in.record', aCheckIn(keyResultId)),
    await call(site, by, 'digest.keep', {
      id: newId<'digest'>(),
      teamId,
      cycleId,
      heldOn: localDate('2026-05-12'),
      note: '',
    }),
    await call(site, by, 'follow-up.say', {
      id: newId<'follow-up'>(),
      keyResultId,
      checkInId: await makeDecision(site, keyResultId),
      subject: 'decision',
      outcome: 'done',
      note: '',
      dueOn: null,
    }),
    await call(site, by, 'recognition.give', {
      id: newId<'recognition'>(),
      keyResultId,
      person: people.owner,
      words: 'Ten calls in two days.',
    }),
    await call(site, by, 'recognition.take-back', {
      id: newId<'recognition'>(),
      recognitionId: await makePraise(site, keyResultId),
    }),
    await call(site, by, 'key-result.show-under', {
      id: newId<'shared-key-result'>(),
      version: 0,
      requestId: requestId(),
      keyResultId: (await makeOtherTeam(site, cycleId)).keyResultId,
      objectiveId,
      shown: true,
    }),
    // A member checks in, and no more.
    await call(site, people.member, 'key-result.edit', {
      id: keyResultId,
      ...change,
      keyResult: aKeyResult(),
    }),
  ]) {
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } });
  }
  expect((await call(site, by, 'key-result.read', { id: keyResultId })).ok).toBe(true);
});

test('while a cycle runs, a new target needs a reason; a new title does not', async () => {
  const keyResultId = await makeKeyResult(site, world.objectiveId);
  const base = { id: keyResultId, version: 1, requestId: requestId(), why: '' };
  const definition = aDefinition({ metric: { kind: 'increase', start: 40, target: 70 } });
  expect(
    await call(site, people.owner, 'key-result.edit', { ...base, keyResult: aKeyResult({ definition }) }),
  ).toMatchObject({
    refusal: { code: 'invalid', field: 'why' },
  });
  unwrap(
    await call(site, people.owner, 'key-result.edit', {
      ...base,
      keyResult: aKeyResult({ title: 'Better words' }),
    }),
  );
});

test('a closed cycle takes follow-up and decisions, and nothing else', async () => {
  const { teamId, cycleId, objectiveId, keyResultId } = await makeWorld(site);
  await checkInOn(site, keyResultId, { '2026-05-12': 63 });
  await moveCycle(site, cycleId, 'closed');
  site.setNow('2026-08-01T09:00:00.000Z');
  const closed = { ok: false, refusal: { code: 'closed' } };
  const change = { version: 1, requestId: requestId(), why: 'late' };
  const record = (more: Parameters<typeof aCheckIn>[1]) =>
    call(site, people.member, 'check-in.record', aCheckIn(keyResultId, { confidence: null, ...more }));
  expect(
    await call(site, people.lead, 'objective.edit', {
      id: objectiveId,
      ...change,
      objective: anObjective({ title: 'x' }),
    }),
  ).toMatchObject(closed);
  expect(
    await call(site, people.lead, 'objective.create', {
      id: newId<'objective'>(),
      requestId: requestId(),
      teamId,
      cycleId,
      objective: anObjective(),
    }),
  ).toMatchObject(closed);
  expect(
    await call(site, people.lead, 'key-result.edit', {
      id: keyResultId,
      ...change,
      keyResult: aKeyResult({ title: 'x' }),
    }),
  ).toMatchObject(closed);
  expect(await record({ day: localDate('2026-06-30') })).toMatchObject(closed);
  expect(await record({ day: localDate('2026-07-20'), confidence: 5 })).toMatchObject(closed);
  expect(
    await record({ day: localDate('2026-07-20'), value: 71, evidence: 'From the export.' }),
  ).toMatchObject({ ok: true });
  const decision = { text: 'Build on it.', owner: people.lead, dueOn: localDate('2026-09-01') };
  expect(await record({ day: localDate('2026-05-12'), value: null, decision })).toMatchObject({ ok: true });
  site.setNow('2026-05-12T09:00:00.000Z');
});

test('key results of one objective cannot all weigh 0', async () => {
  const objectiveId = await makeObjective(site, world);
  const make = (weight: number) =>
    call(site, people.lead, 'key-result.create', {
      id: newId<'key-result'>(),
      requestId: requestId(),
      objectiveId,
      keyResult: aKeyResult({ definition: aDefinition({ weight }) }),
    });
  expect(await make(0)).toMatchObject({ refusal: { code: 'invalid', field: 'keyResult.definition.weight' } });
  expect((await make(1)).ok).toBe(true);
  expect((await make(0)).ok).toBe(true);
});
