import type {
  ReviewedKeyResult,
  ReviewedObjective,
  ReviewReading,
} from '../../../../../src/contract/review-calls';
import type { LocalDate } from '../../../../../src/domain/dates';
import { bySeverity, isDismissed, type ReviewFinding } from '../../../../../src/domain/quality/finding';
import { reviewTeams as findInTeams, standing } from '../../../../../src/domain/quality/review-teams';

/** What was found of one thing: what stands, and what somebody dismissed. */
export type Found = { standing: ReviewFinding[]; dismissed: ReviewReading['dismissed'] };
export type FoundKeyResult = { keyResult: ReviewedKeyResult; found: Found };
export type FoundObjective = { objective: ReviewedObjective; found: Found; keyResults: FoundKeyResult[] };
export type FoundTeam = { team: ReviewReading['teams'][number]; found: Found; objectives: FoundObjective[] };

/** What the review finds, team by team as the report shows it. `timeZone`: the reader's. */
export function reviewTeams(reading: ReviewReading, today: LocalDate, timeZone: string): FoundTeam[] {
  const all = findInTeams(reading, today, timeZone);
  const of = (id: string): Found => {
    const findings = all.get(id) ?? [];
    return {
      standing: bySeverity(standing(findings, id, reading.dismissed)),
      dismissed: reading.dismissed.filter(
        (one) => one.subjectId === id && findings.some((found) => isDismissed(found, [one])),
      ),
    };
  };
  return reading.teams.map((team) => ({
    team,
    found: of(team.id),
    objectives: team.objectives.map((objective) => ({
      objective,
      found: of(objective.id),
      keyResults: objective.keyResults.map((keyResult) => ({ keyResult, found: of(keyResult.id) })),
    })),
  }));
}

/** Everything that stands, of teams and what they wrote. */
export function standingOf(teams: readonly FoundTeam[]): ReviewFinding[] {
  return teams.flatMap(({ found, objectives }) => [
    ...found.standing,
    ...objectives.flatMap((one) => [
      ...one.found.standing,
      ...one.keyResults.flatMap((keyResult) => keyResult.found.standing),
    ]),
  ]);
}
