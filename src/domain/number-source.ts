/** Where a key result's number comes from, besides the people who enter it (design §1, §3.1). */
import { addIntervals } from './cadence';
import { addDays, type LocalDate } from './dates';
import type { KpiId } from './ids';
import type { Cadence } from './metric';

export type NumberSource =
  | { kind: 'person' }
  /** Waymark counts the issues that a search finds, each day or each check-in interval. */
  | { kind: 'jql'; jql: string; every: CountEvery }
  /** Its values are those of a KPI. */
  | { kind: 'kpi'; kpiId: KpiId };
export type CountEvery = 'day' | 'cadence';

/**
 * How the last count went. Only `counted` stored a value.
 * - `conflict`: the search selects issues attached to the key result, or issues beneath them
 * - `too-many`: too many issues are attached to tell
 * - `refused`: Jira does not understand the search (any more)
 * - `unavailable`: Jira did not answer
 */
export type CountOutcome = 'counted' | 'conflict' | 'too-many' | 'refused' | 'unavailable';

/** Outcomes that stay until a person does something about them. */
export const needsPerson = ['conflict', 'too-many', 'refused'] as const satisfies readonly CountOutcome[];
export type CountTrouble = (typeof needsPerson)[number];

/**
 * Whether a search is to be counted on `today`: it never was since it was set, or its interval has passed. Not before the key
 * result starts. Days are of the team's time zone.
 */
export function isCountDue(
  every: CountEvery,
  cadence: Cadence,
  countedOn: LocalDate | null,
  startsOn: LocalDate,
  today: LocalDate,
): boolean {
  if (today < startsOn) return false;
  if (countedOn === null) return true;
  return today >= (every === 'day' ? addDays(countedOn, 1) : addIntervals(countedOn, cadence, 1));
}

/** A search as it is counted: how its result is ordered counts for nothing, and could not stand in brackets. */
export function withoutOrder(jql: string): string {
  // Quotes after it mean that the words stand in a text somebody searches for.
  return jql.replace(/\s*\border\s+by\b[^"']*$/i, '').trim();
}
