/** Calls on what happened outside the work and may have moved a number. */
import { z } from 'zod/mini';
import type { OutsideEventId } from '../domain/ids';
import { call } from './declare-call';
import * as input from './inputs';

/** Why a change was made. */
const why = input.note(1000, 'the reason');

export const outsideEventCalls = {
  /** Something outside the work that may have moved the number. Taken on a closed cycle too: verdicts go on. */
  'outside-event.mark': call<{ id: OutsideEventId; version: number }>()(
    'checker-in',
    z.object({
      id: input.outsideEventId,
      requestId: input.requestId,
      keyResultId: input.keyResultId,
      event: input.outsideEvent,
    }),
  ),
  'outside-event.edit': call<{ id: OutsideEventId; version: number }>()(
    'checker-in',
    z.object({ id: input.outsideEventId, ...input.change, event: input.outsideEvent, why }),
  ),
  /** Takes a mark away, or brings it back: the undo of marking and of removing. */
  'outside-event.set-removed': call<{ id: OutsideEventId; version: number }>()(
    'checker-in',
    z.object({ id: input.outsideEventId, ...input.change, removed: z.boolean(), why }),
  ),
} as const;
