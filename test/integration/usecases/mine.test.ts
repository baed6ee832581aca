import type { Parsed } from '../../../src/contract/calls';
import { localDate } from '../../../src/domain/dates';
import type { AccountId } from '../../../src/domain/ids';
import { doneOn, makeAttached, seeWork } from '../../builders/attached';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  aCheckIn,
  call,
  makeObjective,
  makeKeyResult,
  makeScore,
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

const mine = async (who: AccountId) => unwrap(await call(site, who, 'mine.read', {}));
const kinds = async (who: AccountId) => (await mine(who)).owed.map(({ kind }) => kind);

async function checkIn(more: Partial<Parsed<'check-in.record'>>) {
  const asked = aCheckIn(world.keyResultId, more);
  unwrap(await call(site, people.member, 'check-in.record', asked));
  return asked.id;
}

const follow = (by: AccountId, more: Pick<Parsed<'follow-up.say'>, 'checkInId' | 'subject' | 'outcome'>) =>
  call(site, by, 'follow-up.say', {
    id: newId<'follow-up'>(),
    keyResultId: world.keyResultId,
    note: '',
    dueOn: null,
    ...more,
  });

test('an ask lands with the person asked until it is answered, and again when it is opened', async () => {
  const ask = { text: 'Two days of a designer', of: people.stranger };
  const checkInId = await checkIn({ ask });
  expect((await mine(people.stranger)).owed).toEqual([
    { kind: 'ask', keyResultId: world.keyResultId, checkInId },
  ]);
  expect(await kinds(people.viewer)).toEqual([]);
  site.setNow('2026-05-12T09:01:00.000Z');
  unwrap(await follow(people.stranger, { checkInId, subject: 'ask', outcome: 'done' }));
  expect(await kinds(people.stranger)).toEqual([]);
  site.setNow('2026-05-12T09:02:00.000Z');
  unwrap(await follow(people.member, { checkInId, subject: 'ask', outcome: 'open' }));
  expect(await kinds(people.stranger)).toEqual(['ask']);
});

test('a decision is owed by who has it, from the check-in before its day on', async () => {
  const decision = { text: 'Talk to ten people', owner: people.viewer, dueOn: localDate('2026-05-20') };
  const checkInId = await checkIn({ decision });
  // Due in eight days, and the next check-in is in seven.
  expect(await kinds(people.viewer)).toEqual([]);
  site.setNow('2026-05-13T09:00:00.000Z');
  expect((await mine(people.viewer)).owed).toEqual([
    { kind: 'decision', keyResultId: world.keyResultId, checkInId, dueOn: '2026-05-20' },
  ]);
  unwrap(await follow(people.viewer, { checkInId, subject: 'decision', outcome: 'dropped' }));
  expect(await kinds(people.viewer)).toEqual([]);
});

test('what is restricted lands with nobody who may not see it', async () => {
  const secret = await makeObjective(site, world, { restricted: true });
  const keyResultId = await makeKeyResult(site, secret);
  const asked = aCheckIn(keyResultId, { ask: { text: 'Help', of: people.stranger } });
  unwrap(await call(site, people.member, 'check-in.record', asked));
  expect(await mine(people.stranger)).toMatchObject({ owed: [], objectives: [] });
});

test('an objective waits for a next step until something is decided or goes on', async () => {
  const next = async () => (await mine(people.lead)).onObjectives;
  const owed = [{ kind: 'next-step', objectiveId: world.objectiveId }];
  expect(await next()).toEqual(owed);
  const decision = { text: 'Talk to ten people', owner: people.viewer, dueOn: localDate('2026-05-20') };
  const checkInId = await checkIn({ decision });
  expect(await next()).toEqual([]);
  site.setNow('2026-05-12T09:01:00.000Z');
  unwrap(await follow(people.lead, { checkInId, subject: 'decision', outcome: 'done' }));
  expect(await next()).toEqual(owed);
  const { issueId } = await makeAttached(site, world.keyResultId);
  expect(await next()).toEqual([]);
  await seeWork(site, issueId, doneOn('2026-05-11'));
  expect(await next()).toEqual(owed);
  // Nothing is left to do for what is reached.
  await checkIn({ value: 80 });
  expect(await next()).toEqual([]);
});

test('while the cycle is scored, scores and write-ups are owed until they are given', async () => {
  await moveCycle(site, world.cycleId, 'scoring');
  expect(await kinds(people.owner)).toContain('score');
  const writeUp = [{ kind: 'write-up', objectiveId: world.objectiveId }];
  expect((await mine(people.lead)).onObjectives).toEqual(writeUp);
  await makeScore(site, world.keyResultId);
  expect(await kinds(people.owner)).not.toContain('score');
  unwrap(
    await call(site, people.lead, 'objective.confirm', {
      id: newId<'score'>(),
      version: 0,
      requestId: newId(),
      objectiveId: world.objectiveId,
      score: 0.4,
      writeUp: 'Less than we hoped.',
    }),
  );
  expect((await mine(people.lead)).onObjectives).toEqual([]);
});
