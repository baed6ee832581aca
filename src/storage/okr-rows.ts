/** From the flat rows of the OKR query to objectives with their key results, check-ins and initiatives. */
import type { CheckIn } from '../domain/check-in';
import { corrected, type Correction } from '../domain/correction';
import type { FollowUp } from '../domain/follow-up';
import type { InitiativeId, KeyResultId, ObjectiveId } from '../domain/ids';
import type { Judgement } from '../domain/judgement';
import type { Joined } from './aliased';
import type { InitiativeRecord, KeyResultFacts, ObjectiveFacts, OutsideEventRecord } from './records';
import type {
  checkIn,
  correction,
  cycle,
  followUp,
  initiative,
  judgement,
  keyResult,
  objective,
  outsideEvent,
  team,
  workSnapshot,
} from './schema';
import type * as names from './selections';

type Part<T extends { $inferSelect: object }, N extends readonly (keyof T['$inferSelect'])[]> = Pick<
  T['$inferSelect'],
  N[number]
>;
type CheckInRow = Part<typeof checkIn, typeof names.checkInColumns>;
type InitiativeRow = Part<typeof initiative, typeof names.initiativeColumns>;
type WorkRow = Part<typeof workSnapshot, typeof names.workColumns>;
type OutsideEventRow = Part<typeof outsideEvent, typeof names.outsideEventColumns>;
export type CorrectionRow = Part<typeof correction, typeof names.correctionColumns>;
type FollowUpRow = Part<typeof followUp, typeof names.followUpColumns>;
export type JudgementRow = Part<typeof judgement, typeof names.judgementColumns>;

export type OkrRow = {
  objectiveId: ObjectiveId | null;
  keyResultId: KeyResultId | null;
  /** The owner's account is no longer active. */
  ownersLeft: { objective: boolean | null; keyResult: boolean | null };
  objective: Joined<Part<typeof objective, typeof names.objectiveColumns>>;
  team: Joined<Part<typeof team, typeof names.teamColumns>>;
  cycle: Joined<Part<typeof cycle, typeof names.cycleColumns>>;
  keyResult: Joined<Part<typeof keyResult, typeof names.keyResultColumns>>;
  checkIn: Joined<CheckInRow>;
  initiative: Joined<InitiativeRow>;
  work: Joined<WorkRow>;
  event: Joined<OutsideEventRow>;
  judgement: Joined<JudgementRow>;
  correction: Joined<CorrectionRow>;
  followUp: Joined<FollowUpRow>;
};

function toCheckIn({ recordedBy, ...row }: CheckInRow): CheckIn {
  return { ...row, by: recordedBy };
}

export function toCorrection({ fromValue, correctedBy, correctedAt, ...row }: CorrectionRow): Correction {
  return { ...row, from: fromValue, by: correctedBy, at: correctedAt };
}

function toFollowUp({ id, recordedAt, recordedBy, ...row }: FollowUpRow): FollowUp {
  // Rows that a check-in begins with, whose id is the check-in's, are not read here.
  return { ...row, id: id as FollowUp['id'], at: recordedAt, by: recordedBy };
}

function toEvent({ onDay, untilDay, ...row }: OutsideEventRow): OutsideEventRecord {
  return { ...row, on: onDay, until: untilDay };
}

export function toJudgement({ initiativeId: _, judgedAt, judgedBy, ...row }: JudgementRow): Judgement {
  return { ...row, at: judgedAt, by: judgedBy };
}

/** An initiative with its work as one record; its judgements come beside it. */
export function toInitiative(
  { liveOn, liveReason, liveBy, ...row }: InitiativeRow,
  work: Joined<WorkRow>,
): InitiativeRecord {
  return {
    ...row,
    live: liveOn !== null && liveBy !== null ? { on: liveOn, reason: liveReason, by: liveBy } : null,
    work: work.unit === null ? null : work,
    judgements: [],
  };
}

const byText = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

/** Objectives and key results by number, check-ins and events by day, the rest by when it was recorded. */
export function collectObjectives(rows: readonly OkrRow[]): ObjectiveFacts[] {
  const objectives = new Map<ObjectiveId, ObjectiveFacts>();
  const keyResults = new Map<KeyResultId, KeyResultFacts>();
  for (const { objective, team, cycle, keyResult, ownersLeft } of rows) {
    if (objective.id === null || team.id === null || cycle.id === null) continue;
    const facts = objectives.get(objective.id) ?? {
      objective,
      team,
      cycle,
      ownerLeft: ownersLeft.objective === true,
      keyResults: [],
    };
    objectives.set(objective.id, facts);
    if (keyResult.id === null) continue;
    const added: KeyResultFacts = {
      ...keyResult,
      ownerLeft: ownersLeft.keyResult === true,
      checkIns: [],
      corrections: [],
      followUps: [],
      initiatives: [],
      events: [],
    };
    keyResults.set(keyResult.id, added);
    facts.keyResults.push(added);
  }
  const initiatives = new Map<InitiativeId, InitiativeRecord>();
  for (const { keyResultId, checkIn, correction, initiative, work, event, followUp } of rows) {
    const keyResult = keyResultId === null ? undefined : keyResults.get(keyResultId);
    if (checkIn.id !== null) keyResult?.checkIns.push(toCheckIn(checkIn));
    if (correction.id !== null) keyResult?.corrections.push(toCorrection(correction));
    if (event.id !== null) keyResult?.events.push(toEvent(event));
    if (followUp.id !== null) keyResult?.followUps.push(toFollowUp(followUp));
    if (initiative.id === null) continue;
    const added = toInitiative(initiative, work);
    initiatives.set(added.id, added);
    keyResult?.initiatives.push(added);
  }
  // Those of detached initiatives are kept, and belong to nothing shown here.
  for (const { judgement } of rows) {
    if (judgement.id !== null)
      initiatives.get(judgement.initiativeId)?.judgements.push(toJudgement(judgement));
  }
  const found = [...objectives.values()].sort((a, b) => a.objective.number - b.objective.number);
  for (const { keyResults: own } of found) own.sort((a, b) => a.number - b.number);
  for (const { judgements } of initiatives.values()) {
    judgements.sort((a, b) => byText(a.at, b.at) || byText(a.id, b.id));
  }
  for (const keyResult of keyResults.values()) {
    keyResult.checkIns = corrected(keyResult.checkIns, keyResult.corrections);
    const { checkIns, corrections, followUps, initiatives: own, events } = keyResult;
    corrections.sort((a, b) => byText(a.at, b.at) || a.turn - b.turn);
    followUps.sort((a, b) => byText(a.at, b.at) || byText(a.id, b.id));
    events.sort((a, b) => byText(a.on, b.on) || byText(a.id, b.id));
    checkIns.sort((a, b) => byText(a.day, b.day) || byText(a.recordedAt, b.recordedAt) || byText(a.id, b.id));
    own.sort((a, b) => byText(a.attachedAt, b.attachedAt) || byText(a.id, b.id));
  }
  return found;
}
