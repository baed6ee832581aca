/**
 * The number a person wrote in their locale's way: `1.234,5` in German, `1,234.5` in English. A point is taken as the
 * decimal mark wherever that is not ambiguous. null when it is not a number.
 */
export function parseNumber(text: string, locale: string): number | null {
  const parts = new Intl.NumberFormat(locale).formatToParts(-12_345.6);
  const mark = (type: Intl.NumberFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  const decimal = mark('decimal');
  const group = mark('group');
  let plain = text
    .trim()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[\s\u00a0\u202f%]/g, '');
  const points = plain.split('.').length - 1;
  const groupedByPoint = group === '.' && /^-?\d{1,3}(\.\d{3})+$/.test(plain);
  if (decimal !== '.' && plain.includes(decimal)) plain = plain.replaceAll(group, '').replace(decimal, '.');
  else if (decimal === '.') plain = plain.replaceAll(group, '');
  else if (points > 1 || groupedByPoint) plain = plain.replaceAll('.', '');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** A number as a person would write it into a field: no groups, the locale's decimal mark, nothing rounded. */
export function numberText(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 15 }).format(value);
}
