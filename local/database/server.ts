import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { endLeftOver } from '../processes/left-over';
import { endOfLog, superviseServer } from '../processes/supervise-server';
import { supervise } from '../processes/supervise';
import { SQL_MODE, type ServerAddress } from './database';
import { findServer, type ServerBinary } from './find-server';
import { startTidb } from './tidb-server';

/** A database server of the site's own, or somebody else's it may use. */
export interface DatabaseServer {
  readonly address: ServerAddress;
  /** Stops the server if this process started it. */
  stop(): Promise<void>;
}

/** A unix socket's path may have 107 bytes. */
const SOCKET_PATH = 100;

/** MariaDB stands for MySQL's server, too. */
export type DatabaseKind = 'mariadb' | 'tidb';

/** The database that `WAYMARK_DATABASE` names; null: none. */
export function chosenDatabase(): DatabaseKind | null {
  return databaseNamed(process.env.WAYMARK_DATABASE);
}

/** The database of this name; null: no name. Throws on any other word. */
export function databaseNamed(name: string | undefined): DatabaseKind | null {
  if (name === undefined || name === '') return null;
  if (name !== 'mariadb' && name !== 'tidb') throw new Error(`The database is mariadb or tidb, not ${name}.`);
  return name;
}

interface ServerOptions {
  readonly folder: string;
  readonly kind?: DatabaseKind;
  readonly fresh?: boolean;
  readonly temporary?: readonly string[];
  readonly say?: (line: string) => void;
}

/**
 * The server `WAYMARK_DATABASE_URL` names, else one started on `folder`: an installed MariaDB or MySQL, reachable by a unix socket
 * only, or a TiDB on a free port of 127.0.0.1. Data stays in `folder`; `fresh` empties it first. It ends with this process,
 * however that ends. `temporary` are folders that then go, too; their data is not kept safe against power loss.
 */
export async function startDatabaseServer(options: ServerOptions): Promise<DatabaseServer> {
  const url = process.env.WAYMARK_DATABASE_URL;
  if (url) return { address: addressOf(new URL(url)), stop: () => Promise.resolve() };
  const folder = resolve(options.folder);
  await endLeftOver(folder);
  if (options.fresh) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return options.kind === 'tidb' ? startTidb(folder, options) : startMariaDb(folder, options);
}

async function startMariaDb(folder: string, options: ServerOptions): Promise<DatabaseServer> {
  const binary = findServer(options.say ?? console.log);
  const data = join(folder, 'data');
  const env = { TMPDIR: temporaryTablesIn(folder) };
  const remove = options.temporary ?? [];
  if (!existsSync(data)) await initialise(binary, { folder, data, env, remove });

  const socketPath = socketIn(folder);
  rmSync(socketPath, { force: true });
  const server = await superviseServer({
    command: binary.path,
    args: serverArguments(binary, data, socketPath, remove.length === 0),
    env,
    folder,
    address: { path: socketPath },
    remove,
  });
  return { address: { socketPath, user: 'root' }, stop: () => server.stop() };
}

function addressOf(url: URL): ServerAddress {
  return {
    host: url.hostname,
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
}

/**
 * A folder of its own for temporary tables: a server that starts removes those it finds, also of servers that run and
 * share the machine's folder, which then fail or crash.
 */
function temporaryTablesIn(folder: string): string {
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary, { recursive: true });
  return temporary;
}

/** Makes the data folder beside its place: one that was interrupted half-way must not pass for one that is ready. */
async function initialise(
  binary: ServerBinary,
  where: { folder: string; data: string; env: Readonly<Record<string, string>>; remove: readonly string[] },
): Promise<void> {
  const { folder, data, env, remove } = where;
  const unfinished = `${data}-unfinished`;
  const log = join(folder, 'initialise.log');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished);
  const program = { ...binary.initialise(unfinished), env };
  if ((await supervise({ program, folder, log, endWith: 'SIGKILL', remove }).ended) !== 0) {
    throw new Error(`${program.command} could not prepare ${data}: ${endOfLog(log)}`);
  }
  renameSync(unfinished, data);
}

function serverArguments(binary: ServerBinary, data: string, socketPath: string, durable: boolean): string[] {
  return [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${socketPath}`,
    `--pid-file=${join(data, 'mysqld.pid')}`,
    '--skip-networking',
    '--skip-log-bin',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_bin',
    `--sql-mode=${SQL_MODE}`,
    '--default-time-zone=+00:00',
    `--innodb-flush-log-at-trx-commit=${durable ? 1 : 0}`,
    ...binary.asRoot,
  ];
}

function socketIn(folder: string): string {
  const plain = join(folder, 'server.sock');
  if (plain.length <= SOCKET_PATH) return plain;
  return join(tmpdir(), `waymark-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}.sock`);
}
