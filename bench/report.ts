/** One measured thing beside its bar. */
export interface Measured {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The most it may be; null: reported, not barred. */
  readonly bar: number | null;
  /** How it was counted, in a few words. */
  readonly how: string;
}

/** A part of the report. What could not be measured is said in `missing`, so that silence never reads as fine. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Measured[];
  readonly missing: readonly string[];
}

/** Whether a measured thing is above its bar. */
export function isOver({ value, bar }: Measured): boolean {
  return bar !== null && value > bar;
}

/** The section as aligned text: what, measured, bar, verdict, how. */
export function describeSection({ title, rows, missing }: Section): string {
  const cells = rows.map((row) => [
    row.what,
    `${say(row.value)} ${row.unit}`.trim(),
    row.bar === null ? '–' : `≤ ${say(row.bar)} ${row.unit}`.trim(),
    row.bar === null ? '' : isOver(row) ? 'OVER' : 'ok',
    row.how,
  ]);
  const head = ['', 'measured', 'bar', '', 'how'];
  const widths = head.map((name, column) =>
    Math.max(name.length, ...cells.map((cell) => (cell[column] ?? '').length)),
  );
  const line = (cell: readonly string[]): string =>
    cell
      .map((text, column) =>
        column === 0 || column > 2 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [
    `\n${title}`,
    ...(cells.length === 0 ? [] : [line(head), ...cells.map(line)]),
    ...missing.map((sentence) => `not measured: ${sentence}`),
  ].join('\n');
}

/** The middle of the values (the lower one of two). Throws for none. */
export function median(values: readonly number[]): number {
  const middle = [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
  if (middle === undefined) throw new Error('The median of no values was asked for.');
  return middle;
}

function say(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
}
