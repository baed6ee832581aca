/** How a year is divided into the cycles people work in (design §3.12). */
import { addDays, addMonths, daysBetween, earlierOf, type LocalDate } from './dates';

/** First and last day, both within. */
export type Span = { startsOn: LocalDate; endsOn: LocalDate };
export const cuts = ['quarters', 'months', 'six-weeks'] as const;
/** What a longer cycle is divided into. */
export type Cut = (typeof cuts)[number];

/** Where the part numbered `at` of a span begins, the first being 0. Months are calendar months. */
function beginOf(startsOn: LocalDate, cut: Cut, at: number): LocalDate {
  switch (cut) {
    case 'quarters':
      return addMonths(startsOn, 3 * at);
    case 'months':
      return addMonths(startsOn, at);
    case 'six-weeks':
      return addDays(startsOn, 42 * at);
  }
}

/**
 * The parts of a span, the earliest first, without a day between them. What remains at the end is a part of its own, or
 * lengthens the last one where it is less than half as long; a span shorter than one part is one part. Source: design §3.12.
 */
export function partsOf({ startsOn, endsOn }: Span, cut: Cut): Span[] {
  const parts: Span[] = [];
  for (let at = 0; ; at += 1) {
    const begin = beginOf(startsOn, cut, at);
    if (begin > endsOn) return parts;
    const whole = addDays(beginOf(startsOn, cut, at + 1), -1);
    const last = parts.at(-1);
    const isRest = daysBetween(begin, endsOn) + 1 < (daysBetween(begin, whole) + 1) / 2;
    if (last && isRest) {
      last.endsOn = endsOn;
      return parts;
    }
    parts.push({ startsOn: begin, endsOn: earlierOf(whole, endsOn) });
  }
}

/** The span of twelve months that begins on a day. */
export function yearFrom(startsOn: LocalDate): Span {
  return { startsOn, endsOn: addDays(addMonths(startsOn, 12), -1) };
}

/** Whether some day is a day of both. */
export function overlaps(a: Span, b: Span): boolean {
  return a.startsOn <= b.endsOn && b.startsOn <= a.endsOn;
}

/** Whether every day of `inner` is a day of `outer`. */
export function liesWithin(inner: Span, outer: Span): boolean {
  return outer.startsOn <= inner.startsOn && inner.endsOn <= outer.endsOn;
}
