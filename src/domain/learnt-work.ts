/** What one initiative adds to what a team learns (design §3.8). */
import type { LocalDate } from './dates';
import { impactOf } from './impact';
import { heldOtherwise, learntHypothesis, type JudgedInitiative } from './judgement';
import type { LearningRow } from './learning';
import type { JudgedKeyResult } from './verdict-due';
import { assumedOf } from './work';

/** All that learning needs but what only Jira knows, and tells each reader by what they may see. */
export type LearntWork = Omit<LearningRow, 'issueType' | 'labels'>;

/** A key result with its team's time zone. */
export type LearntOn = JudgedKeyResult & { timeZone: string };

/** What is kept beside an initiative. */
export type LearntFacts = {
  /** null: it is attached now. */
  detachedOn: LocalDate | null;
  /** Children counted; null where Jira was never asked. */
  children: number | null;
};

/**
 * What is learnt of one initiative on `today`; null where nothing is: people have not got it, it was done before anybody
 * attached it (no hypothesis came first), or it was detached before people got it. Work detached later stays: else failures could
 * be tidied away. The hypothesis is the one in force when the work started. Source: design §3.8.
 */
export function learntOf(
  initiative: JudgedInitiative,
  { timeZone, ...on }: LearntOn,
  { detachedOn, children }: LearntFacts,
  today: LocalDate,
): LearntWork | null {
  if (assumedOf(initiative, timeZone).includes('done-before-attached')) return null;
  const hypothesis = learntHypothesis(initiative);
  const impact = impactOf({ ...on, initiative: { ...initiative, hypothesis } }, today);
  if (!impact || (detachedOn !== null && impact.live.on > detachedOn)) return null;
  const { verdict, change, expected } = impact;
  return {
    verdict,
    heldOtherwise: heldOtherwise(initiative, verdict),
    change,
    expected,
    lagDays: hypothesis.kind === 'stated' ? hypothesis.hypothesis.lagDays : null,
    children,
  };
}
