import { dayIn, instant, localDate } from '../../../src/domain/dates';
import type { AccountId } from '../../../src/domain/ids';
import { impactOf } from '../../../src/domain/impact';
import { computedOf } from '../../../src/domain/judgement';
import type { Parsed } from '../../../src/contract/calls';
import { requestId, type World } from '../../builders/acts';
import { doneOn, expecting, makeAttached, seeWork } from '../../builders/attached';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  anObjective,
  call,
  checkInOn,
  makeEvent,
  makeKeyResult,
  makeObjective,
  makeWorld,
  moveCycle,
  newId,
  people,
  unwrap,
} from '../../builders/world';

type Judge = Parsed<'initiative.judge'>;

let site: Installation;
let world: World;
let initiativeId: Judge['initiativeId'];
beforeEach(async () => {
  // Detaching leaves the issue's property to the catch-up where there is no Jira, and says so.
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  site = await openInstallation();
  world = await makeWorld(site);
});
afterEach(() => site.close());

/** Near 50 until 6 May, near 60 from the week after: ten points more, with a noise of about one. */
const moved = {
  '2026-03-25': 50,
  '2026-04-01': 51,
  '2026-04-08': 49,
  '2026-04-15': 50,
  '2026-04-22': 51,
  '2026-04-29': 49,
  '2026-05-06': 50,
  '2026-05-13': 60,
  '2026-05-20': 61,
  '2026-05-27': 59,
  '2026-06-03': 60,
  '2026-06-10': 61,
};

/** Attached in March, done on 7 May, and measured before and after. */
async function finishedWork() {
  site.setNow('2026-06-11T09:00:00.000Z');
  const attached = await makeAttached(site, world.keyResultId, {
    attachedAt: instant(Date.parse('2026-03-20T09:00:00.000Z')),
    hypothesis: expecting(8),
  });
  await seeWork(site, attached.issueId, doneOn('2026-05-07'));
  await checkInOn(site, world.keyResultId, moved);
  initiativeId = attached.initiativeId;
  return attached;
}

/** The initiative as this person's browser has it, and the verdict it computes from that. */
async function look(by: AccountId = people.owner) {
  const page = unwrap(await call(site, by, 'key-result.read', { id: world.keyResultId }));
  const [objective] = page.objectives;
  const [keyResult] = objective?.keyResults ?? [];
  const initiative = keyResult?.initiatives.find(({ id }) => id === initiativeId);
  if (!objective || !keyResult || !initiative) throw new Error('nothing to look at');
  const { cadence, timeZone } = objective.team;
  const impact = impactOf({ ...keyResult, cadence, initiative }, dayIn(timeZone, site.now()));
  return { initiative, seen: impact && computedOf(impact), history: page.history };
}

async function judge(by: AccountId, more: Partial<Judge> = {}) {
  const { seen } = await look(people.member);
  const said = { verdict: seen?.verdict ?? null, decision: null, reason: '' };
  return call(site, by, 'initiative.judge', {
    id: newId<'judgement'>(),
    initiativeId,
    seen,
    ...said,
    ...more,
  });
}

test('accepted: kept beside what was computed, and read by everyone', async () => {
  await finishedWork();
  expect((await look()).initiative).toMatchObject({ judgements: [], can: { judge: true } });
  unwrap(await judge(people.owner, { decision: 'build-on' }));
  const { initiative, history } = await look(people.stranger);
  expect(initiative.can.judge).toBe(false);
  expect(initiative.judgements).toEqual([
    {
      id: expect.any(String),
      at: '2026-06-11T09:00:00.000Z',
      by: people.owner,
      computed: {
        verdict: 'moved',
        change: { size: expect.closeTo(10, -1), low: expect.any(Number), high: expect.any(Number) },
        share: expect.any(Number),
        live: '2026-05-07',
        before: 7,
        after: 5,
      },
      verdict: 'moved',
      reason: '',
      decision: 'build-on',
    },
  ]);
  expect(history.find(({ act }) => act === 'judge')).toMatchObject({
    entity: 'initiative',
    entityId: initiativeId,
    by: people.owner,
    why: '',
    changes: [
      { field: 'verdict', from: 'null', to: '"moved"' },
      { field: 'decision', from: 'null', to: '"build-on"' },
    ],
  });
});

test('one’s own verdict needs a reason, and the computed one stays beside it', async () => {
  await finishedWork();
  expect(await judge(people.owner, { verdict: 'could-not-see' })).toMatchObject({
    refusal: { code: 'invalid', field: 'reason' },
  });
  expect((await look()).initiative.judgements).toEqual([]);
  const reason = 'The warehouse counted returns twice in May: <b>no</b> effect, I think.';
  unwrap(await judge(people.lead, { verdict: 'could-not-see', reason }));
  expect((await look()).initiative.judgements).toMatchObject([
    { by: people.lead, verdict: 'could-not-see', computed: { verdict: 'moved' }, reason },
  ]);
});

test('judging again changes one’s mind: the last counts, all are kept in their order', async () => {
  await finishedWork();
  unwrap(await judge(people.owner, { decision: 'leave' }));
  site.setNow('2026-06-11T10:00:00.000Z');
  unwrap(await judge(people.lead, { verdict: null, decision: 'undo', reason: 'Support cannot carry it' }));
  expect((await look()).initiative.judgements).toMatchObject([
    { by: people.owner, verdict: 'moved', decision: 'leave' },
    { by: people.lead, verdict: null, decision: 'undo', computed: { verdict: 'moved' } },
  ]);
});

test('a verdict that changed since somebody looked is shown before it is judged', async () => {
  await finishedWork();
  const { seen } = await look();
  await makeEvent(site, world.keyResultId, { on: localDate('2026-05-08'), title: 'Spring sale' });
  const id = newId<'judgement'>();
  const input = { id, initiativeId, seen, verdict: 'moved' as const, decision: null, reason: '' };
  expect(await call(site, people.owner, 'initiative.judge', input)).toMatchObject({
    refusal: { code: 'changed', field: 'seen', computed: { verdict: 'cannot-separate', change: null } },
  });
  const now = await look();
  expect(now.initiative.judgements).toEqual([]);
  expect(now.seen?.verdict).toBe('cannot-separate');
  unwrap(
    await call(site, people.owner, 'initiative.judge', { ...input, ...now, verdict: 'cannot-separate' }),
  );
});

test('one more measurement is another verdict, even where the word stays', async () => {
  await finishedWork();
  const { seen } = await look();
  site.setNow('2026-06-17T09:00:00.000Z');
  await checkInOn(site, world.keyResultId, { '2026-06-17': 60 });
  expect(await judge(people.owner, { seen })).toMatchObject({
    refusal: { code: 'changed', computed: { verdict: 'moved', after: 6 } },
  });
});

test('what a browser makes up about the verdict is not believed', async () => {
  await finishedWork();
  const { seen } = await look();
  const invented = seen && { ...seen, verdict: 'no-visible-effect' as const };
  expect(await judge(people.owner, { seen: invented, verdict: 'no-visible-effect' })).toMatchObject({
    refusal: { code: 'changed', computed: { verdict: 'moved' } },
  });
});

test('a repeat is the same judgement, also after the verdict changed; its id is good for nothing else', async () => {
  await finishedWork();
  const { seen } = await look();
  const id = newId<'judgement'>();
  const input = { id, initiativeId, seen, verdict: 'moved' as const, decision: null, reason: '' };
  const first = await call(site, people.owner, 'initiative.judge', input);
  expect(first).toEqual({ ok: true, value: { id } });
  await makeEvent(site, world.keyResultId, { on: localDate('2026-05-08') });
  expect(await call(site, people.owner, 'initiative.judge', input)).toEqual(first);
  const other = { ...input, decision: 'leave' as const };
  const exists = { refusal: { code: 'exists' } };
  expect(await call(site, people.owner, 'initiative.judge', other)).toMatchObject(exists);
  expect(await call(site, people.lead, 'initiative.judge', input)).toMatchObject(exists);
  expect((await look()).initiative.judgements).toHaveLength(1);
});

test.each([
  ['the key result’s owner', true, people.owner],
  ['the team’s lead', true, people.lead],
  ['an OKR lead', true, people.okrLead],
  ['who attached it, a member of the team', false, people.member],
  ['a stranger', false, people.stranger],
])('%s judges: %s', async (_, may, by) => {
  await finishedWork();
  expect((await look(by)).initiative.can.judge).toBe(may);
  expect(await judge(by)).toMatchObject(may ? { ok: true } : { refusal: { code: 'not-allowed' } });
});

test('work under way is kept, changed or stopped; finished work built on, left or undone', async () => {
  const { issueId } = await finishedWork();
  for (const decision of ['keep', 'change', 'stop'] as const) {
    expect(await judge(people.owner, { decision })).toMatchObject({
      refusal: { code: 'invalid', field: 'decision', message: expect.stringMatching(/finished/) },
    });
  }
  site.setNow('2026-06-11T09:05:00.000Z');
  await seeWork(site, issueId, { category: 'indeterminate', startedOn: localDate('2026-05-07') });
  for (const decision of ['build-on', 'leave', 'undo'] as const) {
    expect(await judge(people.owner, { decision })).toMatchObject({
      refusal: { code: 'invalid', field: 'decision', message: expect.stringMatching(/under way/) },
    });
  }
});

test('before anybody got it there is a decision to take, and no verdict', async () => {
  await finishedWork();
  ({ initiativeId } = await makeAttached(site, world.keyResultId));
  expect((await look()).seen).toBeNull();
  expect(await judge(people.owner, { verdict: 'moved', reason: 'I know it' })).toMatchObject({
    refusal: { code: 'invalid', field: 'verdict' },
  });
  expect(await judge(people.owner)).toMatchObject({ refusal: { code: 'invalid', field: 'verdict' } });
  unwrap(await judge(people.owner, { decision: 'stop', reason: 'The other one did it' }));
  expect((await look()).initiative.judgements).toMatchObject([
    { computed: null, verdict: null, decision: 'stop' },
  ]);
});

test('taken after the cycle closed, with what was measured since', async () => {
  await finishedWork();
  await moveCycle(site, world.cycleId, 'closed');
  site.setNow('2026-07-08T09:00:00.000Z');
  unwrap(
    await call(site, people.member, 'check-in.record', {
      id: newId<'check-in'>(),
      keyResultId: world.keyResultId,
      day: localDate('2026-07-08'),
      value: 60,
      reached: null,
      confidence: null,
      evidence: '',
      blocker: '',
      decision: null,
      ask: null,
    }),
  );
  unwrap(await judge(people.owner, { decision: 'leave' }));
  expect((await look()).initiative.judgements).toMatchObject([{ decision: 'leave', computed: { after: 6 } }]);
});

test('what is detached, restricted or of nothing cannot be judged', async () => {
  await finishedWork();
  const notFound = { refusal: { code: 'not-found' } };
  const nothing = {
    id: newId<'judgement'>(),
    seen: null,
    verdict: null,
    decision: 'keep' as const,
    reason: '',
  };
  expect(
    await call(site, people.owner, 'initiative.judge', { ...nothing, initiativeId: newId<'initiative'>() }),
  ).toMatchObject(notFound);
  const { teamId, cycleId } = world;
  const objectiveId = await makeObjective(site, { teamId, cycleId }, anObjective({ restricted: true }));
  const hidden = await makeAttached(site, await makeKeyResult(site, objectiveId));
  expect(
    await call(site, people.okrLead, 'initiative.judge', { ...nothing, initiativeId: hidden.initiativeId }),
  ).toMatchObject(notFound);
  const detach = { id: initiativeId, version: 1, requestId: requestId(), why: 'Not ours' };
  unwrap(await call(site, people.owner, 'initiative.detach', detach));
  expect(await call(site, people.owner, 'initiative.judge', { ...nothing, initiativeId })).toMatchObject(
    notFound,
  );
});

test('a judgement outlives detaching, in history and when the issue comes back', async () => {
  await finishedWork();
  unwrap(await judge(people.owner));
  const change = (version: number) => ({ id: initiativeId, version, requestId: requestId() });
  unwrap(await call(site, people.owner, 'initiative.detach', { ...change(1), why: 'Not ours' }));
  const page = unwrap(await call(site, people.owner, 'key-result.read', { id: world.keyResultId }));
  expect(page.history.map(({ act }) => act)).toContain('judge');
  unwrap(await call(site, people.owner, 'initiative.reattach', change(2)));
  expect((await look()).initiative.judgements).toMatchObject([{ verdict: 'moved' }]);
});
