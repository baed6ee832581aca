import type { SqlPiece } from './sql-tree';

/** An error as a MySQL driver tells it, which Forge hands on as `debug`. */
export interface DatabaseError {
  readonly code: string;
  readonly errno: number;
  readonly sqlMessage: string;
  readonly sqlState: string;
}

/** TiDB cannot read the statement from this piece on. */
export function parseError(sql: string, piece: SqlPiece | undefined): DatabaseError {
  const at = piece?.at ?? sql.length;
  const end = at + (piece?.kind === 'word' ? piece.text.length : 1);
  const line = sql.slice(0, at).split('\n').length;
  const column = end - (sql.lastIndexOf('\n', at) + 1);
  return {
    code: 'ER_PARSE_ERROR',
    errno: 1064,
    sqlState: '42000',
    sqlMessage:
      'You have an error in your SQL syntax; check the manual that corresponds to your TiDB version for the right ' +
      `syntax to use line ${line} column ${column} near "${sql.slice(at)}" `,
  };
}

export function unknownError(sqlMessage: string): DatabaseError {
  return { code: 'ER_UNKNOWN_ERROR', errno: 1105, sqlMessage, sqlState: 'HY000' };
}
