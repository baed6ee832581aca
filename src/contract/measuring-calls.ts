/** The part of the call table about values: where they come from, and what is done when one was wrong. */
import { z } from 'zod/mini';
import type { Instant } from '../domain/dates';
import type { AccountId, CorrectionId, KpiId, SourceId } from '../domain/ids';
import { withoutOrder, type CountOutcome, type NumberSource } from '../domain/number-source';
import { call } from './declare-call';
import * as input from './inputs';

/** Which correction of that value it is: 1 for the first. */
export const turn = z.int().check(z.minimum(1));
export const correctedWhy = input
  .note(1000, 'the reason')
  .check(z.minLength(1, 'Say in a sentence why the value was wrong.'));

/** Where a key result's number comes from, who said so, and how the last count went. */
export type SourceReading = {
  id: SourceId;
  version: number;
  source: NumberSource;
  by: AccountId;
  at: Instant;
  /** null: not counted yet, or nothing to count. */
  run: { at: Instant; outcome: CountOutcome } | null;
  /** The KPI that it follows; null: it follows none. */
  kpi: { id: KpiId; name: string } | null;
};
/** What a search finds now. */
export type SearchPreview = {
  /** As the person asking sees Jira. */
  count: number;
  /** It selects issues attached to the key result, or issues beneath them: it cannot measure it. */
  conflict: boolean;
};

const jql = input.note(2000, 'the search').check(
  z.overwrite(withoutOrder),
  z.minLength(1, 'Write a Jira search (JQL).'),
  z.refine(
    (text) => !/currentUser\s*\(/i.test(text),
    'Waymark counts, not you: name the person instead of currentUser().',
  ),
);

export const measuringCalls = {
  /**
   * Says where a key result's number comes from. A search may not select issues attached to the key result, nor what is
   * beneath them (design §1).
   */
  'number-source.save': call<{ id: SourceId; version: number }>()(
    'key-result-writer',
    z.object({
      id: input.sourceId,
      ...input.writing,
      keyResultId: input.keyResultId,
      source: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('person') }),
        z.object({
          kind: z.literal('jql'),
          jql,
          every: z.enum(['day', 'cadence'], 'Choose how often from the list.'),
        }),
        z.object({ kind: z.literal('kpi'), kpiId: input.kpiId }),
      ]),
      why: input.note(1000, 'the reason'),
    }),
  ),
  /** What a search finds, before it is saved. */
  'number-source.preview': call<SearchPreview>()(
    'key-result-writer',
    z.object({ keyResultId: input.keyResultId, jql }),
  ),

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
