/** One piece of an SQL text. `text` of a word is in capitals; of a quoted name, the name itself. */
export interface SqlToken {
  readonly kind: 'word' | 'name' | 'string' | 'number' | 'hint' | 'mark';
  readonly text: string;
  /** Where it begins in the statement. */
  readonly at: number;
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
    const at = match.index;
    const { hint, string, ansi, tick, number, word, mark } = match.groups ?? {};
    if (hint !== undefined) tokens.push({ kind: 'hint', text: hint, at });
    else if (string !== undefined) tokens.push({ kind: 'string', text: string, at });
    else if (ansi !== undefined) tokens.push({ kind: 'name', text: ansi, at });
    else if (tick !== undefined) tokens.push({ kind: 'name', text: tick, at });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, at });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word.toUpperCase(), at });
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: mark, at });
  }
  return tokens;
}
