import { nameOf, readQuery, type SqlItem, type SqlQuery, type SqlSelect, type SqlSource } from './sql-query';
import { comma, isMark, isQuery, isWord, splitAt, type SqlPiece } from './sql-tree';

/** A result's column, as the driver tells it: the name it has, and the table or alias it is read through. */
export interface ResultColumn {
  readonly name: string;
  readonly table: string;
}

/** Functions whose value is one of their arguments, and which of them; TiDB keeps the arguments' own type. */
const GIVES_ARGUMENT = new Map<string, (args: readonly Pieces[]) => readonly Pieces[]>([
  ...['MAX', 'MIN', 'ANY_VALUE', 'FIRST_VALUE', 'LAST_VALUE', 'NTH_VALUE', 'NULLIF'].map(
    (name) => [name, (args: readonly Pieces[]) => args.slice(0, 1)] as const,
  ),
  ...['COALESCE', 'IFNULL'].map((name) => [name, (args: readonly Pieces[]) => args] as const),
  ...['LAG', 'LEAD'].map(
    // The second argument is a distance, the third a value for where there is no row.
    (name) => [name, (args: readonly Pieces[]) => args.filter((_, at) => at !== 1)] as const,
  ),
  ['IF', (args) => args.slice(1)],
]);

const MAKES_JSON = new Set(
  (
    'JSON_OBJECT JSON_ARRAY JSON_ARRAYAGG JSON_OBJECTAGG JSON_EXTRACT JSON_SET JSON_INSERT JSON_REPLACE JSON_REMOVE ' +
    'JSON_MERGE JSON_MERGE_PATCH JSON_MERGE_PRESERVE JSON_ARRAY_APPEND JSON_ARRAY_INSERT JSON_KEYS JSON_SEARCH'
  ).split(' '),
);

type Pieces = readonly SqlPiece[];
/** Where a value comes from: a column of a table as it is, or a function that makes JSON. */
type Origin = 'stored' | 'json';
/** The queries around an expression, innermost first: where its names are looked up. */
interface Scope {
  readonly wanted: Origin;
  readonly select: SqlSelect | null;
  readonly named: SqlQuery['named'];
  readonly outer: Scope | null;
}

/**
 * Which columns of a query's result hold stored values, unchanged: a table's column, also through derived tables, WITH,
 * UNION, MAX, COALESCE and the like. TiDB gives these their column's type. Every other whole number is BIGINT there, also
 * a literal, a comparison and a CASE of literals. What cannot be told is no stored value.
 */
export function storedColumns(statement: Pieces, columns: readonly ResultColumn[]): boolean[] {
  return readQuery(statement) ? originOf(statement, columns, 'stored') : columns.map(() => true);
}

/** Which columns of a query's result a JSON function made, also through derived tables, WITH and UNION. */
export function jsonColumns(statement: Pieces, columns: readonly ResultColumn[]): boolean[] {
  return originOf(statement, columns, 'json');
}

function originOf(statement: Pieces, columns: readonly ResultColumn[], wanted: Origin): boolean[] {
  const query = readQuery(statement);
  if (!query) return columns.map(() => false);
  const nowhere: Scope = { wanted, select: null, named: new Map(), outer: null };
  const starred = itemsOf(query).some(({ star }) => star);
  return columns.map(({ name, table }, at) => {
    if (!starred) return placeStores(query, at, nowhere);
    // After a star places no longer match.
    return (
      query.arms.length === 1 && starStores(query, table.toUpperCase() || null, name.toUpperCase(), nowhere)
    );
  });
}

/** The column at one place, in every arm. */
function placeStores(query: SqlQuery, place: number, outer: Scope): boolean {
  return query.arms.every((arm) => {
    const scope: Scope = { ...outer, select: null, named: query.named, outer };
    if ('query' in arm) return placeStores(arm.query, place, scope);
    const { items } = arm.select;
    if (items.slice(0, place + 1).some(({ star }) => star)) return false;
    return stores(items[place]?.value ?? [], { ...scope, select: arm.select });
  });
}

/** A column that a star brings, or one beside it. */
function starStores(query: SqlQuery, table: string | null, name: string, outer: Scope): boolean {
  const scope: Scope = { ...outer, select: null, named: query.named, outer };
  const [arm] = query.arms;
  if (!arm) return false;
  if ('query' in arm) return starStores(arm.query, table, name, scope);
  const own = arm.select.items.find((item) => item.name === name);
  const inside: Scope = { ...scope, select: arm.select };
  return own ? stores(own.value, inside) : nameStores(table, name, inside);
}

function stores(value: Pieces, scope: Scope): boolean {
  const [first, second] = value;
  if (!first) return false;
  if (first.kind === 'group') {
    return (
      value.length === 1 &&
      (isQuery(first.inside) ? queryStores(first.inside, scope) : stores(first.inside, scope))
    );
  }
  if (value.length === 1 && isWord(first, 'NULL')) return true;
  // TiDB answers EXISTS by a join, whose mark is a TINYINT.
  if (isWord(first, 'EXISTS') && value.length === 2) return scope.wanted === 'stored';
  if (isWord(first, 'NOT') && isWord(second, 'EXISTS') && value.length === 3)
    return scope.wanted === 'stored';
  if (isWord(first, 'CASE')) return choices(value)?.every((choice) => stores(choice, scope)) ?? false;
  if (second?.kind === 'group') return functionStores(first, second.inside, value, scope);
  if (isNameChain(value)) {
    return nameStores(value.length > 1 ? nameOf(value.at(-3)) : null, nameOf(value.at(-1)) ?? '', scope);
  }
  return false;
}

function functionStores(name: SqlPiece, inside: Pieces, value: Pieces, scope: Scope): boolean {
  const over = value.length === 2 || (isWord(value[2], 'OVER') && value.length === 4);
  if (over && name.kind === 'word' && MAKES_JSON.has(name.text)) return scope.wanted === 'json';
  const chosen = name.kind === 'word' && over ? GIVES_ARGUMENT.get(name.text) : undefined;
  if (!chosen) return false;
  const args = splitAt(isWord(inside[0], 'DISTINCT') ? inside.slice(1) : inside, comma);
  return chosen(args).every((arg) => stores(arg, scope));
}

function queryStores(pieces: Pieces, scope: Scope): boolean {
  const query = readQuery(pieces);
  return query !== null && placeStores(query, 0, scope);
}

/** The values of CASE … THEN a … ELSE b END; null where it is part of a longer expression. */
function choices(value: Pieces): Pieces[] | null {
  const found: SqlPiece[][] = [];
  let depth = 0;
  let taking = false;
  for (const [at, piece] of value.entries()) {
    if (isWord(piece, 'CASE')) depth += 1;
    const ends = isWord(piece, 'END');
    if (depth === 1 && isWord(piece, 'WHEN', 'THEN', 'ELSE', 'END')) {
      taking = isWord(piece, 'THEN', 'ELSE');
      if (taking) found.push([]);
    } else if (taking) found.at(-1)?.push(piece);
    if (ends) depth -= 1;
    if (depth === 0 && at < value.length - 1) return null;
  }
  return found;
}

function isNameChain(value: Pieces): boolean {
  return value.every((piece, at) =>
    at % 2 === 0 ? nameOf(piece) !== null && !isValueWord(piece) : isMark(piece, '.'),
  );
}

function isValueWord(piece: SqlPiece): boolean {
  return isWord(piece, 'TRUE', 'FALSE', 'DEFAULT') || (piece.kind === 'word' && piece.text.startsWith('@'));
}

/** Where a column's name leads: to a table, whose columns are stored, or into a derived table or WITH. */
function nameStores(qualifier: string | null, name: string, scope: Scope): boolean {
  for (let at: Scope | null = scope; at; at = at.outer) {
    const sources = (at.select?.sources ?? []).filter(
      ({ alias }) => qualifier === null || alias === qualifier,
    );
    const derived = sources.flatMap((source) => {
      const named = source.query === null ? findNamed(source.table, at) : source;
      return named ? [named] : [];
    });
    const holding = derived.filter((source) => holds(source, name));
    if (holding.length > 0) return holding.every((source) => sourceStores(source, name, at));
    if (sources.length > derived.length) return scope.wanted === 'stored';
  }
  return false;
}

function findNamed(table: string, scope: Scope | null): SqlSource | undefined {
  return scope ? (scope.named.get(table) ?? findNamed(table, scope.outer)) : undefined;
}

function itemsOf(query: SqlQuery): readonly SqlItem[] {
  const [arm] = query.arms;
  if (!arm) return [];
  return 'query' in arm ? itemsOf(arm.query) : arm.select.items;
}

function holds({ query, columns }: SqlSource, name: string): boolean {
  if (columns) return columns.includes(name);
  return query !== null && itemsOf(query).some((item) => item.star || item.name === name);
}

function sourceStores({ query, columns, table }: SqlSource, name: string, scope: Scope): boolean {
  if (query === null) return false;
  const named = new Map(scope.named);
  // A recursive part has the types of the part it starts from.
  named.delete(table);
  const arms = query.arms.filter((arm) => !('select' in arm && arm.select.sources.some(isTable(table))));
  const around: Scope = { ...scope, select: null, named };
  const place = columns ? columns.indexOf(name) : itemsOf(query).findIndex((item) => item.name === name);
  if (place >= 0) return placeStores({ ...query, arms }, place, around);
  return query.arms.length === 1 && starStores(query, null, name, around);
}

function isTable(table: string): (source: SqlSource) => boolean {
  return (source) => table !== '' && source.query === null && source.table === table;
}
