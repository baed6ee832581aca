/** The part of the call table that exports use: a team's OKRs of a cycle with all that was said of them. */
import { z } from 'zod/mini';
import { call } from './declare-call';
import type { Confirmation, KeyResultScore, Retrospective } from './closing-calls';
import * as input from './inputs';
import type { CheckIn } from '../domain/check-in';
import type { Initiative } from '../domain/initiative';
import type { KeyResultId, ObjectiveId } from '../domain/ids';
import type { OutsideEvent } from '../domain/outside-event';
import type { KeyResultReading, ObjectiveReading } from './readings';

/** An initiative without its work: that is Jira's, and read there. */
export type ExportedInitiative = Omit<Initiative, 'work' | 'projectId' | 'version'>;
/** One row of an export, with what it hangs on. */
export type ExportRow =
  | ({ row: 'objective' } & Omit<
      ObjectiveReading,
      'team' | 'cycle' | 'keyResults' | 'can' | 'version' | 'ownerLeft'
    >)
  | ({ row: 'key-result'; objectiveId: ObjectiveId } & Pick<
      KeyResultReading,
      'id' | 'key' | 'title' | 'owner' | 'definition'
    >)
  | ({ row: 'check-in'; keyResultId: KeyResultId } & CheckIn)
  | ({ row: 'initiative'; keyResultId: KeyResultId } & ExportedInitiative)
  | ({ row: 'event'; keyResultId: KeyResultId } & OutsideEvent)
  | ({ row: 'score' } & KeyResultScore)
  | ({ row: 'confirmation' } & Confirmation)
  | ({ row: 'retrospective' } & Retrospective);

export type ExportReading = {
  /** Objectives before their key results, these before what hangs on them. */
  rows: ExportRow[];
  /** What to ask for as `after` to read on; null: that was all. */
  after: string | null;
};

export const exportCalls = {
  /**
   * A team's OKRs in a cycle, as far as this person may see them. `after`: the id of the last row of the page before; refuses with
   * `changed` when that row is there no more.
   */
  'export.read': call<ExportReading>()(
    'reader',
    z.object({
      teamId: input.teamId,
      cycleId: input.cycleId,
      after: z.nullable(z.string().check(z.maxLength(36))),
    }),
  ),
} as const;
