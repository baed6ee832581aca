/** The part of the call table that the next cycle is prepared with, and the history of what everyone shares. */
import { z } from 'zod/mini';
import type { AccountId, CycleId, TeamId } from '../domain/ids';
import type { Lack } from '../domain/preparation';
import type { Directory } from './calls';
import type { LearningsReading } from './closing-calls';
import { call } from './declare-call';
import * as input from './inputs';
import type { CycleReading, HistoryEntry, OkrsReading, TeamReading } from './readings';

/** A cycle in few words. */
export type CycleName = Pick<CycleReading, 'id' | 'name' | 'phase' | 'startsOn' | 'endsOn'>;
/** What a team's draft of a cycle lacks: how many of each. */
export type LackCounts = Partial<Record<Lack, number>>;
/** How far a cycle's teams are with drafting it. */
export type PreparationList = {
  cycle: CycleReading;
  /** The last cycle before it that began earlier and lies in the same longer one or beside it; null: it is the first. */
  before: CycleName | null;
  teams: {
    teamId: TeamId;
    name: string;
    lead: AccountId | null;
    objectives: number;
    keyResults: number;
    missing: LackCounts;
  }[];
};
/** One team's draft of a cycle. What it lacks is worked out by `src/domain/preparation`. */
export type PreparationReading = OkrsReading & LearningsReading & { cycle: CycleReading; team: TeamReading };
/** One team's draft of a cycle where it is written, and the teams and cycles there are. */
export type DraftReading = OkrsReading & LearningsReading & Directory & { teamId: TeamId; cycleId: CycleId };
/** A team's draft in which the person asking owes something. */
export type Preparing = {
  cycle: Pick<CycleReading, 'id' | 'name' | 'startsOn'>;
  team: Pick<TeamReading, 'id' | 'name'>;
  missing: LackCounts;
};

export const preparationCalls = {
  /** What each team's draft of a cycle lacks, and who leads the team. */
  'preparation.list': call<PreparationList>()('reader', z.object({ cycleId: input.cycleId })),
  'preparation.read': call<PreparationReading>()(
    'reader',
    z.object({ cycleId: input.cycleId, teamId: input.teamId }),
  ),
  /** What a team writes of a cycle, for those who write it together. */
  'draft.read': call<DraftReading>()('reader', z.object({ cycleId: input.cycleId, teamId: input.teamId })),
  /** Who changed a team, a cycle or the site's settings, the newest first. */
  'history.read': call<{ entries: HistoryEntry[] }>()(
    'reader',
    z.object({
      of: z.discriminatedUnion('entity', [
        z.object({ entity: z.literal('team'), id: input.teamId }),
        z.object({ entity: z.literal('cycle'), id: input.cycleId }),
        z.object({ entity: z.literal('settings') }),
      ]),
    }),
  ),
} as const;
