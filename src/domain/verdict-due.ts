import type { LocalDate } from './dates';
import { impactOf, type Impact } from './impact';
import { isJudged, type JudgedInitiative } from './judgement';
import type { KeyResultRecord } from './measurements';
import type { OutsideEvent } from './outside-event';
import { isFinished } from './work';

/** What is known of a key result where verdicts on its initiatives are computed. */
export type JudgedKeyResult = KeyResultRecord & {
  /** Those attached now. */
  initiatives: readonly JudgedInitiative[];
  events: readonly OutsideEvent[];
};

/** `ready` false: it returns on `impact.judgeOn`, or when its effect should show. */
export type VerdictDue = { ready: boolean; impact: Impact };

/**
 * The verdict somebody owes on an initiative: its work is finished and in Jira, and nobody has said what came of it. null:
 * none is owed. Not ready while the effect cannot show yet, or too few values came since. Source: design §3.7, §3.8.
 */
export function verdictDue(
  initiative: JudgedInitiative,
  record: JudgedKeyResult,
  today: LocalDate,
): VerdictDue | null {
  const { work } = initiative;
  if (!work || work.gone || !isFinished(work) || isJudged(initiative)) return null;
  const impact = impactOf({ ...record, initiative }, today);
  if (!impact) return null;
  return { ready: impact.verdict !== 'too-early' && impact.showsOn <= today, impact };
}
