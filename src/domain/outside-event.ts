import type { LocalDate } from './dates';
import type { OutsideEventId } from './ids';

export type OutsideEventKind = 'campaign' | 'outage' | 'price' | 'definition' | 'other';

/**
 * Something that may have moved the number and is not work on it: marked on a key result by anyone who may check in
 * (design §3.8). `definition`: what is counted changed that day, so that values from before it do not compare.
 */
export type OutsideEvent = {
  id: OutsideEventId;
  version: number;
  kind: OutsideEventKind;
  on: LocalDate;
  /** Its last day; null: one day, or a change that stays. */
  until: LocalDate | null;
  /** What happened, in a line. */
  title: string;
};
