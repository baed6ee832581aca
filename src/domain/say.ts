/**
 * Numbers, days and the sentences about an outcome, as every surface says them: screens, exports, notes. Numbers and
 * days follow the reader's locale (BCP 47); the words are English, the one language there is yet.
 */
import type { LocalDate } from './dates';
import type { KeyResultDefinition, Unit } from './metric';
import { isReached } from './progress';
import type { RollUp } from './roll-up';
import type { Pace, Progress, Standing } from './standing';

const noBreak = '\u00a0';

/** A value with its unit: "1,250", "45%", "€2,000,000", "3 days", "37 NPS". Source: design §3.1. */
export function sayValue(value: number, unit: Unit, locale: string): string {
  return sayNumber(value, unit, locale, {});
}

/**
 * A change with its sign: of a percentage in points ("+3 points"), else in the unit ("−€200"). Source: design §3.1
 * ("changes of a % metric are points").
 */
export function sayChange(change: number, unit: Unit, locale: string): string {
  const signed: Intl.NumberFormatOptions = { signDisplay: 'exceptZero' };
  if (unit.kind !== 'percent') return sayNumber(change, unit, locale, signed);
  const number = new Intl.NumberFormat(locale, { ...digitsOf(change), ...signed }).format(plain(change));
  return `${number} ${Math.abs(change) === 1 ? 'point' : 'points'}`;
}

/** The unit of a change, for the label of a field that asks for one: "points", "EUR", "days", "NPS"; '' for plain. */
export function changeUnit(unit: Unit): string {
  switch (unit.kind) {
    case 'plain':
      return '';
    case 'percent':
      return 'points';
    case 'currency':
      return unit.code;
    case 'duration':
      return unit.of;
    case 'custom':
      return unit.text;
  }
}

/** "63% of the way", "128% of the way", "-12% of the way". Never "100%" before it is reached. Source: design §3.1. */
export function sayProgress(progress: Progress | null, locale: string): string {
  return progress === null ? 'not measured' : `${sayShare(progress.raw, locale)} of the way`;
}

/** A share as a whole percentage; what is short of all is never rounded to it. */
export function sayShare(share: number, locale: string): string {
  const whole = Math.round(share * 100);
  const shown = whole === 100 && !isReached({ metric: anyLine }, share) ? 99 : whole;
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(plain(shown / 100));
}

/** "12 May" in the year of `today`, "12 May 2025" in another. */
export function sayDay(day: LocalDate, locale: string, today: LocalDate): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const };
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...year,
    timeZone: 'UTC',
  });
  return format.format(new Date(day));
}

/** The word of a pace: "on pace", "far behind". */
export function sayPace(pace: Pace): string {
  return {
    ahead: 'ahead',
    'on-pace': 'on pace',
    behind: 'behind',
    'far-behind': 'far behind',
    unknown: 'unknown',
  }[pace];
}

/**
 * Pace in the metric: "63 on 12 May; 68 would be on pace". Stale: "unknown since 3 May; last 63". Bands say
 * what would be inside, milestones their share of the weight.
 * Source: design §3.2.
 */
export function sayOutcome(
  definition: Pick<KeyResultDefinition, 'metric' | 'unit'>,
  {
    latest,
    progress,
    expected,
    freshness,
    pace,
  }: Pick<Standing, 'latest' | 'progress' | 'expected' | 'freshness' | 'pace'>,
  locale: string,
  today: LocalDate,
): string {
  const { unit, metric } = definition;
  const last = freshness.value.last;
  if (last === null) return metric.kind === 'not-measurable-yet' ? 'not measurable yet' : 'not measured';
  const on = sayDay(last, locale, today);
  const what = latest ? sayValue(latest.value, unit, locale) : sayProgress(progress, locale);
  if (freshness.value.state === 'stale') return `unknown since ${on}; last ${what}`;
  const aim = sayAim(definition, expected, locale);
  return pace === 'unknown' || aim === null ? `${what} on ${on}` : `${what} on ${on}; ${aim}`;
}

/** "2 on pace · 1 far behind · 1 unknown", in the order ahead to unknown. Source: design §3.5. */
export function sayByPace(byPace: RollUp['byPace'], separator = ' · '): string {
  const order: Pace[] = ['ahead', 'on-pace', 'behind', 'far-behind', 'unknown'];
  return order
    .filter((pace) => byPace[pace] > 0)
    .map((pace) => `${byPace[pace]} ${sayPace(pace)}`)
    .join(separator);
}

/** The forecast as a range, never one number: "between 58 and 66 by the due date". Source: design §3.2. */
export function sayForecast(forecast: { low: number; high: number }, unit: Unit, locale: string): string {
  const [low, high] = [forecast.low, forecast.high].map((value) =>
    sayValue(rounded(value, forecast), unit, locale),
  );
  return `between ${low ?? ''} and ${high ?? ''} by the due date`;
}

/**
 * A change and its 95 % range, no finer than the range makes sense of: "+6.2 points", "+2.1 points", "+10 points".
 * Source: design §3.8.
 */
export function sayEstimate(
  { size, low, high }: { size: number; low: number; high: number },
  unit: Unit,
  locale: string,
): { size: string; low: string; high: string } {
  const say = (value: number) => sayChange(rounded(value, { low, high }), unit, locale);
  return { size: say(size), low: say(low), high: say(high) };
}

/** A size without a sign, as two digits tell it: "4.8 points", "€120". Source: design §3.8. */
export function saySize(size: number, unit: Unit, locale: string): string {
  const two = Number(Math.abs(size).toPrecision(2));
  return unit.kind === 'percent'
    ? sayChange(two, unit, locale).replace('+', '')
    : sayValue(two, unit, locale);
}

const anyLine = { kind: 'increase', start: 0, target: 1 } as const;

function sayAim(
  { metric, unit }: Pick<KeyResultDefinition, 'metric' | 'unit'>,
  expected: Standing['expected'],
  locale: string,
): string | null {
  switch (metric.kind) {
    case 'increase':
    case 'decrease':
      return expected.value === null
        ? null
        : `${sayValue(roundedAim(expected.value, metric), unit, locale)} would be on pace`;
    case 'maintain': {
      const { min, max } = metric;
      if (min === null) return max === null ? null : `${sayValue(max, unit, locale)} or less would be inside`;
      const lowest = sayValue(min, unit, locale);
      if (max === null) return `${lowest} or more would be inside`;
      return `${lowest} to ${sayValue(max, unit, locale)} would be inside`;
    }
    case 'milestones':
      return `${sayShare(expected.progress, locale)} would be on pace`;
    case 'not-measurable-yet':
      return null;
  }
}

/** An expectation is no measurement: it is said to within 2 % of the way, so that 67.91304 reads 68. */
function roundedAim(value: number, { start, target }: { start: number; target: number }): number {
  return roundTo(value, Math.abs(target - start) / 25);
}

function rounded(value: number, { low, high }: { low: number; high: number }): number {
  return roundTo(value, (high - low) / 10);
}

/** Rounds to the power of ten at or below `step`. */
function roundTo(value: number, step: number): number {
  if (!(step > 0)) return value;
  const exponent = Math.floor(Math.log10(step));
  const unit = 10 ** Math.abs(exponent);
  return exponent < 0 ? Math.round(value * unit) / unit : Math.round(value / unit) * unit;
}

function sayNumber(value: number, unit: Unit, locale: string, options: Intl.NumberFormatOptions): string {
  const format = (more: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, { ...digitsOf(value), ...options, ...more }).format(plain(value));
  switch (unit.kind) {
    case 'plain':
      return format({});
    case 'percent':
      // As a unit, not style 'percent': 45 is stored as it is said.
      return format({ style: 'unit', unit: 'percent' });
    case 'currency': {
      // The currency's own decimals (none for yen), and none at all for whole amounts.
      const style = {
        style: 'currency',
        currency: unit.code,
        trailingZeroDisplay: 'stripIfInteger',
      } as const;
      return new Intl.NumberFormat(locale, { ...style, ...options }).format(plain(value));
    }
    case 'duration':
      return format({ style: 'unit', unit: unit.of.replace(/s$/, ''), unitDisplay: 'long' });
    case 'custom':
      return `${format({})}${noBreak}${unit.text}`;
  }
}

/** Two decimals, or three digits of what is smaller than 1. */
function digitsOf(value: number): Intl.NumberFormatOptions {
  return value !== 0 && Math.abs(value) < 1 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 2 };
}

/** Without the minus of −0. */
function plain(value: number): number {
  return value === 0 ? 0 : value;
}
