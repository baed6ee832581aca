/** What a reader is told first: how many key results are on pace, and what changed since last week. */
import type { ChangesSince } from './changes-since';
import type { LocalDate } from './dates';
import type { Unit } from './metric';
import { sayChange, sayDay, sayPace, sayValue } from './say';
import type { Standing } from './standing';

/**
 * "2 of 4 on pace, 1 far behind, 1 unknown since 3 May"; of one key result "On pace" or "Unknown since 3 May". Ahead counts
 * as on pace here. Unknown says since when: the oldest last value of those; never measured is said apart.
 * Source: design §3.5 ("2 on pace · 1 far behind · 1 unknown"), §3.4 (silence is never green).
 */
export function headline(standings: readonly Standing[], locale: string, today: LocalDate): string {
  const of = standings.length;
  if (of === 0) return 'No key results yet';
  const count = (...paces: Standing['pace'][]) => standings.filter(({ pace }) => paces.includes(pace)).length;
  const onPace = count('ahead', 'on-pace');
  const unknown = standings
    .filter(({ pace }) => pace === 'unknown')
    .map(({ freshness }) => freshness.value.last);
  const lastValues = unknown.filter((last) => last !== null).sort();
  const since = lastValues[0];
  const said = [
    { count: onPace, words: 'on pace' },
    { count: count('behind'), words: sayPace('behind') },
    { count: count('far-behind'), words: sayPace('far-behind') },
    { count: lastValues.length, words: since ? `unknown since ${sayDay(since, locale, today)}` : '' },
    { count: unknown.length - lastValues.length, words: 'not measured' },
  ].filter((part) => part.count > 0);
  if (of === 1) return capital(said[0]?.words ?? '');
  const [first, ...rest] = said[0]?.words === 'on pace' ? said : [{ count: 0, words: 'on pace' }, ...said];
  const head = `${first?.count ?? 0} of ${of} ${first?.words ?? ''}`;
  return [head, ...rest.map(({ count: n, words }) => `${n} ${words}`)].join(', ');
}

/**
 * What changed in one key result, in the order people ask: "+3 points to 63%, confidence 7 → 4, 1 decision, 2 attached,
 * 1 live, 1 done". '' when nothing did.
 */
export function sayChanges(changes: ChangesSince, unit: Unit, locale: string): string {
  const { value, confidence, pace, decisions, attached, live, done } = changes;
  const counted = (items: readonly unknown[], one: string, many = one) =>
    items.length === 0 ? null : `${items.length} ${items.length === 1 ? one : many}`;
  const parts = [
    value && `${sayChange(value.change, unit, locale)} to ${sayValue(value.to, unit, locale)}`,
    !value && pace && `now ${sayPace(pace.to)}, before ${sayPace(pace.from)}`,
    confidence && `confidence ${confidence.from} → ${confidence.to}`,
    counted(decisions, 'decision', 'decisions'),
    counted(attached, 'attached'),
    counted(live, 'live'),
    counted(done, 'done'),
  ].filter((part) => typeof part === 'string');
  return parts.length === 0 && changes.any ? 'checked in, no new number' : parts.join(', ');
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
