import { isLocalDate, type LocalDate } from '../../../../../src/domain/dates';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?';
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?';
const year = "'?(?<year>20\\d\\d|\\d\\d)";
/** A time of day changes nothing. */
const time =
  '(?:(?:T|,?\\s+)\\d{1,2}:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:\\s?[ap]m)?\\s?(?:Z|UTC|[+-]\\d\\d:?\\d\\d)?)?';
const weekday = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?';

const shapes = [
  '(?<year>\\d{4})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})',
  '(?<day>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.\\s?(?<year>\\d{4})',
  '(?<one>\\d{1,2})(?<mark>[/-])(?<other>\\d{1,2})\\k<mark>(?<year>\\d{4})',
  `${weekday}${day}[\\s/-]*(?:of\\s+)?${month},?[\\s/-]*${year}`,
  `${weekday}${month}[\\s/-]*${day},?[\\s/-]+${year}`,
].map((shape) => new RegExp(`^${shape}${time}$`, 'iu'));

/**
 * A day that can be meant in one way: 2026-06-30, 30.6.2026, 30/6/2026 (no month is the thirtieth), or with its month in words.
 * null: another text, a day that does not exist, one without its year, or one of two (03/04/2026).
 */
export function dueDayIn(text: string): LocalDate | null {
  for (const shape of shapes) {
    const groups = shape.exec(text.trim())?.groups;
    if (groups !== undefined) return dayOf(groups);
  }
  return null;
}

function dayOf(groups: Readonly<Record<string, string | undefined>>): LocalDate | null {
  const { one, other, name } = groups;
  const said = groups['year'] ?? '';
  const inYear = said.length === 2 ? `20${said}` : said;
  if (one === undefined || other === undefined) {
    const number = name === undefined ? groups['month'] : String(months.indexOf(name.toLowerCase()) + 1);
    return written(inYear, number ?? '', groups['day'] ?? '');
  }
  const [first, second] = [written(inYear, other, one), written(inYear, one, other)];
  return first === null || second === null || first === second ? (first ?? second) : null;
}

function written(year: string, month: string, day: string): LocalDate | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(text) ? text : null;
}
