import { RESERVED_WORDS } from './reserved-words';
import { comma, isMark, isQuery, isWord, splitAt, until, type SqlPiece } from './sql-tree';

/** One SELECT of a query, or a query in parentheses that is one arm of it. */
export type SqlArm = { readonly select: SqlSelect } | { readonly query: SqlQuery };

/** The arms of a UNION, EXCEPT or INTERSECT; one arm where there is none. */
export interface SqlQuery {
  readonly named: ReadonlyMap<string, SqlSource>;
  readonly arms: readonly SqlArm[];
}

export interface SqlSelect {
  readonly distinct: boolean;
  readonly items: readonly SqlItem[];
  readonly sources: readonly SqlSource[];
  /** The parts of ORDER BY, where this SELECT is the whole query. */
  readonly order: readonly (readonly SqlPiece[])[];
}

/** One part of a select list. `name` is what the result calls it, in capitals; null where it has no name of its own. */
export interface SqlItem {
  readonly name: string | null;
  readonly value: readonly SqlPiece[];
  readonly star: boolean;
}

/** One part of FROM or WITH. `query` is null for a table, whose own name is `table`. Names are in capitals. */
export interface SqlSource {
  readonly alias: string;
  readonly table: string;
  readonly query: SqlQuery | null;
  readonly columns: readonly string[] | null;
}

const COMBINES = ['UNION', 'EXCEPT', 'INTERSECT'];
const JOINS = ['JOIN', 'LEFT', 'RIGHT', 'INNER', 'CROSS', 'STRAIGHT_JOIN', 'NATURAL', 'OUTER'];
const AFTER_FROM = [
  'WHERE',
  'GROUP',
  'HAVING',
  'WINDOW',
  'ORDER',
  'LIMIT',
  'FOR',
  'INTO',
  'PROCEDURE',
  'LOCK',
];

/** Reads a query's outline: enough to find where a result's column comes from. Null for what is no query. */
export function readQuery(pieces: readonly SqlPiece[]): SqlQuery | null {
  if (!isQuery(pieces)) return null;
  const named = new Map<string, SqlSource>();
  const body = isWord(pieces[0], 'WITH') ? pieces.slice(readNamed(pieces, named)) : pieces;
  const arms = splitAt(body, (piece) => isWord(piece, ...COMBINES)).map((arm) =>
    isWord(arm[0], 'ALL', 'DISTINCT') ? arm.slice(1) : arm,
  );
  return { named, arms: arms.map((arm) => readArm(arm)) };
}

/** Reads `WITH a (b) AS (…), …` into `named`; answers where the query itself begins. */
function readNamed(pieces: readonly SqlPiece[], named: Map<string, SqlSource>): number {
  let at = isWord(pieces[1], 'RECURSIVE') ? 2 : 1;
  while (at < pieces.length) {
    const name = nameOf(pieces[at]);
    const list = pieces[at + 1];
    const columns = list?.kind === 'group' ? columnNames(list.inside) : null;
    const as = at + (columns ? 2 : 1);
    const body = pieces[as + 1];
    if (name === null || !isWord(pieces[as], 'AS') || body?.kind !== 'group') return at;
    named.set(name, { alias: name, table: name, query: readQuery(body.inside), columns });
    if (!isMark(pieces[as + 2], ',')) return as + 2;
    at = as + 3;
  }
  return at;
}

function readArm(arm: readonly SqlPiece[]): SqlArm {
  const [first] = arm;
  if (first?.kind === 'group') {
    const query = readQuery(first.inside);
    if (query) return { query };
  }
  return { select: readSelect(arm) };
}

function readSelect(pieces: readonly SqlPiece[]): SqlSelect {
  let start = 1;
  while (
    pieces[start]?.kind === 'hint' ||
    isWord(pieces[start], 'ALL', 'DISTINCT', 'DISTINCTROW', 'STRAIGHT_JOIN')
  )
    start += 1;
  const distinct = pieces.slice(1, start).some((piece) => isWord(piece, 'DISTINCT', 'DISTINCTROW'));
  const list = until(pieces, start, (piece) => isWord(piece, 'FROM', ...AFTER_FROM));
  const from = pieces[start + list.length];
  const tables = isWord(from, 'FROM')
    ? until(pieces, start + list.length + 1, (piece) => isWord(piece, ...AFTER_FROM))
    : [];
  const by = pieces.findIndex((piece, at) => isWord(piece, 'ORDER') && isWord(pieces[at + 1], 'BY'));
  const order =
    by < 0
      ? []
      : until(pieces, by + 2, (piece) => isWord(piece, 'LIMIT', 'FOR', 'INTO', 'PROCEDURE', 'LOCK'));
  return {
    distinct,
    items: splitAt(list, comma).map(readItem),
    sources: readSources(tables),
    order: order.length > 0 ? splitAt(order, comma) : [],
  };
}

function readItem(pieces: readonly SqlPiece[]): SqlItem {
  const last = pieces.at(-1);
  if (isMark(last, '*') && (pieces.length === 1 || isMark(pieces.at(-2), '.'))) {
    return { name: null, value: pieces, star: true };
  }
  const before = pieces.at(-2);
  const name = nameOf(last);
  if (name !== null && isWord(before, 'AS')) return { name, value: pieces.slice(0, -2), star: false };
  const own = pieces.length === 1 || isMark(before, '.');
  if (own) return { name, value: pieces, star: false };
  // A name right after a value is an alias without AS; END closes a CASE.
  const isAlias = aliasOf(last) !== null && endsValue(before);
  return { name: isAlias ? name : null, value: isAlias ? pieces.slice(0, -1) : pieces, star: false };
}

function endsValue(piece: SqlPiece | undefined): boolean {
  if (piece?.kind === 'group' || piece?.kind === 'name') return true;
  return piece?.kind === 'number' || piece?.kind === 'string' || isWord(piece, 'END', 'NULL');
}

function readSources(pieces: readonly SqlPiece[]): SqlSource[] {
  const parts = splitAt(
    pieces,
    (piece, at) => comma(piece) || (isWord(piece, ...JOINS) && !isFunction(piece, pieces[at + 1])),
  );
  return parts.flatMap((part) => readSource(until(part, 0, (piece) => isWord(piece, 'ON', 'USING'))));
}

/** LEFT(…) and RIGHT(…) cut texts. */
function isFunction(piece: SqlPiece, next: SqlPiece | undefined): boolean {
  return isWord(piece, 'LEFT', 'RIGHT') && next?.kind === 'group';
}

function readSource(pieces: readonly SqlPiece[]): SqlSource[] {
  const [first] = pieces;
  if (!first) return [];
  if (first.kind === 'group') {
    const query = readQuery(first.inside);
    // Parentheses around joined tables.
    if (!query) return readSources(first.inside);
    const at = isWord(pieces[1], 'AS') ? 2 : 1;
    const list = pieces[at + 1];
    const columns = list?.kind === 'group' ? columnNames(list.inside) : null;
    return [{ alias: nameOf(pieces[at]) ?? '', table: '', query, columns }];
  }
  const end = isMark(pieces[1], '.') ? 2 : 0;
  const table = nameOf(pieces[end]);
  if (table === null) return [];
  const next = pieces[end + 1];
  const alias = isWord(next, 'AS') ? nameOf(pieces[end + 2]) : aliasOf(next);
  return [{ alias: alias ?? table, table, query: null, columns: null }];
}

/** A name without AS before it: a reserved word there begins something else. */
function aliasOf(piece: SqlPiece | undefined): string | null {
  const name = nameOf(piece);
  const begins = piece?.kind === 'word' && (piece.text === 'END' || RESERVED_WORDS.has(piece.text));
  return begins ? null : name;
}

function columnNames(pieces: readonly SqlPiece[]): string[] {
  return splitAt(pieces, comma).map((part) => nameOf(part[0]) ?? '');
}

/** The name that a word or a quoted name gives, in capitals. */
export function nameOf(piece: SqlPiece | undefined): string | null {
  return piece?.kind === 'word' || piece?.kind === 'name' ? piece.text.toUpperCase() : null;
}
