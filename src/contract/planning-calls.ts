/** The part of the call table that planning uses. */
import { z } from 'zod/mini';
import type { Instant } from '../domain/dates';
import type { AccountId, InitiativeId, IssueId, KeyResultId } from '../domain/ids';
import { call } from './declare-call';
import * as input from './inputs';
import type { OkrsReading } from './readings';

/** An attached issue whose key result is pursued no more, and whose own work is not done. */
export type DroppedWork = {
  initiativeId: InitiativeId;
  issueId: IssueId;
  keyResultId: KeyResultId;
  keyResultKey: string;
  keyResultTitle: string;
  /** The key result or its objective was taken out, or its cycle closed. */
  because: 'removed' | 'closed';
  cycleName: string;
};
/** What planning reads of some projects: key results of their teams and of what is attached there. */
export type PlanningReading = OkrsReading & {
  dropped: DroppedWork[];
  /** Issues somebody called run work, those called so at once together. */
  runWork: { by: AccountId; at: Instant; issueIds: IssueId[] }[];
};

export const planningCalls = {
  /**
   * What planning in these projects goes by: key results of their teams in running cycles, and every one not in a closed cycle
   * that an issue of theirs is attached to. The browser lays the issues out; it read them in Jira as the viewer.
   */
  'planning.read': call<PlanningReading>()(
    'reader',
    z.object({
      projectIds: z
        .array(input.projectId)
        .check(z.minLength(1, 'Choose a project.'), z.maxLength(20, 'Plan for at most 20 projects at once.')),
    }),
  ),
  /** Says of issues that they are run work, or takes that back; the last said counts. */
  'run-work.mark': call<{ marked: number }>()(
    'issue-editor',
    z.object({
      marks: z
        .array(z.object({ id: input.runWorkId, issueId: input.issueId }))
        .check(z.minLength(1, 'Choose an issue.'), z.maxLength(100, 'Mark at most 100 issues at once.')),
      isRunWork: z.boolean(),
    }),
  ),
} as const;
