import type { KeyResultReading, ObjectiveReading, OkrsReading } from '../../../../src/contract/readings';
import type { LocalDate } from '../../../../src/domain/dates';
import type { KeyResultRecord } from '../../../../src/domain/measurements';
import type { Rules } from '../../../../src/domain/rules';
import { standing, type Standing } from '../../../../src/domain/standing';
import { todayIn } from '../boot/place-context';

/** A key result with how it stands today, worked out by the domain from what was read. */
export type Stood = {
  keyResult: KeyResultReading;
  objective: ObjectiveReading;
  rules: Rules;
  record: KeyResultRecord;
  standing: Standing;
  /** Today in the team's time zone. */
  today: LocalDate;
};

/** How a key result stands today. */
export function howItStands(
  keyResult: KeyResultReading,
  objective: ObjectiveReading,
  site: OkrsReading['site'],
): Stood {
  const today = todayIn(objective.team.timeZone);
  const record = {
    definition: keyResult.definition,
    cadence: objective.team.cadence,
    checkIns: keyResult.checkIns,
  };
  return {
    keyResult,
    objective,
    rules: site.rules,
    record,
    standing: standing(record, site.rules, today),
    today,
  };
}

/** Every key result of a reading with how it stands today, in the order read. */
export function allStanding({ objectives, site }: OkrsReading): Stood[] {
  return objectives.flatMap((objective) =>
    objective.keyResults.map((keyResult) => howItStands(keyResult, objective, site)),
  );
}
