import { RESERVED_WORDS } from './reserved-words';
import { readQuery, type SqlItem, type SqlSelect } from './sql-query';
import type { SqlToken } from './sql-text';
import { allLists, isMark, isQuery, isWord, until, type SqlPiece } from './sql-tree';
import { schemaRefusal } from './tidb-ddl';
import { parseError, unknownError, type DatabaseError } from './tidb-error';
import { reservedName } from './tidb-words';

type Pieces = readonly SqlPiece[];

const SCHEMA_STATEMENTS = ['CREATE', 'ALTER', 'DROP', 'TRUNCATE', 'RENAME'];
/** Functions of MariaDB 10.11 that TiDB 8.5 has not: MariaDB's sql_functions without TiDB's SHOW BUILTINS. */
const NO_FUNCTIONS = new Set(
  (
    'ADD_MONTHS CHR COLUMN_ADD COLUMN_CHECK COLUMN_CREATE COLUMN_DELETE COLUMN_EXISTS COLUMN_GET COLUMN_JSON ' +
    'COLUMN_LIST CRC32C DECODE_ORACLE EXTRACTVALUE JSON_COMPACT JSON_DETAILED JSON_EQUALS JSON_EXISTS JSON_LOOSE ' +
    'JSON_NORMALIZE JSON_QUERY JSON_VALUE LENGTHB MEDIAN NATURAL_SORT_KEY NVL NVL2 PASSWORD PERCENTILE_CONT ' +
    'PERCENTILE_DISC ROWNUM SFORMAT SOUNDEX SYS_GUID TO_CHAR UPDATEXML'
  ).split(' '),
);
const COLLATIONS = new Set(
  (
    'ASCII_BIN BINARY GBK_BIN GBK_CHINESE_CI LATIN1_BIN UTF8_BIN UTF8_GENERAL_CI UTF8_UNICODE_CI UTF8MB4_0900_AI_CI ' +
    'UTF8MB4_0900_BIN UTF8MB4_BIN UTF8MB4_GENERAL_CI UTF8MB4_UNICODE_CI'
  ).split(' '),
);

/**
 * What TiDB 8.5 refuses and MariaDB takes, with TiDB's own error; null where nothing is known against the statement.
 * Each was seen on a TiDB server. Where TiDB refuses only sometimes, this refuses always.
 */
export function refusedByTidb(sql: string, tokens: readonly SqlToken[], tree: Pieces): DatabaseError | null {
  const reserved = reservedName(tokens);
  if (reserved) return parseError(sql, reserved);
  return (
    firstOf(tokens, (token, at) => wordRefusal(sql, token, tokens, at)) ??
    (isWord(tree[0], ...SCHEMA_STATEMENTS) ? schemaRefusal(sql, tree) : statementRefusal(sql, tree)) ??
    firstOf([...allLists(tree)], (list) => onRefusal(list) ?? distinctRefusal(list))
  );
}

function firstOf<T>(
  all: readonly T[],
  refusal: (each: T, at: number) => DatabaseError | null,
): DatabaseError | null {
  for (const [at, each] of all.entries()) {
    const found = refusal(each, at);
    if (found) return found;
  }
  return null;
}

function wordRefusal(
  sql: string,
  token: SqlToken,
  tokens: readonly SqlToken[],
  at: number,
): DatabaseError | null {
  if (token.kind !== 'word' || isMark(tokens[at - 1], '.')) return null;
  const next = tokens[at + 1];
  if (isWord(token, 'COLLATE') && (next?.kind === 'word' || next?.kind === 'name' || isMark(next, '='))) {
    const named = isMark(next, '=') ? tokens[at + 2] : next;
    const known = COLLATIONS.has(named?.text.toUpperCase() ?? '');
    const sqlMessage = `Unknown collation: '${named?.text.toLowerCase() ?? ''}'`;
    return known ? null : { code: 'ER_UNKNOWN_COLLATION', errno: 1273, sqlMessage, sqlState: 'HY000' };
  }
  if (!isMark(next, '(')) return null;
  if (NO_FUNCTIONS.has(token.text) && !isWord(tokens[at - 1], 'INTO', 'TABLE', 'KEY', 'INDEX')) {
    const sqlMessage = `FUNCTION ${token.text.toLowerCase()} does not exist`;
    return { code: 'ER_SP_DOES_NOT_EXIST', errno: 1305, sqlMessage, sqlState: '42000' };
  }
  if (isWord(token, 'MATCH')) return unknownError('UnknownType: *ast.MatchAgainst');
  // MariaDB's other name for VALUES(…).
  if (isWord(token, 'VALUE') && isWord(tokens[at - 1], '=')) return parseError(sql, next);
  return null;
}

function statementRefusal(sql: string, tree: Pieces): DatabaseError | null {
  if (isWord(tree[0], 'OPTIMIZE')) {
    return {
      code: 'ER_UNSUPPORTED',
      errno: 8200,
      sqlMessage: 'OPTIMIZE TABLE is not supported',
      sqlState: 'HY000',
    };
  }
  if (isWord(tree[0], 'REPAIR', 'CHECK', 'CHECKSUM')) return parseError(sql, tree[0]);
  if (isWord(tree[0], 'VALUES')) return parseError(sql, tree[1]);
  return firstOf([...allLists(tree)], (list) =>
    firstOf(list, (piece, at) => syntaxRefusal(sql, piece, list, at)),
  );
}

function syntaxRefusal(sql: string, piece: SqlPiece, list: Pieces, at: number): DatabaseError | null {
  const next = list[at + 1];
  if (isWord(piece, 'RETURNING', 'PROCEDURE')) return parseError(sql, piece);
  if (isWord(piece, 'LIMIT') && isWord(next, 'ROWS')) return parseError(sql, next);
  if (isWord(piece, 'EXAMINED') && isWord(list[at - 1], 'ROWS')) return parseError(sql, piece);
  if (isWord(piece, 'WITH') && isWord(next, 'TIES')) return parseError(sql, piece);
  if (isWord(piece, 'OFFSET') && isWord(list[at + 2], 'ROW', 'ROWS')) return parseError(sql, piece);
  if (isWord(piece, 'EXCEPT', 'INTERSECT') && isWord(next, 'ALL')) {
    return unknownError(`TiDB do not support ${piece.kind === 'word' ? piece.text.toLowerCase() : ''} all`);
  }
  if (isWord(piece, 'INTO') && next?.kind === 'word' && next.text.startsWith('@'))
    return parseError(sql, next);
  if (piece.kind === 'group' && isTableOfValues(piece.inside, list[at - 1]))
    return parseError(sql, piece.inside[1]);
  if (isWord(piece, 'GROUP_CONCAT') && next?.kind === 'group') {
    const limit = next.inside.find((inside) => isWord(inside, 'LIMIT'));
    if (limit) return parseError(sql, limit);
  }
  if (isWord(piece, 'LOCK') && isWord(next, 'IN')) {
    const sqlMessage =
      'function LOCK IN SHARE MODE has only noop implementation in tidb now, use tidb_enable_noop_functions to ' +
      'enable these functions';
    return { code: 'ER_NOT_SUPPORTED_YET', errno: 1235, sqlMessage, sqlState: '42000' };
  }
  return null;
}

/** `(VALUES (1), (2))` as a table; `IF(VALUES(n) > n, …)` reads what an INSERT would have put. */
function isTableOfValues(inside: Pieces, before: SqlPiece | undefined): boolean {
  if (!isWord(inside[0], 'VALUES')) return false;
  const more = inside[2];
  if (more !== undefined && !(isMark(more, ',') && inside[3]?.kind === 'group')) return false;
  return before?.kind !== 'word' || isWord(before, 'FROM', 'JOIN', 'IN', 'AS', 'UNION', 'ALL', 'EXCEPT');
}

const AFTER_ON = [
  'JOIN',
  'INNER',
  'CROSS',
  'STRAIGHT_JOIN',
  'NATURAL',
  'WHERE',
  'GROUP',
  'ORDER',
  'HAVING',
  'LIMIT',
  'UNION',
  'EXCEPT',
  'INTERSECT',
  'SET',
  'WINDOW',
  'FOR',
  'ON',
];

/** A subquery in JOIN … ON, however deep. TiDB takes some that do not depend on the row; none are taken here. */
function onRefusal(list: Pieces): DatabaseError | null {
  for (const [at, piece] of list.entries()) {
    if (!isWord(piece, 'ON') || isWord(list[at + 1], 'DUPLICATE', 'UPDATE', 'DELETE')) continue;
    const condition = until(
      list,
      at + 1,
      (next, where) =>
        isWord(next, ...AFTER_ON) || (isWord(next, 'LEFT', 'RIGHT') && list[where + 1]?.kind !== 'group'),
    );
    const subquery = [...allLists(condition)].slice(1).some(isQuery);
    if (subquery) return unknownError("ON condition doesn't support subqueries yet");
  }
  return null;
}

/** SELECT DISTINCT … ORDER BY what is not selected. */
function distinctRefusal(list: Pieces): DatabaseError | null {
  if (!list.some((piece) => isWord(piece, 'DISTINCT', 'DISTINCTROW'))) return null;
  const [arm] = readQuery(list)?.arms ?? [];
  if (!arm || !('select' in arm) || !arm.select.distinct || isCombined(list)) return null;
  const { select } = arm;
  if (select.items.some(({ star }) => star)) return null;
  for (const [at, order] of select.order.entries()) {
    const value = order.filter(
      (piece, place) => !(place === order.length - 1 && isWord(piece, 'ASC', 'DESC')),
    );
    const missing = select.items.some((item) => textOf(item.value) === textOf(value))
      ? undefined
      : columnsIn(value).find((column) => !isSelected(column, select));
    if (missing !== undefined) {
      const sqlMessage =
        `Expression #${at + 1} of ORDER BY clause is not in SELECT list, references column ` +
        `'${missing.toLowerCase()}' which is not in SELECT list; this is incompatible with DISTINCT`;
      return { code: 'ER_FIELD_IN_ORDER_NOT_SELECT', errno: 3065, sqlMessage, sqlState: 'HY000' };
    }
  }
  return null;
}

function isCombined(list: Pieces): boolean {
  return list.some((piece) => isWord(piece, 'UNION', 'EXCEPT', 'INTERSECT'));
}

function textOf(pieces: Pieces): string {
  return pieces
    .map((piece) =>
      piece.kind === 'group'
        ? `(${textOf(piece.inside)})`
        : `${piece.kind === 'string' ? "'" : ''}${piece.text.toUpperCase()}`,
    )
    .join(' ');
}

/** The columns an expression reads, as `A.B` or `B`. Subqueries look after themselves. */
function columnsIn(pieces: Pieces): string[] {
  const found: string[] = [];
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === 'group' && !isQuery(piece.inside)) found.push(...columnsIn(piece.inside));
    const isName =
      piece.kind === 'name' ||
      (piece.kind === 'word' && !RESERVED_WORDS.has(piece.text) && piece.text !== 'END');
    const next = pieces[at + 1];
    if (!isName || next?.kind === 'group' || isMark(next, '.')) continue;
    const before = isMark(pieces[at - 1], '.') ? pieces[at - 2] : undefined;
    const qualifier = before?.kind === 'name' || before?.kind === 'word' ? `${before.text}.` : '';
    found.push((qualifier + piece.text).toUpperCase());
  }
  return found;
}

function isSelected(column: string, { items }: SqlSelect): boolean {
  return items.some((item: SqlItem) => {
    if (item.name === column) return true;
    const plain = item.value.every((piece) => piece.kind !== 'group')
      ? textOf(item.value).replaceAll(' . ', '.')
      : '';
    return (
      plain === column ||
      plain.endsWith(`.${column}`) ||
      (!plain.includes('.') && column.endsWith(`.${plain}`))
    );
  });
}
