import type { ClosingReading, Confirmation, KeyResultScore } from '../../../../../src/contract/closing-calls';
import type { ObjectiveReading } from '../../../../../src/contract/readings';
import type { AccountId } from '../../../../../src/domain/ids';
import type { Goal } from '../../../../../src/domain/published-goal';
import { whoOwes } from '../../../../../src/domain/who-owes';
import { objectiveScore, suggestedScore, type ObjectiveScore } from '../../../../../src/domain/score';
import type { ScoreWords } from '../../../../../src/domain/score-labels';
import { howItStands, type Stood } from '../../components/how-it-stands';

/** A key result at the end of its cycle. */
export type ClosingKeyResult = {
  of: Stood;
  /** What its measurements suggest. */
  suggested: number | null;
  /** The goal as published and what that suggests, where it was changed since; null: it is the same. */
  published: { goal: Goal; suggested: number | null } | null;
  score: KeyResultScore | null;
  /** The site's own words for labels. */
  labels: ScoreWords;
};

/** An objective at the end of its cycle. */
export type ClosingObjective = {
  objective: ObjectiveReading;
  keyResults: ClosingKeyResult[];
  mean: ObjectiveScore;
  confirmation: Confirmation | null;
};

/** What is missing, and who owes it; null: the team has nobody to ask. */
export type Missing =
  | { what: 'score' | 'confirm'; key: string; by: AccountId | null }
  | { what: 'retrospective'; by: AccountId | null };

/** A reading laid out by objective, with what the rules make of it. */
export function closingOf(reading: ClosingReading): ClosingObjective[] {
  const { objectives, site, scores, confirmations, published } = reading;
  return objectives.map((objective) => {
    const keyResults = objective.keyResults.map((keyResult): ClosingKeyResult => {
      const of = howItStands(keyResult, objective, site);
      const goal = published.find(({ keyResultId }) => keyResultId === keyResult.id)?.goal;
      const before = goal && { ...of.record, definition: { ...keyResult.definition, ...goal } };
      return {
        of,
        suggested: suggestedScore(of.record, of.today),
        published: goal && before ? { goal, suggested: suggestedScore(before, of.today) } : null,
        labels: site.scoreWords,
        score: scores.find(({ keyResultId }) => keyResultId === keyResult.id) ?? null,
      };
    });
    return {
      objective,
      keyResults,
      mean: objectiveScore(
        keyResults.map(({ of, score }) => ({
          weight: of.keyResult.definition.weight,
          score: score?.score ?? null,
          label: score?.label ?? null,
        })),
      ),
      confirmation: confirmations.find(({ objectiveId }) => objectiveId === objective.id) ?? null,
    };
  });
}

/** What a team still owes its cycle's end: an owner who left counts as none, then the team's lead owes (design §3.12). */
export function missingOf(
  { team, retrospective }: ClosingReading,
  objectives: readonly ClosingObjective[],
): Missing[] {
  const missing: Missing[] = [];
  for (const { objective, keyResults, confirmation, mean } of objectives) {
    const owner = whoOwes(objective, team.lead);
    for (const { of, score } of keyResults) {
      if (score === null)
        missing.push({ what: 'score', key: of.keyResult.key, by: whoOwes(of.keyResult, owner) });
    }
    if (confirmation === null || confirmation.score !== mean.score) {
      missing.push({ what: 'confirm', key: objective.key, by: owner });
    }
  }
  if (retrospective === null) missing.push({ what: 'retrospective', by: team.lead });
  return missing;
}
