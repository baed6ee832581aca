import type {
  ReviewedKeyResult,
  ReviewedObjective,
  ReviewReading,
} from '../../../../../src/contract/review-calls';
import { dayIn, type LocalDate } from '../../../../../src/domain/dates';
import { bySeverity, isDismissed, type ReviewFinding } from '../../../../../src/domain/quality/finding';
import {
  askWorth,
  reviewConfidence,
  reviewConnections,
  reviewObjectiveCount,
  reviewTwice,
} from '../../../../../src/domain/quality/review-cycle';
import { reviewKeyResult } from '../../../../../src/domain/quality/review-key-result';
import { reviewObjective } from '../../../../../src/domain/quality/review-objective';

/** What was found of one thing: what stands, and what somebody dismissed. */
export type Found = { standing: ReviewFinding[]; dismissed: ReviewReading['dismissed'] };
export type FoundKeyResult = { keyResult: ReviewedKeyResult; found: Found };
export type FoundObjective = { objective: ReviewedObjective; found: Found; keyResults: FoundKeyResult[] };
export type FoundTeam = { team: ReviewReading['teams'][number]; found: Found; objectives: FoundObjective[] };

/** Every rule on every team of a reading. `timeZone`: the reader's, in which the day of an answer is told. */
export function reviewTeams(reading: ReviewReading, today: LocalDate, timeZone: string): FoundTeam[] {
  const { caps } = reading.site.rules;
  const standsOf = (id: string, findings: readonly ReviewFinding[]): Found => {
    const own = reading.dismissed.filter(({ subjectId }) => subjectId === id);
    return {
      standing: bySeverity(findings.filter((one) => !isDismissed(one, own))),
      dismissed: own.filter((one) => findings.some((found) => isDismissed(found, [one]))),
    };
  };
  const others = new Map(reading.twice.map(({ id, other }) => [id, other]));
  const ofKeyResult = (keyResult: ReviewedKeyResult): FoundKeyResult => {
    const other = others.get(keyResult.id);
    const found = [
      ...reviewKeyResult(keyResult),
      ...(other === undefined ? [] : [reviewTwice(keyResult.title, other)]),
    ];
    return { keyResult, found: standsOf(keyResult.id, found) };
  };
  const ofObjective = (objective: ReviewedObjective): FoundObjective => {
    const answer = reading.worth.find(({ objectiveId }) => objectiveId === objective.id);
    const answeredOn = answer ? dayIn(timeZone, answer.at) : null;
    const beside = objective.keyResults.map(({ title, definition }) => ({
      title,
      indicator: definition.indicator,
    }));
    const found = [
      ...reviewObjective({ ...objective, served: objective.served ?? undefined, keyResults: beside }, caps),
      ...(beside.length === 0 ? [] : askWorth(reading.cycle, answeredOn, today)),
    ];
    return {
      objective,
      found: standsOf(objective.id, found),
      keyResults: objective.keyResults.map(ofKeyResult),
    };
  };
  return reading.teams.map((team) => {
    const { objectives } = team;
    const first = objectives.flatMap(({ keyResults }) => keyResults.flatMap(({ drafted }) => drafted ?? []));
    const unconnected = objectives.filter(({ why, connected }) => why.trim() === '' && !connected).length;
    const found = [
      ...reviewObjectiveCount(objectives.length, caps),
      ...reviewConnections(unconnected, objectives.length),
      ...reviewConfidence(first),
    ];
    return { team, found: standsOf(team.id, found), objectives: objectives.map(ofObjective) };
  });
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
