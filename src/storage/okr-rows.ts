/** From the flat rows of the OKR query to objectives with their key results, check-ins and initiatives. */
import type { CheckIn } from '../domain/check-in';
import type { KeyResultId, ObjectiveId } from '../domain/ids';
import type { Joined } from './aliased';
import type { InitiativeRecord, KeyResultFacts, ObjectiveFacts } from './records';
import type { checkIn, cycle, initiative, keyResult, objective, team, workSnapshot } from './schema';
import type * as names from './selections';

type Part<T extends { $inferSelect: object }, N extends readonly (keyof T['$inferSelect'])[]> = Pick<
  T['$inferSelect'],
  N[number]
>;
type CheckInRow = Part<typeof checkIn, typeof names.checkInColumns>;
type InitiativeRow = Part<typeof initiative, typeof names.initiativeColumns>;
type WorkRow = Part<typeof workSnapshot, typeof names.workColumns>;

export type OkrRow = {
  objectiveId: ObjectiveId | null;
  keyResultId: KeyResultId | null;
  objective: Joined<Part<typeof objective, typeof names.objectiveColumns>>;
  team: Joined<Part<typeof team, typeof names.teamColumns>>;
  cycle: Joined<Part<typeof cycle, typeof names.cycleColumns>>;
  keyResult: Joined<Part<typeof keyResult, typeof names.keyResultColumns>>;
  checkIn: Joined<CheckInRow>;
  initiative: Joined<InitiativeRow>;
  work: Joined<WorkRow>;
};

function toCheckIn({ recordedBy, ...row }: CheckInRow): CheckIn {
  return { ...row, by: recordedBy };
}

/** An initiative with its work as one record. */
export function toInitiative(
  { liveOn, liveReason, liveBy, ...row }: InitiativeRow,
  work: Joined<WorkRow>,
): InitiativeRecord {
  return {
    ...row,
    live: liveOn !== null && liveBy !== null ? { on: liveOn, reason: liveReason, by: liveBy } : null,
    work: work.unit === null ? null : work,
  };
}

const byText = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

/** Objectives and key results by number, check-ins by day and then by when they were recorded. */
export function collectObjectives(rows: readonly OkrRow[]): ObjectiveFacts[] {
  const objectives = new Map<ObjectiveId, ObjectiveFacts>();
  const keyResults = new Map<KeyResultId, KeyResultFacts>();
  for (const { objective, team, cycle, keyResult } of rows) {
    if (objective.id === null || team.id === null || cycle.id === null) continue;
    const facts = objectives.get(objective.id) ?? { objective, team, cycle, keyResults: [] };
    objectives.set(objective.id, facts);
    if (keyResult.id === null) continue;
    const added: KeyResultFacts = { ...keyResult, checkIns: [], initiatives: [] };
    keyResults.set(keyResult.id, added);
    facts.keyResults.push(added);
  }
  for (const { keyResultId, checkIn, initiative, work } of rows) {
    const keyResult = keyResultId === null ? undefined : keyResults.get(keyResultId);
    if (checkIn.id !== null) keyResult?.checkIns.push(toCheckIn(checkIn));
    if (initiative.id !== null) keyResult?.initiatives.push(toInitiative(initiative, work));
  }
  const found = [...objectives.values()].sort((a, b) => a.objective.number - b.objective.number);
  for (const { keyResults: own } of found) own.sort((a, b) => a.number - b.number);
  for (const { checkIns, initiatives } of keyResults.values()) {
    checkIns.sort((a, b) => byText(a.day, b.day) || byText(a.recordedAt, b.recordedAt) || byText(a.id, b.id));
    initiatives.sort((a, b) => byText(a.attachedAt, b.attachedAt) || byText(a.id, b.id));
  }
  return found;
}
