/** Rows as use cases see them: the readings of the contract, without what policies and prefixes add. */
import type { CheckIn } from '../domain/check-in';
import type { Correction } from '../domain/correction';
import type { FollowUp } from '../domain/follow-up';
import type { JudgedInitiative } from '../domain/judgement';
import type {
  CycleReading,
  KeyResultReading,
  ObjectiveReading,
  OutsideEventReading,
  TeamReading,
} from '../contract/readings';

export type TeamRecord = Omit<TeamReading, 'can'>;
export type CycleRecord = CycleReading;
export type InitiativeRecord = JudgedInitiative;
export type OutsideEventRecord = Omit<OutsideEventReading, 'can'>;

/** `number` is the n of KR-n. */
export type KeyResultRecord = Omit<
  KeyResultReading,
  'can' | 'key' | 'ownerLeft' | 'checkIns' | 'followUps' | 'initiatives' | 'events'
> & { number: number };
/** `number` is the n of O-n. */
export type ObjectiveRecord = Omit<
  ObjectiveReading,
  'can' | 'key' | 'ownerLeft' | 'team' | 'cycle' | 'keyResults'
> & {
  number: number;
};

/** An objective where it belongs: what policies and rules need to know before an act on it. */
export type PlacedObjective = { objective: ObjectiveRecord; team: TeamRecord; cycle: CycleRecord };
/** A key result where it belongs. */
export type PlacedKeyResult = PlacedObjective & { keyResult: KeyResultRecord };

/** What a view reads of a key result. */
export type KeyResultFacts = KeyResultRecord & {
  ownerLeft: boolean;
  /** As they stand after their corrections. */
  checkIns: CheckIn[];
  /** The oldest first. */
  corrections: Correction[];
  followUps: FollowUp[];
  initiatives: InitiativeRecord[];
  /** Those that stand. */
  events: OutsideEventRecord[];
};
/** What a view reads of an objective. */
export type ObjectiveFacts = PlacedObjective & { ownerLeft: boolean; keyResults: KeyResultFacts[] };
