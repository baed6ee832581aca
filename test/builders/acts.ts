/** Every act on rows of one's own, each with what makes it another act: for tests of repeats and of being cut off. */
import type { CallName, Output, Parsed } from '../../src/contract/calls';
import type { Result } from '../../src/contract/result';
import type { AccountId, SpaceId } from '../../src/domain/ids';
import type { Installation } from './installation';
import { localDate } from '../../src/domain/dates';
import { makeAttached } from './attached';
import { aKpi, aKpiValue, follow, makeKpi } from './kpi';
import {
  aCheckIn,
  aCycle,
  aDefinition,
  aKeyResult,
  anEvent,
  anObjective,
  aPastCheckIn,
  aTeam,
  call,
  makeCycle,
  makeDecision,
  makeDependency,
  makeEvent,
  makeKeyResult,
  makeObjective,
  makeOtherTeam,
  makePraise,
  makeScore,
  makeServes,
  makeShared,
  moveCycle,
  newId,
  people,
  unwrap,
} from './world';
import type { makeWorld } from './world';

/** One act on a world of its own: how it is done, by whom, and the same act asking for something else. */
export type Act = {
  by: AccountId;
  run: (by: AccountId) => Promise<Result<unknown>>;
  runOther: () => Promise<Result<unknown>>;
};
export type World = Awaited<ReturnType<typeof makeWorld>>;

function act<N extends CallName>(
  site: Installation,
  by: AccountId,
  name: N,
  input: Parsed<N>,
  other: Parsed<N>,
): Act {
  const as = (who: AccountId, asked: Parsed<N>): Promise<Result<Output<N>>> => call(site, who, name, asked);
  return { by, run: (who) => as(who, input), runOther: () => as(by, other) };
}

export const requestId = () => newId<'request'>();

/** Every act of this part of the call table. */
export const acts: Record<string, (site: Installation, world: World) => Act | Promise<Act>> = {
  'team.create': (site) => {
    const input = { id: newId<'team'>(), requestId: requestId(), team: aTeam({ name: 'Search' }) };
    return act(site, people.lead, 'team.create', input, { ...input, team: aTeam({ name: 'Other' }) });
  },
  'team.edit': (site, { teamId }) => {
    const input = { id: teamId, version: 1, requestId: requestId(), team: aTeam({ name: 'Pay' }), why: '' };
    return act(site, people.lead, 'team.edit', input, { ...input, team: aTeam({ name: 'Other' }) });
  },
  'team.set-archived': (site, { teamId }) => {
    const input = { id: teamId, version: 1, requestId: requestId(), archived: true, why: 'merged' };
    return act(site, people.lead, 'team.set-archived', input, { ...input, why: 'other' });
  },
  'team.describe': (site, { teamId }) => {
    const base = { id: newId<'team-profile'>(), version: 0, requestId: requestId(), teamId, why: '' };
    const said = (space: string) => ({ mission: '', priorities: [], spaceId: space as SpaceId });
    const input = { ...base, profile: said('98310') };
    return act(site, people.lead, 'team.describe', input, { ...base, profile: said('98311') });
  },
  'cycle.create': (site) => {
    const input = { id: newId<'cycle'>(), requestId: requestId(), cycle: aCycle({ name: '2026 Q3' }) };
    return act(site, people.okrLead, 'cycle.create', input, { ...input, cycle: aCycle({ name: 'Other' }) });
  },
  'cycle.edit': (site, { cycleId }) => {
    const input = { id: cycleId, version: 2, requestId: requestId(), cycle: aCycle({ name: 'Q2' }), why: '' };
    return act(site, people.okrLead, 'cycle.edit', input, { ...input, cycle: aCycle({ name: 'Other' }) });
  },
  'cycle.set-phase': (site, { cycleId }) => {
    const input = { id: cycleId, version: 2, requestId: requestId(), phase: 'scoring' as const, why: '' };
    return act(site, people.okrLead, 'cycle.set-phase', input, { ...input, why: 'other' });
  },
  'objective.create': (site, { teamId, cycleId }) => {
    const place = { id: newId<'objective'>(), requestId: requestId(), teamId, cycleId };
    const input = { ...place, objective: anObjective() };
    const other = { ...place, objective: anObjective({ title: 'Other' }) };
    return act(site, people.lead, 'objective.create', input, other);
  },
  'objective.edit': (site, { objectiveId }) => {
    const base = { id: objectiveId, version: 1, requestId: requestId(), why: '' };
    const input = { ...base, objective: anObjective({ title: 'Nobody leaves a full basket' }) };
    const other = { ...base, objective: anObjective({ title: 'Other' }) };
    return act(site, people.lead, 'objective.edit', input, other);
  },
  'objective.set-removed': (site, { objectiveId }) => {
    const input = { id: objectiveId, version: 1, requestId: requestId(), removed: true, why: 'merged' };
    return act(site, people.lead, 'objective.set-removed', input, { ...input, why: 'other' });
  },
  'key-result.create': (site, { objectiveId }) => {
    const base = { id: newId<'key-result'>(), requestId: requestId(), objectiveId };
    const other = { ...base, keyResult: aKeyResult({ title: 'Other' }) };
    return act(site, people.lead, 'key-result.create', { ...base, keyResult: aKeyResult() }, other);
  },
  'key-result.edit': (site, { keyResultId }) => {
    const base = { id: keyResultId, version: 1, requestId: requestId(), why: 'measured anew' };
    const definition = aDefinition({ metric: { kind: 'increase', start: 40, target: 75 } });
    const other = { ...base, keyResult: aKeyResult({ title: 'Other' }) };
    return act(
      site,
      people.owner,
      'key-result.edit',
      { ...base, keyResult: aKeyResult({ definition }) },
      other,
    );
  },
  'key-result.set-removed': (site, { keyResultId }) => {
    const input = { id: keyResultId, version: 1, requestId: requestId(), removed: true, why: '' };
    return act(site, people.owner, 'key-result.set-removed', input, { ...input, why: 'other' });
  },
  'check-in.record': (site, { keyResultId }) => {
    const input = aCheckIn(keyResultId);
    return act(site, people.member, 'check-in.record', input, { ...input, value: 64 });
  },
  'check-in.correct': async (site, { keyResultId }) => {
    const wrong = aCheckIn(keyResultId);
    unwrap(await call(site, people.member, 'check-in.record', wrong));
    const base = { id: newId<'correction'>(), keyResultId, checkInId: wrong.id, turn: 1 };
    const input = { ...base, value: 61, why: 'Counted twice.' };
    return act(site, people.member, 'check-in.correct', input, { ...input, value: null });
  },
  'number-source.save': (site, { keyResultId }) => {
    const base = { id: newId<'source'>(), version: 0, requestId: requestId(), keyResultId };
    const input = { ...base, source: { kind: 'person' as const }, why: 'counted by hand' };
    return act(site, people.owner, 'number-source.save', input, { ...input, why: 'other' });
  },
  'kpi.create': (site, { teamId }) => {
    const input = { id: newId<'kpi'>(), requestId: requestId(), teamId, kpi: aKpi() };
    return act(site, people.lead, 'kpi.create', input, { ...input, kpi: aKpi({ name: 'Other' }) });
  },
  'kpi.edit': async (site, { teamId }) => {
    const base = { id: await makeKpi(site, teamId), version: 1, requestId: requestId(), why: '' };
    const input = { ...base, kpi: aKpi({ max: 4 }) };
    return act(site, people.owner, 'kpi.edit', input, { ...base, kpi: aKpi({ max: 5 }) });
  },
  'kpi.set-removed': async (site, { teamId }) => {
    const id = await makeKpi(site, teamId);
    const input = { id, version: 1, requestId: requestId(), removed: true, why: '' };
    return act(site, people.owner, 'kpi.set-removed', input, { ...input, why: 'other' });
  },
  'kpi.record': async (site, { teamId, keyResultId }) => {
    const kpiId = await makeKpi(site, teamId);
    await follow(site, keyResultId, kpiId);
    const input = aKpiValue(kpiId);
    return act(site, people.member, 'kpi.record', input, { ...input, value: 9 });
  },
  'kpi.correct': async (site, { teamId, keyResultId }) => {
    const kpiId = await makeKpi(site, teamId);
    await follow(site, keyResultId, kpiId);
    const wrong = aKpiValue(kpiId);
    unwrap(await call(site, people.member, 'kpi.record', wrong));
    const base = { id: newId<'correction'>(), kpiId, kpiValueId: wrong.id, turn: 1, why: 'Digits swapped.' };
    return act(site, people.member, 'kpi.correct', { ...base, value: 2 }, { ...base, value: null });
  },
  'number-source.save of a KPI': async (site, { teamId, keyResultId }) => {
    const kpiId = await makeKpi(site, teamId);
    unwrap(await call(site, people.member, 'kpi.record', aKpiValue(kpiId)));
    const base = { id: newId<'source'>(), version: 0, requestId: requestId(), keyResultId };
    const input = { ...base, source: { kind: 'kpi' as const, kpiId }, why: '' };
    return act(site, people.owner, 'number-source.save', input, { ...input, why: 'other' });
  },
  'check-in.record with a decision and an ask': (site, { keyResultId }) => {
    const decision = { text: 'Talk to ten people', owner: people.owner, dueOn: localDate('2026-05-19') };
    const ask = { text: 'Two days of a designer', of: people.stranger };
    const input = aCheckIn(keyResultId, { decision, ask });
    const other = { ...input, ask: { ...ask, of: people.viewer } };
    return act(site, people.member, 'check-in.record', input, other);
  },
  'follow-up.say': async (site, { keyResultId }) => {
    const checkInId = await makeDecision(site, keyResultId);
    const what = { keyResultId, checkInId, subject: 'decision' as const, dueOn: null };
    const input = { id: newId<'follow-up'>(), ...what, outcome: 'done' as const, note: '' };
    return act(site, people.member, 'follow-up.say', input, { ...input, note: 'other' });
  },
  'digest.keep': async (site, { teamId, cycleId, keyResultId }) => {
    await makeDecision(site, keyResultId);
    const heldOn = localDate('2026-05-12');
    const input = { id: newId<'digest'>(), teamId, cycleId, heldOn, note: '' };
    return act(site, people.member, 'digest.keep', input, { ...input, note: 'other' });
  },
  'recognition.give': (site, { keyResultId }) => {
    const words = 'Ten calls in two days.';
    const input = { id: newId<'recognition'>(), keyResultId, person: people.owner, words };
    return act(site, people.member, 'recognition.give', input, { ...input, words: 'other' });
  },
  'recognition.take-back': async (site, { keyResultId }) => {
    const [first, second] = [await makePraise(site, keyResultId), await makePraise(site, keyResultId)];
    const input = { id: newId<'recognition'>(), recognitionId: first };
    return act(site, people.member, 'recognition.take-back', input, { ...input, recognitionId: second });
  },
  'check-in.import': (site, { keyResultId }) => {
    const rows = [aPastCheckIn(), aPastCheckIn({ day: localDate('2026-05-05'), value: 61 })];
    const input = { keyResultId, source: 'import' as const, checkIns: rows };
    const other = { ...input, checkIns: rows.map((row) => ({ ...row, value: 64 })) };
    return act(site, people.owner, 'check-in.import', input, other);
  },
  'initiative.judge': async (site, { keyResultId }) => {
    const { initiativeId } = await makeAttached(site, keyResultId);
    const said = { seen: null, verdict: null, decision: 'keep' as const, reason: '' };
    const input = { id: newId<'judgement'>(), initiativeId, ...said };
    return act(site, people.owner, 'initiative.judge', input, { ...input, decision: 'stop' });
  },
  'key-result.score': async (site, { cycleId, keyResultId }) => {
    await moveCycle(site, cycleId, 'scoring');
    const base = { id: newId<'score'>(), version: 0, requestId: requestId(), keyResultId };
    const input = { ...base, score: 0.4, rationale: 'Counted by hand.', next: 'rewrite' as const };
    return act(site, people.owner, 'key-result.score', input, { ...input, score: 0.5 });
  },
  'key-result.score again': async (site, { cycleId, keyResultId }) => {
    await moveCycle(site, cycleId, 'scoring');
    const { id } = await makeScore(site, keyResultId);
    const base = { id, version: 1, requestId: requestId(), keyResultId, rationale: 'Counted anew.' };
    const input = { ...base, score: 0.7, next: null };
    return act(site, people.owner, 'key-result.score', input, { ...input, score: 0.5 });
  },
  'objective.confirm': async (site, { cycleId, objectiveId, keyResultId }) => {
    await moveCycle(site, cycleId, 'scoring');
    await makeScore(site, keyResultId);
    const base = { id: newId<'score'>(), version: 0, requestId: requestId(), objectiveId, score: 0.4 };
    const input = { ...base, writeUp: 'Buying is easier, and not yet easy.' };
    return act(site, people.lead, 'objective.confirm', input, { ...input, writeUp: 'Other' });
  },
  'key-result.count-for': async (site, { keyResultId, teamId }) => {
    const dates = { startsOn: localDate('2026-01-01'), endsOn: localDate('2026-12-31') };
    const cycleId = await makeCycle(site, { name: '2026', ...dates });
    const objectiveId = await makeObjective(site, { teamId, cycleId });
    const forId = await makeKeyResult(site, objectiveId);
    const base = { id: newId<'counts-for'>(), version: 0, requestId: requestId(), keyResultId, why: '' };
    return act(
      site,
      people.owner,
      'key-result.count-for',
      { ...base, forId },
      { ...base, forId, why: 'other' },
    );
  },
  'check-in.record for two': async (site, world) => {
    const chosen = await acts['key-result.count-for']?.(site, world);
    await chosen?.run(people.owner);
    const input = aCheckIn(world.keyResultId);
    return act(site, people.member, 'check-in.record', input, { ...input, value: 64 });
  },
  'retrospective.save': async (site, { cycleId, teamId }) => {
    await moveCycle(site, cycleId, 'scoring');
    const words = { helped: 'Calls.', hindered: '', learned: 'Ask earlier.', willChange: 'Weekly calls.' };
    const input = {
      id: newId<'retrospective'>(),
      version: 0,
      requestId: requestId(),
      teamId,
      cycleId,
      ...words,
    };
    return act(site, people.member, 'retrospective.save', input, { ...input, learned: 'Other' });
  },
  'objective.serve': async (site, { cycleId, objectiveId }) => {
    const other = await makeOtherTeam(site, cycleId);
    const base = { id: newId<'alignment'>(), version: 0, requestId: requestId(), objectiveId };
    const input = { ...base, serves: { kind: 'key-result' as const, id: other.keyResultId } };
    const serves = { kind: 'objective' as const, id: other.objectiveId };
    return act(site, people.lead, 'objective.serve', input, { ...input, serves });
  },
  'objective.serve again': async (site, { cycleId, objectiveId }) => {
    const other = await makeOtherTeam(site, cycleId);
    const { id } = await makeServes(site, objectiveId, { kind: 'objective', id: other.objectiveId });
    const base = { id, version: 1, requestId: requestId(), objectiveId };
    const input = { ...base, serves: { kind: 'none' as const, why: 'An experiment.' } };
    const serves = { kind: 'unsaid' as const };
    return act(site, people.lead, 'objective.serve', input, { ...input, serves });
  },
  'dependency.ask': async (site, { cycleId, keyResultId }) => {
    const { teamId } = await makeOtherTeam(site, cycleId);
    const base = { id: newId<'dependency'>(), version: 0, requestId: requestId(), keyResultId, teamId };
    const input = { ...base, needs: 'Orders in the data warehouse.' };
    return act(site, people.owner, 'dependency.ask', input, { ...input, needs: 'Other' });
  },
  'dependency.answer': async (site, { cycleId, keyResultId }) => {
    const { teamId } = await makeOtherTeam(site, cycleId);
    const { id } = await makeDependency(site, keyResultId, teamId);
    const input = { id, version: 1, requestId: requestId(), confirmed: true, reason: 'By May.' };
    return act(site, people.lead, 'dependency.answer', input, { ...input, confirmed: false });
  },
  'dependency.withdraw': async (site, { cycleId, keyResultId }) => {
    const { teamId } = await makeOtherTeam(site, cycleId);
    const { id } = await makeDependency(site, keyResultId, teamId);
    const input = { id, version: 1, requestId: requestId() };
    return act(site, people.owner, 'dependency.withdraw', input, { ...input, version: 2 });
  },
  'key-result.show-under': async (site, { cycleId, keyResultId }) => {
    const { objectiveId } = await makeOtherTeam(site, cycleId);
    const base = { id: newId<'shared-key-result'>(), version: 0, requestId: requestId(), keyResultId };
    const input = { ...base, objectiveId, shown: true };
    return act(site, people.lead, 'key-result.show-under', input, { ...input, shown: false });
  },
  'key-result.show-under again': async (site, { cycleId, keyResultId }) => {
    const { objectiveId } = await makeOtherTeam(site, cycleId);
    const { id } = await makeShared(site, keyResultId, objectiveId);
    const input = { id, version: 1, requestId: requestId(), keyResultId, objectiveId, shown: false };
    return act(site, people.owner, 'key-result.show-under', input, { ...input, shown: true });
  },
  'reminder.choose': async (site) => {
    const standing = await site.repositories.reminders.choiceOf(people.member);
    const base = { id: newId<'reminder-choice'>(), requestId: requestId(), version: 0 };
    const input = { ...base, ...(standing && { id: standing.id, version: standing.version }) };
    const day = standing?.day === 'friday' ? ('tuesday' as const) : ('friday' as const);
    return act(site, people.member, 'reminder.choose', { ...input, day }, { ...input, day: 'quiet' });
  },
  'outside-event.mark': (site, { keyResultId }) => {
    const input = { id: newId<'outside-event'>(), requestId: requestId(), keyResultId, event: anEvent() };
    const other = { ...input, event: anEvent({ title: 'Other' }) };
    return act(site, people.member, 'outside-event.mark', input, other);
  },
  'outside-event.edit': async (site, { keyResultId }) => {
    const id = await makeEvent(site, keyResultId);
    const input = { id, version: 1, requestId: requestId(), event: anEvent({ kind: 'outage' }), why: '' };
    return act(site, people.member, 'outside-event.edit', input, {
      ...input,
      event: anEvent({ kind: 'price' }),
    });
  },
  'outside-event.set-removed': async (site, { keyResultId }) => {
    const id = await makeEvent(site, keyResultId);
    const input = { id, version: 1, requestId: requestId(), removed: true, why: '' };
    return act(site, people.member, 'outside-event.set-removed', input, { ...input, why: 'other' });
  },
  'finding.dismiss': (site, { keyResultId }) => {
    const input = {
      id: newId<'finding-answer'>(),
      subject: { kind: 'key-result' as const, id: keyResultId },
      rule: 'K3' as const,
      words: 'launch',
      stands: true,
      reason: 'It is the law.',
    };
    return act(site, people.owner, 'finding.dismiss', input, { ...input, reason: 'other' });
  },
  'finding.answer': (site, { objectiveId }) => {
    const input = { id: newId<'finding-answer'>(), objectiveId, achieved: true, hurts: true, note: '' };
    return act(site, people.lead, 'finding.answer', input, { ...input, hurts: false });
  },
};
