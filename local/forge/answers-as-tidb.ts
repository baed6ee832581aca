import type { FieldPacket, PoolConnection, ResultSetHeader, RowDataPacket } from 'mysql2/promise';
import { jsonAsTidb } from './json-as-tidb';
import type { StatementKind } from './sql-policy';
import { jsonColumns, storedColumns } from './sql-result-types';
import { allLists, type SqlPiece } from './sql-tree';
import type { DatabaseError } from './tidb-error';

export interface QueryResult {
  readonly rows: RowDataPacket[] | ResultSetHeader;
  readonly fields: readonly FieldPacket[];
}

interface ReadStatement {
  readonly tree: readonly SqlPiece[];
  readonly kind: StatementKind;
}

/** TINYINT, SMALLINT, INT, MEDIUMINT and YEAR on the wire: numbers on Forge. The driver gives BIGINT as text already. */
const NARROW = new Set([1, 2, 3, 9, 13]);

/**
 * Rows of MariaDB or MySQL with TiDB's types: what is computed and whole is BIGINT there, which Forge gives as text, and
 * JSON is written TiDB's way.
 */
export function asTidb(tree: readonly SqlPiece[], { rows, fields }: QueryResult): QueryResult {
  if (!Array.isArray(rows)) return { rows, fields };
  const columns = fields.map(({ name, table }) => ({ name, table }));
  const narrow = fields.some(({ columnType }) => NARROW.has(columnType ?? -1));
  const stored = narrow ? storedColumns(tree, columns) : [];
  const json = jsonColumns(tree, columns);
  const change = fields.map(({ columnType }, at) => {
    if (NARROW.has(columnType ?? -1) && stored[at] === false) return String;
    return json[at] ? jsonAsTidb : null;
  });
  if (change.every((one) => one === null)) return { rows, fields };
  for (const row of rows) {
    for (const [at, { name }] of fields.entries()) {
      const value: unknown = row[name];
      const one = change[at];
      if (one && (typeof value === 'number' || typeof value === 'string')) row[name] = one(String(value));
    }
  }
  return { rows, fields };
}

/** What MariaDB warns of and TiDB refuses, by the warning's code. */
const REFUSED_WARNINGS = new Map<number, DatabaseError>([
  ...[4035, 4036, 4037, 4038].map(
    (code) =>
      [
        code,
        {
          code: 'ER_INVALID_JSON_TEXT',
          errno: 3140,
          sqlMessage: 'Invalid JSON text: The document root must not be followed by other values.',
          sqlState: '22032',
        },
      ] as const,
  ),
  ...[4041, 4042].map(
    (code) =>
      [
        code,
        {
          code: 'ER_INVALID_JSON_PATH',
          errno: 3143,
          sqlMessage: 'Invalid JSON path expression. The error is around character position 1.',
          sqlState: '42000',
        },
      ] as const,
  ),
  [
    1931,
    {
      code: 'ER_CTE_MAX_RECURSION_DEPTH',
      errno: 3636,
      sqlMessage:
        'Recursive query aborted after 1001 iterations. Try increasing @@cte_max_recursion_depth to a larger value',
      sqlState: 'HY000',
    },
  ],
]);

/** A statement was refused as TiDB would have: the driver's own errors have these properties. */
class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string;
  readonly errno: number;
  readonly sqlMessage: string;
  readonly sqlState: string;
  constructor({ code, errno, sqlMessage, sqlState }: DatabaseError) {
    super(sqlMessage);
    this.code = code;
    this.errno = errno;
    this.sqlMessage = sqlMessage;
    this.sqlState = sqlState;
  }
}

/** Runs a statement on MariaDB or MySQL, and fails where only a warning came that is an error in TiDB. */
export async function askAsTidb<T>(
  connection: PoolConnection,
  { tree, kind }: ReadStatement,
  ask: () => Promise<T>,
): Promise<T> {
  if (!mayBeWarned(tree)) return ask();
  const writes = kind === 'dml';
  if (writes) await connection.query('START TRANSACTION');
  try {
    const answer = await ask();
    const [warnings] = await connection.query<RowDataPacket[]>('SHOW WARNINGS');
    const refused = warnings
      .map(({ Code }) => REFUSED_WARNINGS.get(Number(Code)))
      .find((error) => error !== undefined);
    if (refused) throw new Refused(refused);
    if (writes) await connection.query('COMMIT');
    return answer;
  } catch (error) {
    if (writes) await connection.query('ROLLBACK');
    // A statement that writes fails of itself, with MariaDB's number.
    const known =
      error instanceof Error && 'errno' in error ? REFUSED_WARNINGS.get(Number(error.errno)) : undefined;
    throw known ? new Refused(known) : error;
  }
}

function mayBeWarned(tree: readonly SqlPiece[]): boolean {
  return [...allLists(tree)].some((list) =>
    list.some(
      (piece) => piece.kind === 'word' && (piece.text.startsWith('JSON_') || piece.text === 'RECURSIVE'),
    ),
  );
}
