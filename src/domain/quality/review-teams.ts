/** The review of whole teams: every rule on every key result, objective and team of a cycle (design §3.10). */
import type { Caps } from '../caps';
import { dayIn, type Instant, type LocalDate } from '../dates';
import type { KeyResultDefinition } from '../metric';
import { isDismissed, type Dismissed, type ReviewFinding } from './finding';
import {
  askWorth,
  reviewConfidence,
  reviewConnections,
  reviewObjectiveCount,
  reviewTwice,
} from './review-cycle';
import { reviewKeyResult, type KeyResultToReview } from './review-key-result';
import { reviewObjective, type ObjectiveToReview } from './review-objective';

type KeyResultOfTeam = KeyResultToReview & {
  id: string;
  definition: KeyResultDefinition;
  /** Its first confidence of the cycle's first two weeks or before; null: none. */
  drafted: number | null;
};
type ObjectiveOfTeam = Omit<ObjectiveToReview, 'keyResults' | 'served'> & {
  id: string;
  why: string;
  connected: boolean;
  /** The words of what it serves; null: nothing that this reader sees. */
  served: string | null;
  keyResults: readonly KeyResultOfTeam[];
};
/** Teams with what they wrote in a cycle, and what only the whole cycle shows. */
export type TeamsToReview = {
  site: { rules: { caps: Caps } };
  cycle: Parameters<typeof askWorth>[0];
  teams: readonly { id: string; objectives: readonly ObjectiveOfTeam[] }[];
  /** Key results that measure what an earlier one of the cycle does. */
  twice: readonly { id: string; other: string }[];
  dismissed: readonly (Dismissed & { subjectId: string })[];
  /** Who answered S4 of which objective, and when. */
  worth: readonly { objectiveId: string; at: Instant }[];
};

/**
 * What is found of each team, objective and key result, by its id; what somebody dismissed is among it. `timeZone`: the reader's,
 * in which the day of an answer is told.
 */
export function reviewTeams(
  reading: TeamsToReview,
  today: LocalDate,
  timeZone: string,
): ReadonlyMap<string, ReviewFinding[]> {
  const { caps } = reading.site.rules;
  const others = new Map(reading.twice.map(({ id, other }) => [id, other]));
  const found = new Map<string, ReviewFinding[]>();
  for (const { id, objectives } of reading.teams) {
    const first = objectives.flatMap(({ keyResults }) => keyResults.flatMap(({ drafted }) => drafted ?? []));
    const unconnected = objectives.filter(({ why, connected }) => why.trim() === '' && !connected).length;
    found.set(id, [
      ...reviewObjectiveCount(objectives.length, caps),
      ...reviewConnections(unconnected, objectives.length),
      ...reviewConfidence(first),
    ]);
    for (const objective of objectives) {
      const answer = reading.worth.find(({ objectiveId }) => objectiveId === objective.id);
      const answeredOn = answer ? dayIn(timeZone, answer.at) : null;
      const beside = objective.keyResults.map(({ title, definition }) => ({
        title,
        indicator: definition.indicator,
      }));
      found.set(objective.id, [
        ...reviewObjective({ ...objective, served: objective.served ?? undefined, keyResults: beside }, caps),
        ...(beside.length === 0 ? [] : askWorth(reading.cycle, answeredOn, today)),
      ]);
      for (const keyResult of objective.keyResults) {
        const other = others.get(keyResult.id);
        found.set(keyResult.id, [
          ...reviewKeyResult(keyResult),
          ...(other === undefined ? [] : [reviewTwice(keyResult.title, other)]),
        ]);
      }
    }
  }
  return found;
}

/** Of what was found of one thing, what nobody dismissed. */
export function standing(
  findings: readonly ReviewFinding[],
  subjectId: string,
  dismissed: TeamsToReview['dismissed'],
): ReviewFinding[] {
  const own = dismissed.filter((one) => one.subjectId === subjectId);
  return findings.filter((one) => !isDismissed(one, own));
}
