/** The part of the call table by which a key result depends on another team, and that team answers. */
import { z } from 'zod/mini';
import type { Instant } from '../domain/dates';
import type { DependencyState } from '../domain/dependency';
import type { AccountId, DependencyId } from '../domain/ids';
import { call } from './declare-call';
import * as input from './inputs';
import type { KeyResultReading, TeamReading } from './readings';

/** A team that a key result depends on, and what the team said. */
export type DependencyReading = {
  id: DependencyId;
  version: number;
  team: Pick<TeamReading, 'id' | 'name' | 'lead'>;
  needs: string;
  state: DependencyState;
  /** What the team said with its answer. */
  reason: string;
  askedBy: AccountId;
  askedAt: Instant;
  answeredBy: AccountId | null;
  answeredAt: Instant | null;
  can: { answer: boolean; withdraw: boolean };
};

/** A key result of another team that waits for an answer of a team that the reader leads. */
export type DependencyOwed = DependencyReading & {
  keyResult: Pick<KeyResultReading, 'id' | 'key' | 'title'>;
  /** Whose key result it is, and in which cycle. */
  teamName: string;
  cycleName: string;
};

export const dependencyCalls = {
  /** Asks a team for what a key result needs of it; version 0 for the first time, later ones ask again. */
  'dependency.ask': call<{ id: DependencyId; version: number }>()(
    'key-result-writer',
    z.object({
      id: input.dependencyId,
      ...input.writing,
      keyResultId: input.keyResultId,
      teamId: input.teamId,
      needs: input.note(2000, 'what you need').check(z.minLength(1, 'Write what you need of the team.')),
    }),
  ),
  /** The team's lead confirms, or declines with a reason; again when they change their mind. */
  'dependency.answer': call<{ id: DependencyId; version: number }>()(
    'team-lead',
    z.object({
      id: input.dependencyId,
      ...input.change,
      confirmed: z.boolean(),
      reason: input.note(2000, 'the reason'),
    }),
  ),
  /** Whoever writes the key result does not need it any more. */
  'dependency.withdraw': call<{ id: DependencyId; version: number }>()(
    'key-result-writer',
    z.object({ id: input.dependencyId, ...input.change }),
  ),
} as const;
