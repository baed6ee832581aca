/** What a team's check-in came to, kept as it stood then (design §3.12): progress, confidence, challenges, initiatives. */
import type { CheckIn } from './check-in';
import { dayIn, type Instant, type LocalDate } from './dates';
import { decisionsOf, type FollowUp, type FollowUpOutcome } from './follow-up';
import type { AccountId, InitiativeId, IssueId, KeyResultId, ObjectiveId } from './ids';
import type { ImpactVerdict } from './impact';
import type { JudgedInitiative, WorkDecision } from './judgement';
import type { KeyResultRecord } from './measurements';
import type { KeyResultDefinition } from './metric';
import { isSince } from './need';
import type { Rules } from './rules';
import { standing, type Pace, type Standing } from './standing';
import { isFinished, liveOn } from './work';

/** What a digest compares with: the day of the one before, and when that was ended; `at` null: there was none. */
export type DigestSince = { day: LocalDate; at: Instant | null };

type Changed = { from: number; to: number; change: number };

/** Something that happened to work: finished, live, or judged. No title is kept: it is read in Jira as the reader. */
export type DigestWork = {
  initiativeId: InitiativeId;
  issueId: IssueId;
  publicName: string;
  on: LocalDate;
} & (
  { what: 'done' | 'live' } | { what: 'judged'; verdict: ImpactVerdict | null; decision: WorkDecision | null }
);

/** A key result as it stood when the meeting ended, and what was said of it since the one before. */
export type DigestKeyResult = {
  id: KeyResultId;
  /** The n of KR-n. */
  number: number;
  title: string;
  owner: AccountId | null;
  definition: Pick<KeyResultDefinition, 'metric' | 'unit'>;
  standing: Pick<
    Standing,
    'latest' | 'progress' | 'expected' | 'freshness' | 'pace' | 'confidence' | 'needsDecision'
  >;
  /** Somebody checked in on it since. */
  saidAnew: boolean;
  value: Changed | null;
  confidence: Changed | null;
  pace: { from: Pace; to: Pace } | null;
  evidence: string;
  blockers: string[];
  decisions: { text: string; owner: AccountId; dueOn: LocalDate }[];
  asks: { text: string; of: AccountId }[];
  /** Earlier decisions that somebody closed or carried on. */
  followed: { text: string; outcome: FollowUpOutcome; person: AccountId; dueOn: LocalDate; note: string }[];
  work: DigestWork[];
};

/** An objective's part: whoever may not see the objective is not shown it. */
export type DigestObjective = {
  id: ObjectiveId;
  /** The n of O-n. */
  number: number;
  title: string;
  keyResults: DigestKeyResult[];
};

/** What a digest is made of. */
export type Digested = KeyResultRecord & {
  id: KeyResultId;
  number: number;
  title: string;
  owner: AccountId | null;
  followUps: readonly FollowUp[];
  /** Those attached now. */
  initiatives: readonly JudgedInitiative[];
  timeZone: string;
};

/**
 * A key result's part of the digest of a meeting held on `heldOn`, the day in the team's time zone: what was made known after
 * `since` and up to that day. `told` is the work that the digest before told of, so that nothing is told twice where both
 * meetings fall on one day. Source: design §3.12.
 */
export function digestOf(
  of: Digested,
  since: DigestSince,
  told: readonly DigestWork[],
  rules: Rules,
  heldOn: LocalDate,
): DigestKeyResult {
  const { definition, cadence, checkIns, timeZone } = of;
  const isNew = (day: LocalDate, at: Instant) => day <= heldOn && isSince(since, day, at);
  const made = (one: CheckIn) => isNew(one.madeOn, one.recordedAt);
  const known = checkIns.filter(({ madeOn }) => madeOn <= heldOn);
  const news = known.filter(made);
  const record = (part: CheckIn[]) => ({ definition, cadence, checkIns: part });
  const before = standing(record(known.filter((one) => !made(one))), rules, since.day);
  const now = standing(record(known), rules, heldOn);
  const { latest, progress, expected, freshness, pace, confidence, needsDecision } = now;
  return {
    id: of.id,
    number: of.number,
    title: of.title,
    owner: of.owner,
    definition: { metric: withoutTexts(definition.metric), unit: definition.unit },
    standing: { latest, progress, expected, freshness, pace, confidence, needsDecision },
    saidAnew: news.length > 0,
    value: changed(before.latest?.value, latest?.value),
    confidence: changed(before.confidence?.value, confidence?.value),
    pace: before.pace === pace ? null : { from: before.pace, to: pace },
    evidence: news.findLast(({ evidence }) => evidence !== '')?.evidence ?? '',
    blockers: news.map(({ blocker }) => blocker).filter((blocker) => blocker !== ''),
    decisions: news.flatMap(({ decision }) => decision ?? []),
    asks: news.flatMap(({ ask }) => ask ?? []),
    followed: followedIn(of, (one) => isNew(one.recordedOn, one.at)),
    work: of.initiatives
      .flatMap((one) => happenedTo(one, timeZone))
      .filter(({ on }) => on >= since.day && on <= heldOn)
      .filter((one) => !told.some((other) => isSame(one, other))),
  };
}

function changed(from: number | undefined, to: number | undefined): Changed | null {
  return from === undefined || to === undefined || from === to ? null : { from, to, change: to - from };
}

/** Decisions that were closed or carried on, with the last word on each. */
function followedIn(of: Digested, isNew: (one: FollowUp) => boolean): DigestKeyResult['followed'] {
  return decisionsOf(of).flatMap(({ text, last, person, dueOn }) =>
    last !== null && last.outcome !== 'open' && isNew(last)
      ? [{ text, outcome: last.outcome, person, dueOn, note: last.note }]
      : [],
  );
}

function happenedTo(initiative: JudgedInitiative, timeZone: string): DigestWork[] {
  const { id, issueId, publicName, work, judgements } = initiative;
  const of = { initiativeId: id, issueId, publicName };
  const live = liveOn(initiative);
  const judged = judgements.at(-1);
  return [
    ...(work?.doneOn && isFinished(work) ? [{ ...of, what: 'done' as const, on: work.doneOn }] : []),
    // Of what nobody said, the day is that of the work itself, which is told already.
    ...(live?.source === 'said' ? [{ ...of, what: 'live' as const, on: live.on }] : []),
    ...(judged
      ? [
          {
            ...of,
            what: 'judged' as const,
            on: dayIn(timeZone, judged.at),
            verdict: judged.verdict,
            decision: judged.decision,
          },
        ]
      : []),
  ];
}

function isSame(a: DigestWork, b: DigestWork): boolean {
  return (
    a.initiativeId === b.initiativeId &&
    a.what === b.what &&
    a.on === b.on &&
    (a.what !== 'judged' || (b.what === 'judged' && a.verdict === b.verdict && a.decision === b.decision))
  );
}

/** What people wrote of milestones is no part of how the key result stands. */
function withoutTexts(metric: KeyResultDefinition['metric']): KeyResultDefinition['metric'] {
  return metric.kind === 'milestones' ? { ...metric, milestones: [] } : metric;
}
