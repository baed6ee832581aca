import type { RowDataPacket } from 'mysql2/promise';
import { onServer, type ServerAddress } from './database';

/** One shape of statement, its values left out, and the most memory one run of it took. */
export interface StatementMemory {
  readonly bytes: number;
  readonly runs: number;
  readonly statement: string;
}

/**
 * The statements that took the most memory on a TiDB since it started, highest first: Forge ends a query at 16 MiB.
 * TiDB keeps these sums itself (`information_schema.statements_summary`), for half an hour each and twelve hours in all.
 */
export async function highestQueryMemory(address: ServerAddress, most = 10): Promise<StatementMemory[]> {
  const columns = 'digest_text, max_mem, exec_count FROM information_schema.statements_summary';
  const only = "WHERE stmt_type = 'Select' AND schema_name NOT IN ('', 'mysql', 'information_schema')";
  return onServer(address, async (server) => {
    const [rows] = await server.query<RowDataPacket[]>(
      'SELECT digest_text AS statement, MAX(max_mem) AS bytes, SUM(exec_count) AS runs FROM ' +
        `(SELECT ${columns} ${only} UNION ALL SELECT ${columns}_history ${only}) AS each_half_hour ` +
        `GROUP BY digest_text ORDER BY bytes DESC LIMIT ${Math.trunc(most)}`,
    );
    return rows.map(({ statement, bytes, runs }) => ({
      statement: String(statement),
      bytes: Number(bytes),
      runs: Number(runs),
    }));
  });
}
