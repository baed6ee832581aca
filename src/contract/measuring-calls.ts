/** The part of the call table about values: where they come from, and what is done when one was wrong. */
import { z } from 'zod/mini';
import type { CorrectionId } from '../domain/ids';
import { call } from './declare-call';
import * as input from './inputs';

/** Which correction of that value it is: 1 for the first. */
export const turn = z.int().check(z.minimum(1));
export const correctedWhy = input
  .note(1000, 'the reason')
  .check(z.minLength(1, 'Say in a sentence why the value was wrong.'));

export const measuringCalls = {
  /**
   * Corrects the value of a check-in, or takes it back (`value` null). What was recorded stays and is shown. Whoever
   * recorded it, and whoever writes the key result.
   */
  'check-in.correct': call<{ id: CorrectionId }>()(
    'checker-in',
    z.object({
      id: input.correctionId,
      keyResultId: input.keyResultId,
      checkInId: input.checkInId,
      turn,
      value: z.nullable(input.number),
      why: correctedWhy,
    }),
  ),
} as const;
