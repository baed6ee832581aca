/**
 * CSV as spreadsheets read it, and back. Excel runs what begins with = + - @ as a formula, so such texts get an apostrophe in
 * front, which is taken off again on import; a text that begins with an apostrophe and one of these gets one more. Numbers stay
 * as they are: −5 is no formula.
 */
import Papa from 'papaparse';

export type Cell = string | number | boolean | null;

const formula = /^'*[=+\-@\t\r]/;

/** The text so that no spreadsheet runs it. */
export function guarded(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text as it was before it was guarded. */
export function unguarded(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

/** The lines of a CSV file with the byte order mark that tells Excel that it is UTF-8. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${csvLines(rows)}\r\n`;
}

/** The lines alone, to be put after others. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return Papa.unparse(rows.map((row) => row.map(textOf)));
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? guarded(cell) : String(cell);
}

/** The cells of a CSV text, whatever it is parted by (comma, semicolon, tab); texts without their guard. Empty lines are left out. */
export function readCsv(text: string): { rows: string[][]; broken: boolean } {
  const own = text.replace(/^\ufeff/, '');
  const { data, errors } = Papa.parse<string[]>(own, {
    skipEmptyLines: 'greedy',
    delimiter: delimiterOf(own),
  });
  return {
    rows: data.map((row) => row.map(unguarded)),
    broken: errors.some(({ type }) => type === 'Quotes'),
  };
}

/** What the headings are parted by: in the lines beneath, texts may hold more of another sign. */
function delimiterOf(text: string): string {
  const fields = (delimiter: string) =>
    Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0]?.length ?? 0;
  return [',', ';', '\t'].reduce((best, next) => (fields(next) > fields(best) ? next : best));
}
