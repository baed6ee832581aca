import type { CycleReading } from '../../../../../src/contract/readings';
import { partsOf, type Cut, type Span } from '../../../../../src/domain/cycle-parts';
import type { LocalDate } from '../../../../../src/domain/dates';
import { cycleWords } from '../../messages/en/cycles';
import type { Words } from '../../messages/use-words';

export type CutChoice = Cut | 'nothing';
/** A cycle of the plan. `there`: one with the same dates in the same place, so that nothing is to be made. */
export type Planned = Span & { name: string; there: CycleReading | null };

/** "2027"; "2027/28" of a year that ends in the next one. */
export function yearNameOf({ startsOn, endsOn }: Span): string {
  const [first, last] = [startsOn.slice(0, 4), endsOn.slice(0, 4)];
  return first === last ? first : `${first}/${last.slice(2)}`;
}

/** A month of the year, as "May 2027". */
function monthOf(day: LocalDate, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(day),
  );
}

/** The parts of a longer cycle with suggested names, and which of them are there already. */
export function plannedParts(
  outer: Span & { name: string },
  cut: CutChoice,
  within: readonly CycleReading[],
  { t, locale }: Pick<Words, 't' | 'locale'>,
): Planned[] {
  if (cut === 'nothing') return [];
  return partsOf(outer, cut).map((span, at) => {
    const numbered = { number: at + 1, year: outer.name };
    const name =
      cut === 'months'
        ? monthOf(span.startsOn, locale)
        : t(cut === 'quarters' ? cycleWords.quarterName : cycleWords.sixWeeksName, numbered);
    return { ...span, name, there: sameSpan(within, span) };
  });
}

/** The cycle with exactly these dates; null: there is none. */
export function sameSpan(cycles: readonly CycleReading[], { startsOn, endsOn }: Span): CycleReading | null {
  return cycles.find((one) => one.startsOn === startsOn && one.endsOn === endsOn) ?? null;
}
