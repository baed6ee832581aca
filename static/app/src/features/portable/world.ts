/** OKRs as files carry them, whatever the format: a list of each noun, with ids that say what belongs to what. */
import type { Confirmation, KeyResultScore, Retrospective } from '../../../../../src/contract/closing-calls';
import type { ExportRow } from '../../../../../src/contract/export-calls';
import type { CycleReading, TeamReading } from '../../../../../src/contract/readings';
import type { CheckIn } from '../../../../../src/domain/check-in';
import type { AccountId, CycleId, KeyResultId, TeamId } from '../../../../../src/domain/ids';
import type { OutsideEvent } from '../../../../../src/domain/outside-event';

type Row<Kind extends ExportRow['row']> = Omit<Extract<ExportRow, { row: Kind }>, 'row'>;

export type TeamRow = Omit<TeamReading, 'version' | 'can'>;
export type CycleRow = Omit<CycleReading, 'version'>;
export type ObjectiveRow = Row<'objective'> & { teamId: TeamId; cycleId: CycleId };
export type KeyResultRow = Row<'key-result'>;
export type CheckInRow = CheckIn & { keyResultId: KeyResultId };
export type InitiativeRow = Pick<
  Row<'initiative'>,
  'id' | 'keyResultId' | 'issueId' | 'publicName' | 'hypothesis' | 'live' | 'attachedAt' | 'attachedBy'
> & {
  /** As the person who exports sees it; '' where they may not. */
  issueKey: string;
  issueTitle: string;
};
export type EventRow = Omit<OutsideEvent, 'version'> & { keyResultId: KeyResultId };
export type ScoreRow = Pick<KeyResultScore, 'id' | 'keyResultId' | 'score' | 'label' | 'rationale' | 'next'>;
export type ConfirmationRow = Pick<Confirmation, 'id' | 'objectiveId' | 'score' | 'writeUp'>;
export type RetrospectiveRow = Pick<
  Retrospective,
  'id' | 'helped' | 'hindered' | 'learned' | 'willChange'
> & { teamId: TeamId; cycleId: CycleId };

export type World = {
  teams: TeamRow[];
  cycles: CycleRow[];
  objectives: ObjectiveRow[];
  keyResults: KeyResultRow[];
  checkIns: CheckInRow[];
  initiatives: InitiativeRow[];
  events: EventRow[];
  scores: ScoreRow[];
  confirmations: ConfirmationRow[];
  retrospectives: RetrospectiveRow[];
};
export type Noun = keyof World;

/** Names beside account ids; who is gone has none. */
export type Names = ReadonlyMap<AccountId, string>;

export const emptyWorld = (): World => ({
  teams: [],
  cycles: [],
  objectives: [],
  keyResults: [],
  checkIns: [],
  initiatives: [],
  events: [],
  scores: [],
  confirmations: [],
  retrospectives: [],
});

/** Everybody a world names, each once. */
export function peopleIn(world: World): AccountId[] {
  const found = [
    ...world.teams.flatMap(({ lead, members }) => [lead, ...members]),
    ...world.objectives.flatMap(({ owner, viewers }) => [owner, ...viewers]),
    ...world.keyResults.map(({ owner }) => owner),
    ...world.checkIns.flatMap(({ by, decision, ask }) => [by, decision?.owner ?? null, ask?.of ?? null]),
    ...world.initiatives.flatMap(({ attachedBy, live }) => [attachedBy, live?.by ?? null]),
  ];
  return [...new Set(found.filter((id) => id !== null))];
}
