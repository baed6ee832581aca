import { instant, localDate } from '../../../src/domain/dates';
import type { AccountId } from '../../../src/domain/ids';
import type { Owed } from '../../../src/domain/owed';
import { requestId, type World } from '../../builders/acts';
import { doneOn, expecting, makeAttached, seeWork } from '../../builders/attached';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  aCheckIn,
  anObjective,
  call,
  makeKeyResult,
  makeObjective,
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
  site.setNow('2026-04-01T09:00:00.000Z');
  world = await makeWorld(site);
});
afterEach(() => site.close());

async function mine(who: AccountId) {
  const { owed, objectives } = unwrap(await call(site, who, 'mine.read', {}));
  return { owed, keyResults: objectives.flatMap(({ keyResults }) => keyResults.map(({ id }) => id)) };
}
const kinds = async (who: AccountId): Promise<Owed['kind'][]> =>
  (await mine(who)).owed.map(({ kind }) => kind);

/** Measured with a confidence on these days, each on its day. */
async function checkIns(keyResultId: World['keyResultId'], values: Record<string, number>) {
  for (const [on, value] of Object.entries(values)) {
    site.setNow(`${on}T09:00:00.000Z`);
    unwrap(
      await call(
        site,
        people.member,
        'check-in.record',
        aCheckIn(keyResultId, { day: localDate(on), value, evidence: 'From the export.' }),
      ),
    );
  }
}

const before = { '2026-04-08': 50, '2026-04-15': 51, '2026-04-22': 49, '2026-04-29': 50 };

/** Done on 1 May and live that day, as somebody said. */
async function finished(more: Parameters<typeof makeAttached>[2] = {}) {
  const attached = await makeAttached(site, world.keyResultId, {
    attachedAt: instant(Date.parse('2026-04-02T09:00:00.000Z')),
    hypothesis: expecting(8, 7),
    liveOn: localDate('2026-05-01'),
    liveBy: people.owner,
    ...more,
  });
  await seeWork(site, attached.issueId, doneOn('2026-05-01'));
  return attached;
}

test('nothing owed is an empty list', async () => {
  expect(await mine(people.owner)).toEqual({ owed: [], keyResults: [] });
});

test('a key result due is its owner’s, and nobody else’s', async () => {
  site.setNow('2026-04-09T09:00:00.000Z');
  expect(await mine(people.owner)).toEqual({
    owed: [
      {
        kind: 'check-in',
        keyResultId: world.keyResultId,
        value: { state: 'stale', last: null, dueOn: '2026-04-08' },
        confidence: { state: 'stale', last: null, dueOn: '2026-04-08' },
      },
    ],
    keyResults: [world.keyResultId],
  });
  for (const who of [people.lead, people.member, people.stranger]) expect(await kinds(who)).toEqual([]);
});

test('one that nobody owns is its team’s lead’s', async () => {
  const ownerless = await makeKeyResult(site, world.objectiveId, {
    title: 'Refunds from 9 to 4',
    owner: null,
  });
  site.setNow('2026-04-09T09:00:00.000Z');
  expect((await mine(people.lead)).owed.map(({ keyResultId }) => keyResultId)).toEqual([ownerless]);
  expect((await mine(people.owner)).keyResults).toEqual([world.keyResultId]);
});

test('finished work is too early until three values came after its lag, then a verdict is owed until it is given', async () => {
  const { initiativeId } = await finished();
  await checkIns(world.keyResultId, { ...before, '2026-05-06': 55, '2026-05-13': 60 });
  // The effect shows from 8 May; of three values one is there, and the third is two weeks on.
  expect((await mine(people.owner)).owed).toEqual([
    {
      kind: 'too-early',
      keyResultId: world.keyResultId,
      initiativeId,
      returnsOn: '2026-05-27',
      before: 4,
      after: 1,
    },
  ]);
  await checkIns(world.keyResultId, { '2026-05-20': 61, '2026-05-27': 60 });
  const owed = { kind: 'verdict', keyResultId: world.keyResultId, initiativeId, live: '2026-05-01' };
  expect((await mine(people.owner)).owed).toEqual([{ ...owed, verdict: 'moved' }]);
  const own = { verdict: 'could-not-see' as const, reason: 'We changed the shop', decision: null };
  const { seen } = await seenOf(initiativeId);
  unwrap(
    await call(site, people.lead, 'initiative.judge', {
      id: newId<'judgement'>(),
      initiativeId,
      seen,
      ...own,
    }),
  );
  expect(await kinds(people.owner)).toEqual([]);
});

/** The computed verdict as the server says it when somebody saw another one. */
async function seenOf(initiativeId: Awaited<ReturnType<typeof finished>>['initiativeId']) {
  const answer = await call(site, people.owner, 'initiative.judge', {
    id: newId<'judgement'>(),
    initiativeId,
    seen: null,
    verdict: null,
    decision: 'leave',
    reason: '',
  });
  if (answer.ok) throw new Error('nothing computed');
  return { seen: answer.refusal.computed ?? null };
}

test('after the cycle closed, verdicts come back on their date, and nothing else is asked', async () => {
  const { initiativeId } = await finished();
  await makeAttached(site, world.keyResultId, { hypothesis: { kind: 'left-to-owner' } });
  await checkIns(world.keyResultId, { ...before, '2026-05-13': 60 });
  await moveCycle(site, world.cycleId, 'closed');
  site.setNow('2026-07-20T09:00:00.000Z');
  expect(await kinds(people.owner)).toEqual(['too-early']);
  const { seen } = await seenOf(initiativeId);
  unwrap(
    await call(site, people.owner, 'initiative.judge', {
      id: newId<'judgement'>(),
      initiativeId,
      seen,
      verdict: 'too-early',
      decision: null,
      reason: '',
    }),
  );
  // Said to be too early, it comes back all the same.
  expect(await kinds(people.owner)).toEqual(['too-early']);
  for (const [day, value] of [
    ['2026-07-06', 60],
    ['2026-07-13', 61],
  ] as const) {
    const input = aCheckIn(world.keyResultId, {
      day: localDate(day),
      value,
      confidence: null,
      evidence: 'Late.',
    });
    unwrap(await call(site, people.member, 'check-in.record', input));
  }
  expect((await mine(people.owner)).owed).toMatchObject([{ kind: 'verdict', initiativeId }]);
});

test('of a closed cycle whose work was judged nothing is read', async () => {
  const { initiativeId } = await finished();
  await checkIns(world.keyResultId, before);
  site.setNow('2026-05-02T09:00:00.000Z');
  const { seen } = await seenOf(initiativeId);
  const accepted = { seen, verdict: seen?.verdict ?? null, decision: 'leave' as const, reason: '' };
  unwrap(
    await call(site, people.owner, 'initiative.judge', {
      id: newId<'judgement'>(),
      initiativeId,
      ...accepted,
    }),
  );
  await moveCycle(site, world.cycleId, 'closed');
  const read = await site.repositories.okrs.read({ by: 'owed', person: people.owner }, people.owner);
  expect(read.objectives).toEqual([]);
});

test('work that is done asks its key result’s owner, and who attached it, when people got it', async () => {
  const { initiativeId } = await finished({ liveOn: null, liveBy: null });
  site.setNow('2026-05-02T09:00:00.000Z');
  const asked = { kind: 'live', keyResultId: world.keyResultId, initiativeId, on: '2026-05-01' };
  expect((await mine(people.member)).owed).toEqual([asked]);
  expect((await mine(people.owner)).owed).toContainEqual(asked);
  expect(await kinds(people.lead)).toEqual([]);
  unwrap(
    await call(site, people.member, 'initiative.set-live', {
      id: initiativeId,
      version: 1,
      requestId: requestId(),
      on: localDate('2026-05-01'),
      why: '',
    }),
  );
  expect(await kinds(people.member)).toEqual([]);
});

test('a hypothesis left to the owner waits for them until it is stated or skipped', async () => {
  const { initiativeId } = await makeAttached(site, world.keyResultId, {
    hypothesis: { kind: 'left-to-owner' },
  });
  expect((await mine(people.owner)).owed).toEqual([
    { kind: 'hypothesis', keyResultId: world.keyResultId, initiativeId },
  ]);
  unwrap(
    await call(site, people.owner, 'initiative.edit', {
      id: initiativeId,
      version: 1,
      requestId: requestId(),
      hypothesis: { kind: 'skipped' },
      publicName: '',
      why: '',
    }),
  );
  expect(await kinds(people.owner)).toEqual([]);
});

test('who may not see an objective any more owes nothing on it', async () => {
  const { teamId, cycleId } = world;
  const objectiveId = await makeObjective(site, { teamId, cycleId }, anObjective({ restricted: true }));
  const keyResultId = await makeKeyResult(site, objectiveId, { title: 'Rival bought', owner: people.viewer });
  site.setNow('2026-04-09T09:00:00.000Z');
  expect(await mine(people.viewer)).toEqual({ owed: [], keyResults: [] });
  expect(keyResultId).toBeDefined();
});
