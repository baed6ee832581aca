/** By when, as people write it: "by 30 June", "by June 30, 2026", "by end of June", "by Q2", "by 2026-06-30", "by 30.6.2026". */
import { addDays, addMonths, isLocalDate, type LocalDate } from './dates';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const month = String.raw`(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`;
const year = String.raw`(?:,?\s+(?<year>20\d\d))?(?!\d)`;
const until = String.raw`\b(?:by|until|till|before|no later than)\s+(?:the\s+)?`;
const end = String.raw`(?:end\s+of\s+(?:the\s+)?)?`;

const shapes: readonly RegExp[] = [
  new RegExp(String.raw`${until}(?<iso>20\d\d-\d\d-\d\d)\b`, 'iu'),
  new RegExp(String.raw`${until}(?<day>\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?${month}${year}`, 'iu'),
  new RegExp(String.raw`${until}${month}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)${year}`, 'iu'),
  new RegExp(String.raw`${until}${end}${month}${year}`, 'iu'),
  new RegExp(String.raw`${until}${end}(?<quarter>Q[1-4])\b${year}`, 'iu'),
  new RegExp(String.raw`${until}${end}(?<half>H[12])\b${year}`, 'iu'),
  new RegExp(String.raw`${until}(?:end\s+of\s+(?:the\s+|this\s+)?|year[-\s]?)(?<yearEnd>year|end)\b`, 'iu'),
  new RegExp(String.raw`${until}(?<yearEnd>EOY)\b`, 'iu'),
  new RegExp(String.raw`${until}end\s+of\s+(?:the\s+|this\s+)?(?<cycleEnd>cycle|quarter)\b`, 'iu'),
  new RegExp(String.raw`${until}(?<cycleEnd>EOQ)\b`, 'iu'),
  new RegExp(
    String.raw`${until}(?<first>\d{1,2})\.\s?(?<second>\d{1,2})\.(?:\s?(?<shortYear>\d\d|20\d\d))?(?![\d.])`,
    'iu',
  ),
  new RegExp(
    String.raw`${until}(?<one>\d{1,2})/(?<other>\d{1,2})(?:/(?<shortYear>\d\d|20\d\d))?(?![\d/])`,
    'iu',
  ),
  new RegExp(String.raw`${until}${end}(?<onlyYear>20\d\d)(?![\d.,]*\d)(?!\s*(?:%|k\b|\p{L}{3,}))`, 'iu'),
];

type Cycle = { startsOn: LocalDate; dueOn: LocalDate };
type Groups = Readonly<Record<string, string | undefined>>;

/**
 * The day a sentence says, and the sentence without it. A day without a year is the first one on or after the cycle's first
 * day; a month or a quarter ends on its last day. null: it says none, or in the words `unclear` one that does not exist, or that
 * may be either of two ("by 11/12"): its numbers are no amount, so they are taken out all the same.
 */
export function readDueOn(
  text: string,
  cycle: Cycle,
): { on: LocalDate | null; unclear: string | null; rest: string } {
  for (const shape of shapes) {
    const found = shape.exec(text);
    if (found?.groups === undefined || isAmount(found.groups, cycle)) continue;
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
    const on = dayOf(found.groups, cycle);
    return { on, unclear: on === null ? found[0] : null, rest };
  }
  return { on: null, unclear: null, rest: text };
}

/** "By 2030" may be a number of something, unless that year is near. */
function isAmount({ onlyYear }: Groups, { startsOn }: Cycle): boolean {
  if (onlyYear === undefined) return false;
  const away = Number(onlyYear) - Number(startsOn.slice(0, 4));
  return away < 0 || away > 5;
}

function dayOf(groups: Groups, cycle: Cycle): LocalDate | null {
  const { iso, cycleEnd, year, shortYear, onlyYear } = groups;
  if (iso !== undefined) return isLocalDate(iso) ? iso : null;
  if (cycleEnd !== undefined) return cycle.dueOn;
  if (onlyYear !== undefined) return written(Number(onlyYear), 12, 31);
  const said = year ?? (shortYear?.length === 2 ? `20${shortYear}` : shortYear);
  const days = daysIn(groups).map((inYear) => {
    if (said !== undefined) return inYear(Number(said));
    const first = Number(cycle.startsOn.slice(0, 4));
    const candidate = inYear(first);
    return candidate !== null && candidate >= cycle.startsOn ? candidate : inYear(first + 1);
  });
  const there = [...new Set(days.filter((day) => day !== null))];
  const inside = there.filter((day) => day >= cycle.startsOn && day <= cycle.dueOn);
  const [only, another] = there.length > 1 ? inside : there;
  return another === undefined ? (only ?? null) : null;
}

/** The day that is named, by its year; two where day and month may stand either way round. */
function daysIn(groups: Groups): readonly ((inYear: number) => LocalDate | null)[] {
  const { day, month: named, quarter, half, yearEnd, first, second, one, other } = groups;
  if (yearEnd !== undefined) return [(inYear) => written(inYear, 12, 31)];
  if (quarter !== undefined) return [(inYear) => lastOf(inYear, Number(quarter.slice(1)) * 3)];
  if (half !== undefined) return [(inYear) => lastOf(inYear, Number(half.slice(1)) * 6)];
  if (first !== undefined) return [(inYear) => written(inYear, Number(second), Number(first))];
  if (one !== undefined) {
    return [
      (inYear) => written(inYear, Number(one), Number(other)),
      (inYear) => written(inYear, Number(other), Number(one)),
    ];
  }
  const number = months.findIndex((name) => named?.toLowerCase().startsWith(name)) + 1;
  if (number === 0) return [];
  return [(inYear) => (day === undefined ? lastOf(inYear, number) : written(inYear, number, Number(day)))];
}

function lastOf(inYear: number, inMonth: number): LocalDate | null {
  const first = written(inYear, inMonth, 1);
  return first && addDays(addMonths(first, 1), -1);
}

function written(inYear: number, inMonth: number, day: number): LocalDate | null {
  const text = `${String(inYear)}-${String(inMonth).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isLocalDate(text) ? text : null;
}
