import { createPool, type Pool, type PoolOptions } from 'mysql2/promise';

/** What a DML statement's affectedRows counts: rows its WHERE found, or rows it really changed. */
export type AffectedRows = 'found' | 'changed';

/** How to reach a server: a unix socket, or the parts of a URL. */
export type ServerAddress =
  | { readonly socketPath: string; readonly user: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly password: string };

/** One database on a server, as an installation of the app sees it. */
export interface Database {
  readonly name: string;
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
  const admin = createPool({ ...optionsFor(address), connectionLimit: 1 });
  try {
    if (fresh) await admin.query(`DROP DATABASE IF EXISTS ${quoted(name)}`);
    await admin.query(
      `CREATE DATABASE IF NOT EXISTS ${quoted(name)} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    );
  } finally {
    await admin.end();
  }
  const pools = new Map<AffectedRows, Pool>();
  return {
    name,
    pool: (affectedRows) => {
      const known = pools.get(affectedRows);
      if (known) return known;
      const flags = affectedRows === 'found' ? ['FOUND_ROWS'] : ['-FOUND_ROWS'];
      const pool = createPool({ ...optionsFor(address), database: name, flags });
      pool.pool.on('connection', (connection) => {
        connection.query(`SET SESSION sql_mode = '${SQL_MODE}', time_zone = '+00:00'`);
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

/** Removes a database and everything in it. */
export async function dropDatabase(address: ServerAddress, name: string): Promise<void> {
  const admin = createPool({ ...optionsFor(address), connectionLimit: 1 });
  try {
    await admin.query(`DROP DATABASE IF EXISTS ${quoted(name)}`);
  } finally {
    await admin.end();
  }
}

function quoted(name: string): string {
  return '`' + name.replaceAll('`', '``') + '`';
}
