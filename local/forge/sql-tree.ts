import type { SqlToken } from './sql-text';

/** A token, or what one pair of parentheses holds. */
export type SqlPiece = SqlToken | SqlGroup;
export interface SqlGroup {
  readonly kind: 'group';
  readonly inside: readonly SqlPiece[];
  /** Where its opening parenthesis is in the statement. */
  readonly at: number;
}

/** The tokens with their parentheses nested; a parenthesis without its partner is left out. */
export function sqlTree(tokens: readonly SqlToken[]): SqlPiece[] {
  const outside: SqlPiece[] = [];
  const open = [outside];
  for (const token of tokens) {
    const here = open.at(-1) ?? outside;
    if (isMark(token, '(')) {
      const inside: SqlPiece[] = [];
      here.push({ kind: 'group', inside, at: token.at });
      open.push(inside);
    } else if (isMark(token, ')')) {
      if (open.length > 1) open.pop();
    } else here.push(token);
  }
  return outside;
}

/** Whether the piece is this word or one of these, in capitals. Quoted names are no words. */
export function isWord(piece: SqlPiece | undefined, ...words: readonly string[]): boolean {
  return piece?.kind === 'word' && words.includes(piece.text);
}

export function isMark(piece: SqlPiece | undefined, text: string): boolean {
  return piece?.kind === 'mark' && piece.text === text;
}

/** Whether the pieces are a query: SELECT, or WITH before it, perhaps in parentheses of its own. */
export function isQuery(pieces: readonly SqlPiece[]): boolean {
  const [first] = pieces;
  if (first?.kind === 'group' && pieces.length > 0) return isQuery(first.inside);
  return isWord(first, 'SELECT', 'WITH');
}

/** Every list of pieces: the statement's own and what each pair of parentheses holds, outermost first. */
export function* allLists(pieces: readonly SqlPiece[]): Generator<readonly SqlPiece[]> {
  yield pieces;
  for (const piece of pieces) if (piece.kind === 'group') yield* allLists(piece.inside);
}

/** The parts between separators at this level. */
export function splitAt(
  pieces: readonly SqlPiece[],
  separates: (piece: SqlPiece, at: number) => boolean,
): (readonly SqlPiece[])[] {
  const parts: SqlPiece[][] = [[]];
  for (const [at, piece] of pieces.entries()) {
    if (separates(piece, at)) parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  return parts;
}

export const comma = (piece: SqlPiece): boolean => isMark(piece, ',');

/** From the piece after `from` up to the first piece that `ends`. */
export function until(
  pieces: readonly SqlPiece[],
  from: number,
  ends: (piece: SqlPiece, at: number) => boolean,
): readonly SqlPiece[] {
  const end = pieces.findIndex((piece, at) => at >= from && ends(piece, at));
  return pieces.slice(from, end < 0 ? pieces.length : end);
}
