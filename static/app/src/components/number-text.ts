/**
 * The number a person wrote in their locale's way: `1.234,5` in German, `1,234.5` in English. A single point that cannot
 * be a group is a decimal mark in every locale. null when it is not a number, and when the marks could mean two things
 * (`50,5` in English): a value ten times too large is worse than a question.
 */
export function parseNumber(text: string, locale: string): number | null {
  const { decimal, group } = marksOf(locale);
  const plain = text
    .trim()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[\s\u00a0\u202f%]/g, '');
  const grouped = new RegExp(`^[+-]?\\d{1,3}(?:[${group}]\\d{2,3})*[${group}]\\d{3}(?:[${decimal}]\\d+)?$`);
  const simple = new RegExp(`^[+-]?(?:\\d+[${decimal}.]?\\d*|[${decimal}.]\\d+)$`);
  if (grouped.test(plain)) return finite(plain.replaceAll(group, '').replace(decimal, '.'));
  return simple.test(plain) ? finite(plain.replace(decimal, '.')) : null;
}

/** A number as a person would write it into a field: no groups, the locale's decimal mark, nothing rounded. */
export function numberText(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 15 }).format(value);
}

/** The marks between groups and before decimals. Spaces between groups are dropped before: then any mark will do. */
function marksOf(locale: string): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat(locale, { useGrouping: 'always' }).formatToParts(1_234_567.8);
  const mark = (type: Intl.NumberFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  const decimal = mark('decimal') || '.';
  const group = mark('group').trim();
  return { decimal, group: group === '' ? '_' : group };
}

function finite(text: string): number | null {
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
