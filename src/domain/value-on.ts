/** What a key result stood at on the days of an initiative (design §3.8): kept when attached, read from check-ins else. */
import { dayIn, type LocalDate } from './dates';
import type { Initiative } from './initiative';
import { measurements, type KeyResultRecord } from './measurements';
import { liveOn } from './work';

/** A value, and the day it was measured: at or before the day asked for. */
export type KnownValue = { value: number; on: LocalDate };

/**
 * The last value measured on or before a day, of periods that had ended by then; null where there was none. Check-ins are
 * only ever added, so that it can be asked for any day at any time. Milestones have no values.
 */
export function valueOn(
  { definition, checkIns }: Pick<KeyResultRecord, 'definition' | 'checkIns'>,
  day: LocalDate,
): KnownValue | null {
  const last = measurements(definition, checkIns, day).findLast(({ unfinished }) => !unfinished);
  return last ? { value: last.value, on: last.on } : null;
}

/** A day in an initiative's life, and the key result's value then. */
export type DatedValue = { on: LocalDate; value: number | null };

/**
 * The key result's value when the initiative was attached (as it was known that day), when its work started, went live
 * and was done (as it is known now); null for what has not happened. `timeZone` is the team's. Source: design §3.8.
 */
export function valuesAlong(
  { attachedAt, valueAtAttach, live, work }: Initiative,
  record: Pick<KeyResultRecord, 'definition' | 'checkIns'>,
  timeZone: string,
): { attached: DatedValue; started: DatedValue | null; live: DatedValue | null; done: DatedValue | null } {
  const at = (on: LocalDate | null | undefined): DatedValue | null =>
    on ? { on, value: valueOn(record, on)?.value ?? null } : null;
  return {
    attached: { on: dayIn(timeZone, attachedAt), value: valueAtAttach },
    started: at(work?.startedOn),
    live: at(liveOn({ live, work })?.on),
    done: at(work?.doneOn),
  };
}
