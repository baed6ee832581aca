/** The part of the call table by which teams share a key result: it has one home, and is shown elsewhere. */
import { z } from 'zod/mini';
import type { KeyResultId, ObjectiveId, SharedKeyResultId } from '../domain/ids';
import type { ObjectiveName } from './alignment-calls';
import { call } from './declare-call';
import * as input from './inputs';
import type { ObjectiveReading } from './readings';

/** That a key result is shown beneath an objective of another team. `can.putBack`: show it there again after it was taken away. */
export type Sharing = {
  id: SharedKeyResultId;
  version: number;
  can: { takeAway: boolean; putBack: boolean };
};

/** Key results of other teams that are shown beneath objectives of a reading. They are none of these objectives' own and add nothing. */
export type SharedReading = {
  shown: (Sharing & { objectiveId: ObjectiveId; keyResultId: KeyResultId })[];
  /** Where they belong, with no other key results; without what people wrote in check-ins, and without work. */
  homes: ObjectiveReading[];
};

/** An objective of another team beneath which a key result is shown, too. */
export type ShownUnder = Sharing & { objective: ObjectiveName };

export const sharingCalls = {
  /**
   * Shows a key result beneath an objective of another team whose cycle overlaps, or takes it away from there. It stays the key
   * result of its home: nothing of it changes. Whoever writes the objective; taking away also whoever writes the key result.
   * Version 0 shows it for the first time, or after it was taken away.
   */
  'key-result.show-under': call<{ id: SharedKeyResultId; version: number }>()(
    'objective-writer',
    z.object({
      id: input.sharedKeyResultId,
      ...input.writing,
      keyResultId: input.keyResultId,
      objectiveId: input.objectiveId,
      shown: z.boolean(),
    }),
  ),
} as const;
