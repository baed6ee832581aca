/** By when, as people write it: "by 30 June", "by June 30, 2026", "by end of June", "by Q2", "by 2026-06-30". */
import { addDays, addMonths, isLocalDate, type LocalDate } from './dates';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const month = String.raw`(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`;
const year = String.raw`(?:,?\s+(?<year>20\d\d))?(?!\d)`;
const until = String.raw`\b(?:by|until|till|before|no later than)\s+(?:the\s+)?`;
const end = String.raw`(?:end\s+of\s+(?:the\s+)?)?`;

const shapes: readonly RegExp[] = [
  new RegExp(String.raw`${until}(?<iso>20\d\d-\d\d-\d\d)\b`, 'iu'),
  new RegExp(String.raw`${until}(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?${month}${year}`, 'iu'),
  new RegExp(String.raw`${until}${month}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)${year}`, 'iu'),
  new RegExp(String.raw`${until}${end}${month}${year}`, 'iu'),
  new RegExp(String.raw`${until}${end}(?<quarter>Q[1-4])\b${year}`, 'iu'),
  new RegExp(String.raw`${until}(?:end\s+of\s+(?:the\s+|this\s+)?|year[-\s]?)(?<yearEnd>year|end)\b`, 'iu'),
  new RegExp(String.raw`${until}end\s+of\s+(?:the\s+|this\s+)?(?<cycleEnd>cycle|quarter)\b`, 'iu'),
];

/**
 * The day a sentence says, and the sentence without it. A day without a year is the first one on or after the cycle's first
 * day; a month or a quarter ends on its last day. null: it says none, or one that does not exist.
 */
export function readDueOn(
  text: string,
  cycle: { startsOn: LocalDate; dueOn: LocalDate },
): { on: LocalDate | null; rest: string } {
  for (const shape of shapes) {
    const found = shape.exec(text);
    if (found?.groups === undefined) continue;
    const on = dayOf(found.groups, cycle);
    if (on === null) continue;
    return { on, rest: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}` };
  }
  return { on: null, rest: text };
}

function dayOf(
  groups: Readonly<Record<string, string | undefined>>,
  { startsOn, dueOn }: { startsOn: LocalDate; dueOn: LocalDate },
): LocalDate | null {
  const { iso, day, month: named, year: said, quarter, yearEnd, cycleEnd } = groups;
  if (iso !== undefined) return isLocalDate(iso) ? iso : null;
  if (cycleEnd !== undefined) return dueOn;
  const at = (inYear: number): LocalDate | null => {
    if (yearEnd !== undefined) return written(inYear, 12, 31);
    if (quarter !== undefined) return lastOf(inYear, Number(quarter.slice(1)) * 3);
    const number = months.findIndex((one) => named?.toLowerCase().startsWith(one)) + 1;
    if (number === 0) return null;
    return day === undefined ? lastOf(inYear, number) : written(inYear, number, Number(day));
  };
  if (said !== undefined) return at(Number(said));
  const first = Number(startsOn.slice(0, 4));
  const candidate = at(first);
  return candidate !== null && candidate >= startsOn ? candidate : at(first + 1);
}

function lastOf(inYear: number, inMonth: number): LocalDate | null {
  const first = written(inYear, inMonth, 1);
  return first && addDays(addMonths(first, 1), -1);
}

function written(inYear: number, inMonth: number, day: number): LocalDate | null {
  const text = `${String(inYear)}-${String(inMonth).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isLocalDate(text) ? text : null;
}
