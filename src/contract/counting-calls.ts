/** The part of the call table by which one measurement serves a key result of a quarter and one of its year. */
import { z } from 'zod/mini';
import type { CountsForId } from '../domain/ids';
import { call } from './declare-call';
import * as input from './inputs';
import type { CycleReading, KeyResultReading, TeamReading } from './readings';

/** A key result beside another, with where it belongs. */
export type CountedKeyResult = Pick<KeyResultReading, 'id' | 'key' | 'title'> & {
  team: Pick<TeamReading, 'id' | 'name'>;
  cycle: Pick<CycleReading, 'id' | 'name' | 'phase'>;
};
/** What a key result's measurements serve, as far as the reader may see it. */
export type Counting = {
  /** Where it was chosen, and version 0 where nobody did yet. */
  id: CountsForId | null;
  version: number;
  /** Its values count for this one, too. */
  countsFor: CountedKeyResult | null;
  /** The values of these count here, too. */
  countedFrom: CountedKeyResult[];
};

export const countingCalls = {
  /**
   * Says for which key result of a longer cycle the values of this one count, too; null: for none any more. From then on a
   * check-in with a value is kept for both in one act. Whoever writes both.
   */
  'key-result.count-for': call<{ id: CountsForId; version: number }>()(
    'key-result-writer',
    z.object({
      id: input.countsForId,
      ...input.writing,
      keyResultId: input.keyResultId,
      forId: z.nullable(input.keyResultId),
      why: input.note(1000, 'the reason'),
    }),
  ),
} as const;
