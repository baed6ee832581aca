/** The part of the call table that tells what the work so far teaches. */
import { z } from 'zod/mini';
import type { CycleId, IssueId, TeamId } from '../domain/ids';
import type { LearntWork } from '../domain/learnt-work';
import type { TeamName } from '../domain/team-tree';
import { call } from './declare-call';
import * as input from './inputs';
import type { CycleReading, KeyResultReading } from './readings';

/**
 * Verdicts of what people got, the newest key result first. No check-in, owner or name is in it: learning is never by
 * person (design §3.8).
 */
export type LearningReading = {
  teams: TeamName[];
  /** Those of `keyResults`. */
  cycles: Pick<CycleReading, 'id' | 'name' | 'startsOn'>[];
  keyResults: (Pick<KeyResultReading, 'id' | 'key'> & {
    teamId: TeamId;
    cycleId: CycleId;
    work: (LearntWork & { issueId: IssueId })[];
  })[];
  /** What to ask for as `before` to read on; null: that was all. */
  earlier: number | null;
};

export const learningCalls = {
  /** What the work so far teaches, of a team or the site; key results made before the one numbered `before` (null: the newest). */
  'learning.read': call<LearningReading>()(
    'reader',
    z.object({
      teamId: z.nullable(input.teamId),
      before: z.nullable(z.int().check(z.minimum(1))),
    }),
  ),
} as const;
