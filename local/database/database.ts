import { createPool, type Pool, type PoolOptions, type RowDataPacket } from 'mysql2/promise';

/** What a DML statement's affectedRows counts: rows its WHERE found, or rows it really changed. */
export type AffectedRows = 'found' | 'changed';

/** How to reach a server: a unix socket, or the parts of a URL. */
export type ServerAddress =
  | { readonly socketPath: string; readonly user: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly password: string };

/** What a server calls itself. */
export type DatabaseEngine = 'tidb' | 'mariadb' | 'mysql';

/** One database on a server, as an installation of the app sees it. */
export interface Database {
  readonly name: string;
  readonly engine: DatabaseEngine;
  /** Connections whose affectedRows mean what `affectedRows` says. Made when first asked for. */
  pool(affectedRows: AffectedRows): Pool;
  close(): Promise<void>;
}

/** The modes Forge SQL is configured for (Forge docs, "Forge SQL"), and TiDB's defaults. */
export const SQL_MODE = [
  'ANSI_QUOTES',
  'ONLY_FULL_GROUP_BY',
  'STRICT_ALL_TABLES',
  'NO_ZERO_IN_DATE',
  'NO_ZERO_DATE',
  'ERROR_FOR_DIVISION_BY_ZERO',
].join(',');

const CONNECTIONS = 20;

/** Forge's limit on the memory of one query (Forge docs, "Forge SQL limits"). */
const QUERY_MEMORY = 16 * 1024 * 1024;

/** What a connection is set to, so that each engine answers as Forge's TiDB. */
const SESSION: { readonly [engine in DatabaseEngine]: readonly string[] } = {
  tidb: [`sql_mode = '${SQL_MODE}'`, `tidb_mem_quota_query = ${QUERY_MEMORY}`],
  mariadb: [
    // As in TiDB an UPDATE reads the old values everywhere, and a time is rounded to its column's digits.
    `sql_mode = '${SQL_MODE},SIMULTANEOUS_ASSIGNMENT,TIME_ROUND_FRACTIONAL'`,
    'group_concat_max_len = 1024',
  ],
  mysql: [`sql_mode = '${SQL_MODE}'`],
};

function optionsFor(address: ServerAddress): PoolOptions {
  return {
    ...address,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    connectionLimit: CONNECTIONS,
    // Values as Forge gives them: whole and decimal numbers beyond a double's reach as strings, times as strings.
    supportBigNumbers: true,
    bigNumberStrings: true,
    decimalNumbers: false,
    dateStrings: true,
    jsonStrings: true,
    multipleStatements: false,
  };
}

/** Opens the database `name` on a server, making it first; `fresh` empties it. */
export async function openDatabase(address: ServerAddress, name: string, fresh = false): Promise<Database> {
  const engine = await onServer(address, async (admin) => {
    const found = await engineOf(admin);
    // Past its memory a query ends with error 8175, and does not go on on the disk: a setting of the whole server.
    if (found === 'tidb') await admin.query('SET GLOBAL tidb_enable_tmp_storage_on_oom = OFF');
    if (fresh) await admin.query(`DROP DATABASE IF EXISTS ${quoted(name)}`);
    await admin.query(
      `CREATE DATABASE IF NOT EXISTS ${quoted(name)} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    );
    return found;
  });
  const pools = new Map<AffectedRows, Pool>();
  return {
    name,
    engine,
    pool: (affectedRows) => {
      const known = pools.get(affectedRows);
      if (known) return known;
      const flags = affectedRows === 'found' ? ['FOUND_ROWS'] : ['-FOUND_ROWS'];
      const pool = createPool({ ...optionsFor(address), database: name, flags });
      pool.pool.on('connection', (connection) => {
        connection.query(`SET SESSION ${[...SESSION[engine], "time_zone = '+00:00'"].join(', ')}`);
      });
      pools.set(affectedRows, pool);
      return pool;
    },
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.end()));
      pools.clear();
    },
  };
}

async function engineOf(pool: Pool): Promise<DatabaseEngine> {
  const [[row]] = await pool.query<RowDataPacket[]>('SELECT VERSION() AS version');
  const version = String(row?.version);
  if (version.includes('TiDB')) return 'tidb';
  return version.includes('MariaDB') ? 'mariadb' : 'mysql';
}

/** Removes a database and everything in it. */
export async function dropDatabase(address: ServerAddress, name: string): Promise<void> {
  await onServer(address, (pool) => pool.query(`DROP DATABASE IF EXISTS ${quoted(name)}`));
}

/** Asks a server something outside any database of the app. */
export async function onServer<T>(address: ServerAddress, act: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = createPool({ ...optionsFor(address), connectionLimit: 1 });
  try {
    return await act(pool);
  } finally {
    await pool.end();
  }
}

function quoted(name: string): string {
  return '`' + name.replaceAll('`', '``') + '`';
}
