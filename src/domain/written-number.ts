/** The digits of a number as people write them in English, German, French or Swiss sentences. */

/** Groups of thousands may stand apart by these. */
const spaces = /[ \u00a0\u202f'’]/g;

/**
 * The number that digits with marks say: "1,200", "1.200.000", "1 200,5", "1'450", "0.825". One mark before exactly three
 * last digits groups thousands, unless zeros alone stand before it or it is the point of a percentage ("12.375 %"): nobody groups
 * those. null: no finite number, or one that could not be written so ("31.12.2026").
 */
export function writtenNumber(digits: string, isPercentage: boolean): number | null {
  const text = digits.trim().replace(spaces, '');
  const marks = [...text.matchAll(/[.,]/g)];
  const last = marks.at(-1);
  if (last === undefined) return finite(text);
  const [whole, rest] = [text.slice(0, last.index), text.slice(last.index + 1)];
  const isRepeated = marks.length > 1 && marks.at(-2)?.[0] === last[0];
  const isDecimal =
    !isRepeated &&
    (rest.length !== 3 || marks.length > 1 || /^0*$/.test(whole) || (isPercentage && last[0] === '.'));
  if (isDecimal) return finite(`${whole.replace(/[.,]/g, '')}.${rest}`);
  // Only the groups that follow the first are whole: "1,00,000" is written in India.
  return rest.length === 3 ? finite(text.replace(/[.,]/g, '')) : null;
}

function finite(text: string): number | null {
  if (!/^\d*\.?\d*$/.test(text) || !/\d/.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
