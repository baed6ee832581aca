import type { Parsed } from '../../../src/contract/calls';
import { localDate } from '../../../src/domain/dates';
import type { AccountId, KeyResultId } from '../../../src/domain/ids';
import { doneOn, makeAttached, seeWork } from '../../builders/attached';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  aCheckIn,
  call,
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
let world: Awaited<ReturnType<typeof makeWorld>>;
beforeEach(async () => {
  site = await openInstallation();
  world = await makeWorld(site);
});
afterEach(() => site.close());

const decision = { text: 'Talk to ten people', owner: people.owner, dueOn: localDate('2026-05-19') };

async function checkIn(keyResultId: KeyResultId, more: Partial<Parsed<'check-in.record'>> = {}) {
  const asked = aCheckIn(keyResultId, more);
  unwrap(await call(site, people.member, 'check-in.record', asked));
  return asked.id;
}
const keep = (by: AccountId, more: Partial<Parsed<'digest.keep'>> = {}) =>
  call(site, by, 'digest.keep', {
    id: newId<'digest'>(),
    teamId: world.teamId,
    cycleId: world.cycleId,
    heldOn: localDate('2026-05-12'),
    note: '',
    ...more,
  });
const read = async (by: AccountId, id: Parsed<'digest.read'>['id']) =>
  unwrap(await call(site, by, 'digest.read', { id }));
const follow = (
  by: AccountId,
  more: Pick<Parsed<'follow-up.say'>, 'checkInId'> & Partial<Parsed<'follow-up.say'>>,
) =>
  call(site, by, 'follow-up.say', {
    id: newId<'follow-up'>(),
    keyResultId: world.keyResultId,
    subject: 'decision',
    outcome: 'done',
    note: '',
    dueOn: null,
    ...more,
  });
const meeting = async (by: AccountId) => {
  const asked = { teamId: world.teamId, cycleId: world.cycleId, projectId: null };
  return unwrap(await call(site, by, 'meeting.read', asked));
};

test('a digest keeps how the key results stood and what was said since the last one', async () => {
  const { keyResultId } = world;
  site.setNow('2026-05-05T09:00:00.000Z');
  await checkIn(keyResultId, { day: localDate('2026-05-05'), value: 50, confidence: 7 });
  unwrap(await keep(people.member, { heldOn: localDate('2026-05-05') }));
  site.setNow('2026-05-12T09:00:00.000Z');
  await checkIn(keyResultId, { value: 63, confidence: 3, blocker: 'The bank', decision });
  const done = await makeAttached(site, keyResultId, { publicName: 'New form' });
  await seeWork(site, done.issueId, doneOn('2026-05-08'));
  const { id } = unwrap(await keep(people.member, { note: 'A short one.' }));

  const digest = await read(people.stranger, id);
  expect(digest).toMatchObject({
    id,
    heldOn: '2026-05-12',
    since: '2026-05-05',
    endedBy: people.member,
    note: 'A short one.',
    team: { id: world.teamId, name: 'Checkout' },
    cycle: { id: world.cycleId, name: '2026 Q2' },
  });
  const [keyResult] = digest.objectives.flatMap(({ keyResults }) => keyResults);
  expect(keyResult).toMatchObject({
    id: keyResultId,
    key: 'KR-1',
    saidAnew: true,
    standing: { latest: { value: 63, on: '2026-05-12' }, pace: 'ahead' },
    value: { from: 50, to: 63, change: 13 },
    confidence: { from: 7, to: 3, change: -4 },
    blockers: ['The bank'],
    decisions: [decision],
    work: [{ what: 'done', issueId: done.issueId, publicName: 'New form', on: '2026-05-08' }],
  });
  // What is measured and decided later changes nothing of it.
  site.setNow('2026-05-19T09:00:00.000Z');
  await checkIn(keyResultId, { day: localDate('2026-05-19'), value: 20, confidence: 1 });
  expect(await read(people.stranger, id)).toEqual(digest);
});

test('what is said on the day of the meeting, after it was ended, is the next digest’s', async () => {
  unwrap(await keep(people.member));
  site.setNow('2026-05-12T15:00:00.000Z');
  await checkIn(world.keyResultId, { value: 61 });
  site.setNow('2026-05-19T09:00:00.000Z');
  const { id } = unwrap(await keep(people.member, { heldOn: localDate('2026-05-19') }));
  const [keyResult] = (await read(people.member, id)).objectives.flatMap(({ keyResults }) => keyResults);
  expect(keyResult).toMatchObject({ saidAnew: true, standing: { latest: { value: 61 } } });
});

test('finished work is told in one digest', async () => {
  const done = await makeAttached(site, world.keyResultId);
  await seeWork(site, done.issueId, doneOn('2026-05-12'));
  const work = async (id: Parsed<'digest.read'>['id']) =>
    (await read(people.member, id)).objectives.flatMap(({ keyResults }) =>
      keyResults.flatMap((one) => one.work.map(({ what }) => what)),
    );
  const first = unwrap(await keep(people.member));
  expect(await work(first.id)).toEqual(['done']);
  site.setNow('2026-05-19T09:00:00.000Z');
  const second = unwrap(await keep(people.member, { heldOn: localDate('2026-05-19') }));
  expect(await work(second.id)).toEqual([]);
});

test('a kept digest never names an objective to those who may not see it, whenever it was restricted', async () => {
  const { teamId, cycleId } = world;
  const secret = await makeObjective(site, world, {
    title: 'Buy the rival',
    restricted: true,
    viewers: [people.viewer],
  });
  await makeKeyResult(site, secret, { title: 'Rival bought' });
  const { id } = unwrap(await keep(people.member));
  const titles = async (who: AccountId) =>
    (await read(who, id)).objectives.map(({ title, restricted }) => [title, restricted]);
  const open = ['Buying is effortless', false];
  for (const who of [people.member, people.lead, people.viewer]) {
    expect({ who, titles: await titles(who) }).toEqual({ who, titles: [open, ['Buy the rival', true]] });
  }
  for (const who of [people.stranger, people.okrLead]) {
    expect({ who, titles: await titles(who) }).toEqual({ who, titles: [open] });
    expect(JSON.stringify(await read(who, id))).not.toMatch(/rival/i);
  }
  // An OKR lead who is not in the team ends a meeting without what they may not see.
  const byLead = unwrap(await keep(people.okrLead, { teamId, cycleId }));
  expect((await read(people.member, byLead.id)).objectives.map(({ title }) => title)).toEqual([
    'Buying is effortless',
  ]);
  // Restricted later: then it vanishes from digests that were kept before.
  const { objectives } = await site.repositories.okrs.read(
    { by: 'objective', id: world.objectiveId },
    people.lead,
  );
  const { version, title, why, owner, viewers } = objectives[0]?.objective ?? {
    version: 0,
    title: '',
    why: '',
    owner: null,
    viewers: [],
  };
  const objective = { title, why, owner, viewers, restricted: true };
  unwrap(
    await call(site, people.lead, 'objective.edit', {
      id: world.objectiveId,
      version,
      requestId: newId(),
      objective,
      why: '',
    }),
  );
  expect(await titles(people.stranger)).toEqual([]);
});

test('a meeting lists earlier ones, and says what is new since the last', async () => {
  expect(await meeting(people.stranger)).toMatchObject({ since: null, digests: [], can: { end: false } });
  const first = unwrap(await keep(people.member, { heldOn: localDate('2026-05-05') }));
  const second = unwrap(await keep(people.lead));
  const after = await meeting(people.member);
  expect(after.digests.map(({ id, endedBy }) => [id, endedBy])).toEqual([
    [second.id, people.lead],
    [first.id, people.member],
  ]);
  expect(after).toMatchObject({
    since: { day: '2026-05-12', at: '2026-05-12T09:00:00.000Z' },
    can: { end: true },
  });
});

test('a meeting opens with the reader’s own team and the running cycle', async () => {
  await makeTeam(site, { name: 'Another', lead: people.stranger, members: [] });
  const nowhere = { teamId: null, cycleId: null, projectId: null };
  const own = unwrap(await call(site, people.member, 'meeting.read', nowhere));
  expect(own).toMatchObject({ teamId: world.teamId, cycleId: world.cycleId });
});

test('a quarter that is scored in its last days is still the cycle people are in, and not its year', async () => {
  const year = { name: '2026', startsOn: localDate('2026-01-01'), endsOn: localDate('2026-12-31') };
  await makeCycle(site, year);
  await moveCycle(site, world.cycleId, 'scoring');
  const nowhere = { teamId: null, cycleId: null, projectId: null };
  const opened = unwrap(await call(site, people.member, 'meeting.read', nowhere));
  expect(opened.cycleId).toBe(world.cycleId);
});

test('alone, one meets one’s own key results of every team', async () => {
  const teamId = await makeTeam(site, { name: 'Another' });
  const objectiveId = await makeObjective(site, { teamId, cycleId: world.cycleId });
  const other = await makeKeyResult(site, objectiveId);
  await makeKeyResult(site, objectiveId, { owner: people.lead });
  const mine = unwrap(await call(site, people.owner, 'meeting.alone', {}));
  const ids = mine.objectives.flatMap(({ keyResults }) => keyResults.map(({ id }) => id));
  expect(ids).toEqual([world.keyResultId, other]);
});

test('a digest is its team’s to end, of a day that has come, in a cycle that runs', async () => {
  expect(await keep(people.stranger)).toMatchObject({ refusal: { code: 'not-allowed' } });
  expect(await keep(people.member, { heldOn: localDate('2026-05-13') })).toMatchObject({
    refusal: { code: 'invalid', field: 'heldOn' },
  });
  await moveCycle(site, world.cycleId, 'closed');
  expect(await keep(people.member)).toMatchObject({ refusal: { code: 'invalid', field: 'cycleId' } });
});

test('a decision is carried on, done, and open again; history has all of it', async () => {
  const checkInId = await checkIn(world.keyResultId, { decision });
  const dueOn = localDate('2026-05-26');
  site.setNow('2026-05-12T09:00:30.000Z');
  unwrap(await follow(people.member, { checkInId, outcome: 'carried-on', dueOn, note: 'Six talked to.' }));
  site.setNow('2026-05-12T09:01:00.000Z');
  unwrap(await follow(people.owner, { checkInId }));
  site.setNow('2026-05-12T09:02:00.000Z');
  unwrap(await follow(people.member, { checkInId, outcome: 'open' }));
  const { history, objectives } = unwrap(
    await call(site, people.stranger, 'key-result.read', { id: world.keyResultId }),
  );
  const [keyResult] = objectives.flatMap(({ keyResults }) => keyResults);
  expect(keyResult?.followUps.map(({ outcome, by }) => [outcome, by])).toEqual([
    ['carried-on', people.member],
    ['done', people.owner],
    ['open', people.member],
  ]);
  expect(history.slice(0, 3).map(({ act, changes, why }) => [act, changes[0]?.to, why])).toEqual([
    ['follow-up', '"open"', ''],
    ['follow-up', '"done"', ''],
    ['follow-up', '"carried-on"', 'Six talked to.'],
  ]);
});

test('who was asked answers, from outside the team, too; nobody else does', async () => {
  const ask = { text: 'Two days of a designer', of: people.stranger };
  const checkInId = await checkIn(world.keyResultId, { ask });
  const answer = { checkInId, subject: 'ask' as const, note: 'On Monday.' };
  expect(await follow(people.viewer, answer)).toMatchObject({ refusal: { code: 'not-allowed' } });
  expect(
    await follow(people.stranger, { ...answer, outcome: 'carried-on', dueOn: decision.dueOn }),
  ).toMatchObject({
    refusal: { code: 'invalid', field: 'outcome' },
  });
  unwrap(await follow(people.stranger, answer));
  expect(await follow(people.member, { checkInId: newId() })).toMatchObject({
    refusal: { code: 'not-found' },
  });
  expect(await follow(people.member, { checkInId, subject: 'decision' })).toMatchObject({
    refusal: { code: 'not-found' },
  });
});

test('a decision is carried on to a day, and only then', async () => {
  const checkInId = await checkIn(world.keyResultId, { decision });
  for (const more of [
    { outcome: 'carried-on' as const },
    { outcome: 'done' as const, dueOn: decision.dueOn },
  ]) {
    expect(await follow(people.member, { checkInId, ...more })).toMatchObject({
      refusal: { code: 'invalid', field: 'dueOn' },
    });
  }
});

test('praise stays with the key result until who gave it takes it back', async () => {
  const give = (by: AccountId, person: AccountId) =>
    call(site, by, 'recognition.give', {
      id: newId<'recognition'>(),
      keyResultId: world.keyResultId,
      person,
      words: 'Ten calls in two days.',
    });
  const praise = async () =>
    unwrap(await call(site, people.stranger, 'key-result.read', { id: world.keyResultId })).praise;
  expect(await give(people.stranger, people.owner)).toMatchObject({ refusal: { code: 'not-allowed' } });
  expect(await give(people.member, people.member)).toMatchObject({
    refusal: { code: 'invalid', field: 'person' },
  });
  const { id } = unwrap(await give(people.member, people.owner));
  expect(await praise()).toEqual([
    {
      id,
      person: people.owner,
      words: 'Ten calls in two days.',
      by: people.member,
      at: '2026-05-12T09:00:00.000Z',
    },
  ]);
  const back = { id: newId<'recognition'>(), recognitionId: id };
  expect(await call(site, people.lead, 'recognition.take-back', back)).toMatchObject({
    refusal: { code: 'not-allowed' },
  });
  unwrap(await call(site, people.member, 'recognition.take-back', back));
  expect(await praise()).toEqual([]);
  const { history } = unwrap(await call(site, people.member, 'key-result.read', { id: world.keyResultId }));
  expect(history.map(({ act }) => act)).toEqual(expect.arrayContaining(['praise', 'take-back-praise']));
});

test('the meeting and its digest ask no more than they may', async () => {
  const count = async (act: () => Promise<unknown>) => (await site.statements(act)).length;
  const { id } = unwrap(await keep(people.member));
  const { teamId, cycleId } = world;
  expect(
    await count(() => call(site, people.viewer, 'meeting.read', { teamId, cycleId, projectId: null })),
  ).toBe(4);
  expect(await count(() => call(site, people.owner, 'meeting.alone', {}))).toBe(1);
  expect(await count(() => call(site, people.viewer, 'digest.read', { id }))).toBe(3);
});
