/** Several values in one line of a cell, parted by bars, and several lines in one cell. */

/** `3 | 2026-05-01 | Call \| write`. Line breaks inside become `\n`. */
export function packLine(parts: readonly string[]): string {
  return parts
    .map((part) => part.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', '\\n'))
    .join(' | ');
}

/** The parts of such a line. */
export function unpackLine(line: string): string[] {
  const parts: string[] = [''];
  const add = (text: string) => parts.push((parts.pop() ?? '') + text);
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? '';
    if (sign === '|') parts.push('');
    else if (sign !== '\\') add(sign);
    else {
      at += 1;
      const escaped = line[at] ?? '';
      add(escaped === 'n' ? '\n' : escaped);
    }
  }
  return parts.map((part) => part.trim());
}

/** The lines of a cell that say something. */
export function linesIn(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}
