/** One piece of an SQL text. `text` of a word is in capitals; of a quoted name, the name itself. */
export interface SqlToken {
  readonly kind: 'word' | 'name' | 'string' | 'number' | 'hint' | 'mark';
  readonly text: string;
}

const PIECES = new RegExp(
  [
    String.raw`(?<space>\s+)`,
    String.raw`/\*\+(?<hint>[\s\S]*?)\*/`,
    String.raw`(?<comment>/\*[\s\S]*?\*/|--(?=\s|$)[^\n]*|#[^\n]*)`,
    String.raw`'(?<string>(?:[^'\\]|\\[\s\S]|'')*)'`,
    String.raw`"(?<ansi>(?:[^"]|"")*)"`,
    '`(?<tick>(?:[^`]|``)*)`',
    String.raw`(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)`,
    String.raw`(?<word>@{0,2}[\p{L}_$][\p{L}\p{N}_$]*)`,
    String.raw`(?<mark>[\s\S])`,
  ].join('|'),
  'guy',
);

/**
 * Cuts an SQL text into tokens as an ANSI-quoting MySQL reads it, comments and white space left out.
 * It reads any text: what is not SQL comes back as marks.
 */
export function sqlTokens(sql: string): SqlToken[] {
  const tokens: SqlToken[] = [];
  for (const match of sql.matchAll(PIECES)) {
    const { hint, string, ansi, tick, number, word, mark } = match.groups ?? {};
    if (hint !== undefined) tokens.push({ kind: 'hint', text: hint });
    else if (string !== undefined) tokens.push({ kind: 'string', text: string });
    else if (ansi !== undefined) tokens.push({ kind: 'name', text: ansi });
    else if (tick !== undefined) tokens.push({ kind: 'name', text: tick });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word.toUpperCase() });
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: mark });
  }
  return tokens;
}
