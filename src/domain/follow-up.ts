/** What became of decisions and asks: they are followed up until somebody says that they are over (design §3.3, §3.12). */
import type { Ask, CheckIn, Decision } from './check-in';
import type { Instant, LocalDate } from './dates';
import type { AccountId, CheckInId, FollowUpId } from './ids';

/** What is followed up: the decision of a check-in, or its ask. */
export type FollowUpSubject = 'decision' | 'ask';

/** An ask that is *done* was answered; *dropped*: whoever was asked cannot help. *open* takes back what was said before. */
export const followUpOutcomes = ['done', 'dropped', 'carried-on', 'open'] as const;
export type FollowUpOutcome = (typeof followUpOutcomes)[number];

/** What somebody said became of a decision or an ask. Append-only: the last counts, all are its history. */
export type FollowUp = {
  id: FollowUpId;
  checkInId: CheckInId;
  subject: FollowUpSubject;
  outcome: FollowUpOutcome;
  /** Who has it from then on. */
  person: AccountId;
  note: string;
  /** The day it is due from then on; null: as before. */
  dueOn: LocalDate | null;
  /** The day it was said, in the team's time zone. */
  recordedOn: LocalDate;
  at: Instant;
  by: AccountId;
};

type Followed = {
  checkInId: CheckInId;
  /** The day it was taken or asked. */
  on: LocalDate;
  /** Who took it or asked. */
  by: AccountId;
  text: string;
  /** Who has it now. */
  person: AccountId;
  last: FollowUp | null;
  isOpen: boolean;
};
/** A decision with what became of it. `dueOn`: the day it is due now. */
export type FollowedDecision = Followed & { dueOn: LocalDate };
/** An ask with what became of it. */
export type FollowedAsk = Followed;

type Said = { checkIns: readonly CheckIn[]; followUps: readonly FollowUp[] };

/** The decisions of a key result with what became of each, the earliest due first. */
export function decisionsOf({ checkIns, followUps }: Said): FollowedDecision[] {
  return checkIns
    .flatMap((checkIn) =>
      checkIn.decision ? [decided(checkIn, checkIn.decision, ofThis(followUps, checkIn.id, 'decision'))] : [],
    )
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** The decision taken last that is still open: it opens the next check-in; null: there is none. Source: design §3.3. */
export function openDecision(said: Said): FollowedDecision | null {
  return (
    decisionsOf(said)
      .filter(({ isOpen }) => isOpen)
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      .at(-1) ?? null
  );
}

/** The asks of a key result with what became of each, in the order of its check-ins. */
export function asksOf({ checkIns, followUps }: Said): FollowedAsk[] {
  return checkIns.flatMap((checkIn) =>
    checkIn.ask ? [asked(checkIn, checkIn.ask, ofThis(followUps, checkIn.id, 'ask'))] : [],
  );
}

/** What was said of one decision or ask, the last word last. */
function ofThis(followUps: readonly FollowUp[], id: CheckInId, subject: FollowUpSubject): FollowUp[] {
  return followUps
    .filter((one) => one.checkInId === id && one.subject === subject)
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
}

function decided(checkIn: CheckIn, { text, owner, dueOn }: Decision, said: FollowUp[]): FollowedDecision {
  const carried = said.findLast((one) => one.dueOn !== null);
  return { ...followed(checkIn, text, owner, said), dueOn: carried?.dueOn ?? dueOn };
}

function asked(checkIn: CheckIn, { text, of }: Ask, said: FollowUp[]): FollowedAsk {
  return followed(checkIn, text, of, said);
}

function followed({ id, madeOn, by }: CheckIn, text: string, first: AccountId, said: FollowUp[]): Followed {
  const last = said.at(-1) ?? null;
  const isOpen = last === null || last.outcome === 'open' || last.outcome === 'carried-on';
  return { checkInId: id, on: madeOn, by, text, person: last?.person ?? first, last, isOpen };
}
