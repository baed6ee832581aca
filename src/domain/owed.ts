/** What waits for one person (design §3.3, §3.4, §3.6, §3.8): the list *Mine*. */
import type { LocalDate } from './dates';
import { confidenceFreshness, valueFreshness } from './freshness';
import type { AccountId, InitiativeId, KeyResultId } from './ids';
import type { ImpactVerdict } from './impact';
import type { CountTrouble } from './number-source';
import type { Rules } from './rules';
import type { Freshness } from './standing';
import { verdictDue, type JudgedKeyResult } from './verdict-due';
import { asksWhenLive, liveOn } from './work';

/** One thing somebody owes on a key result. */
export type Owed = { keyResultId: KeyResultId } & (
  | { kind: 'check-in'; value: Freshness; confidence: Freshness }
  /** The search that measures it stored no value, and will not until somebody changes something. */
  | { kind: 'source'; outcome: CountTrouble }
  /** Finished work whose verdict can be given and was not. */
  | { kind: 'verdict'; initiativeId: InitiativeId; verdict: ImpactVerdict; live: LocalDate }
  /** Finished work that cannot be judged yet; `returnsOn` is the day it can, if the number is measured on time. */
  | { kind: 'too-early'; initiativeId: InitiativeId; returnsOn: LocalDate; before: number; after: number }
  /** Left to the owner by who attached it. */
  | { kind: 'hypothesis'; initiativeId: InitiativeId }
  /** Work is done: when did people get it? `on` is the day derived from the work. */
  | { kind: 'live'; initiativeId: InitiativeId; on: LocalDate }
);

/** A key result, whose it is, and what is known of it. */
export type OwedOn = JudgedKeyResult & {
  id: KeyResultId;
  owner: AccountId | null;
  teamLead: AccountId | null;
  cyclePhase: 'draft' | 'active' | 'scoring' | 'closed';
};

/**
 * What `person` owes on a key result on `today` (the day in its team's time zone), the most pressing first: a check-in, verdicts,
 * days people got it, hypotheses, then what returns on a date. Its owner owes it, the team's lead where it has none; who
 * attached an initiative is asked, too, when people got it. Verdicts and live days are owed after the cycle closed, too.
 * Source: design §3.4, §3.8, §3.12.
 */
export function owedBy(person: AccountId, on: OwedOn, rules: Rules, today: LocalDate): Owed[] {
  const own = (on.owner ?? on.teamLead) === person;
  const open = on.cyclePhase !== 'closed';
  const owed: Owed[] = [];
  if (own && (on.cyclePhase === 'active' || on.cyclePhase === 'scoring')) {
    const value = valueFreshness(on, rules, today);
    const confidence = confidenceFreshness(on, rules, today);
    if (value.state !== 'fresh' || confidence.state !== 'fresh') {
      owed.push({ kind: 'check-in', keyResultId: on.id, value, confidence });
    }
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

const order: readonly Owed['kind'][] = ['check-in', 'source', 'verdict', 'live', 'hypothesis', 'too-early'];
