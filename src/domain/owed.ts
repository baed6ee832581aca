/** What waits for one person (design §3.3, §3.4, §3.6, §3.8, §3.9): the list *Mine*. */
import { addIntervals } from './cadence';
import type { LocalDate } from './dates';
import { asksOf, decisionsOf, type FollowUp } from './follow-up';
import { confidenceFreshness, valueFreshness } from './freshness';
import type {
  AccountId,
  CheckInId,
  DependencyId,
  InitiativeId,
  KeyResultId,
  KpiId,
  ObjectiveId,
} from './ids';
import type { ImpactVerdict } from './impact';
import type { CountTrouble } from './number-source';
import { isReached, progressOf } from './progress';
import type { Rules } from './rules';
import type { Freshness } from './standing';
import { verdictDue, type JudgedKeyResult } from './verdict-due';
import { whoOwes } from './who-owes';
import { asksWhenLive, isFinished, liveOn } from './work';

/** One thing somebody owes on a key result. */
export type Owed = { keyResultId: KeyResultId } & (
  | { kind: 'check-in'; value: Freshness; confidence: Freshness }
  /** The search that measures it stored no value, and will not until somebody changes something. */
  | { kind: 'source'; outcome: CountTrouble }
  /** Somebody asked them for help. */
  | { kind: 'ask'; checkInId: CheckInId }
  /** A decision of theirs that falls due before the next check-in, or did. */
  | { kind: 'decision'; checkInId: CheckInId; dueOn: LocalDate }
  /** The cycle is scored. */
  | { kind: 'score' }
  /** Finished work whose verdict can be given and was not. */
  | { kind: 'verdict'; initiativeId: InitiativeId; verdict: ImpactVerdict; live: LocalDate }
  /** Finished work that cannot be judged yet; `returnsOn` is the day it can, if the number is measured on time. */
  | { kind: 'too-early'; initiativeId: InitiativeId; returnsOn: LocalDate; before: number; after: number }
  /** Left to the owner by who attached it. */
  | { kind: 'hypothesis'; initiativeId: InitiativeId }
  /** Work is done: when did people get it? `on` is the day derived from the work. */
  | { kind: 'live'; initiativeId: InitiativeId; on: LocalDate }
);

/** One thing somebody owes on an objective: its write-up at the end, or what is done next. */
export type OwedOnObjective = { objectiveId: ObjectiveId; kind: 'write-up' | 'next-step' };

/** What else waits for somebody: a team that needs theirs, and the value of a KPI they answer for. */
export type OwedBeside =
  { kind: 'to-confirm'; dependencyId: DependencyId } | { kind: 'kpi'; kpiId: KpiId; value: Freshness };

type Phase = 'draft' | 'active' | 'scoring' | 'closed';

/** A key result, whose it is, and what is known of it. */
export type OwedOn = JudgedKeyResult & {
  id: KeyResultId;
  owner: AccountId | null;
  ownerLeft: boolean;
  teamLead: AccountId | null;
  cyclePhase: Phase;
  followUps: readonly FollowUp[];
  /** Why the search that measures it stored no value last time; null: it did, or nothing does. */
  trouble: CountTrouble | null;
  /** Somebody said what it came to. */
  isScored: boolean;
};

/** An objective, whose it is, and its key results. */
export type OwedObjective = {
  id: ObjectiveId;
  owner: AccountId | null;
  ownerLeft: boolean;
  teamLead: AccountId | null;
  cyclePhase: Phase;
  keyResults: readonly (JudgedKeyResult & { followUps: readonly FollowUp[] })[];
  /** Its score was confirmed with a write-up. */
  isConfirmed: boolean;
};

/**
 * What `person` owes on a key result on `today` (the day in its team's time zone), the most pressing first: asks and decisions, which
 * others wait for, a check-in, its score, verdicts, days people got it, hypotheses, then what returns on a date. Its owner owes it, the
 * team's lead where it has none or its owner left; who has a decision or was asked owes that, and who attached an initiative is asked, too,
 * when people got it. Verdicts and live days are owed after the cycle closed, too. Source: design §3.3, §3.4, §3.8, §3.9, §3.12.
 */
export function owedBy(person: AccountId, on: OwedOn, rules: Rules, today: LocalDate): Owed[] {
  const own = whoOwes(on, on.teamLead) === person;
  const open = on.cyclePhase !== 'closed';
  const owed: Owed[] = open ? followedBy(person, on, today) : [];
  if (own && on.cyclePhase === 'scoring' && !on.isScored) owed.push({ kind: 'score', keyResultId: on.id });
  if (own && (on.cyclePhase === 'active' || on.cyclePhase === 'scoring')) {
    const value = valueFreshness(on, rules, today);
    const confidence = confidenceFreshness(on, rules, today);
    if (value.state !== 'fresh' || confidence.state !== 'fresh') {
      owed.push({ kind: 'check-in', keyResultId: on.id, value, confidence });
    }
    if (on.trouble) owed.push({ kind: 'source', keyResultId: on.id, outcome: on.trouble });
  }
  for (const initiative of on.initiatives) {
    const at = { keyResultId: on.id, initiativeId: initiative.id };
    const due = own ? verdictDue(initiative, on, today) : null;
    if (due) {
      const { verdict, live, judgeOn, showsOn, before, after } = due.impact;
      if (due.ready) owed.push({ ...at, kind: 'verdict', verdict, live: live.on });
      else {
        const counts = { before: before.length, after: after.length };
        owed.push({ ...at, kind: 'too-early', returnsOn: judgeOn ?? showsOn, ...counts });
      }
    }
    const live = asksWhenLive(initiative) ? liveOn(initiative) : null;
    if (live && (own || initiative.attachedBy === person)) owed.push({ ...at, kind: 'live', on: live.on });
    if (own && open && initiative.hypothesis.kind === 'left-to-owner' && initiative.work?.gone !== true) {
      owed.push({ ...at, kind: 'hypothesis' });
    }
  }
  return owed.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** Asks that landed with them, and decisions of theirs that fall due before the next check-in. */
function followedBy(person: AccountId, on: OwedOn, today: LocalDate): Owed[] {
  const soon = addIntervals(today, on.cadence, 1);
  const mine = ({ isOpen, person: has }: { isOpen: boolean; person: AccountId }) => isOpen && has === person;
  const at = { keyResultId: on.id };
  return [
    ...asksOf(on)
      .filter(mine)
      .map(({ checkInId }) => ({ ...at, kind: 'ask' as const, checkInId })),
    ...decisionsOf(on)
      .filter((decision) => mine(decision) && decision.dueOn <= soon)
      .map(({ checkInId, dueOn }) => ({ ...at, kind: 'decision' as const, checkInId, dueOn })),
  ];
}

/**
 * What `person` owes on an objective: its write-up while its cycle is scored, and a next step while it runs and none of its key
 * results, those reached left out, has an open decision or work that is not finished. Its owner owes it, the team's lead where it
 * has none. Source: design §3.3, §3.9.
 */
export function owedOnObjective(
  person: AccountId,
  on: OwedObjective,
  today: LocalDate,
): OwedOnObjective | null {
  if (whoOwes(on, on.teamLead) !== person) return null;
  const at = { objectiveId: on.id };
  if (on.cyclePhase === 'scoring') return on.isConfirmed ? null : { ...at, kind: 'write-up' };
  if (on.cyclePhase !== 'active') return null;
  const toReach = on.keyResults.filter((keyResult) => {
    const progress = progressOf(keyResult, today);
    return progress === null || !isReached(keyResult.definition, progress.raw);
  });
  return toReach.length === 0 || toReach.some(hasNextStep) ? null : { ...at, kind: 'next-step' };
}

function hasNextStep(keyResult: OwedObjective['keyResults'][number]): boolean {
  const goesOn = ({ work }: (typeof keyResult)['initiatives'][number]) =>
    work === null || (!isFinished(work) && !work.gone && !work.notDelivered);
  return decisionsOf(keyResult).some(({ isOpen }) => isOpen) || keyResult.initiatives.some(goesOn);
}

const order: readonly Owed['kind'][] = [
  'ask',
  'decision',
  'check-in',
  'source',
  'score',
  'verdict',
  'live',
  'hypothesis',
  'too-early',
];
