import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SQL_MODE, type ServerAddress } from './database';
import { findServer, type ServerBinary } from './find-server';

/** A database server of the site's own, or somebody else's it may use. */
export interface DatabaseServer {
  readonly address: ServerAddress;
  /** Stops the server if this process started it. */
  stop(): Promise<void>;
}

const START_MS = 30_000;
const STOP_MS = 20_000;
/** A unix socket's path may have 107 bytes. */
const SOCKET_PATH = 100;

/**
 * The server `WAYMARK_DATABASE_URL` names, else an installed MariaDB or MySQL started on `folder`,
 * reachable by a unix socket only. Data stays in `folder`; `fresh` empties it first.
 * `durable: false` trades safety against power loss for speed, for tests.
 */
export async function startDatabaseServer(options: {
  folder: string;
  fresh?: boolean;
  durable?: boolean;
  say?: (line: string) => void;
}): Promise<DatabaseServer> {
  const url = process.env.WAYMARK_DATABASE_URL;
  if (url) return { address: addressOf(new URL(url)), stop: () => Promise.resolve() };
  const binary = findServer(options.say ?? console.log);
  const folder = resolve(options.folder);
  const data = join(folder, 'data');
  const pidFile = join(folder, 'server.pid');
  await stopLeftOver(pidFile, data);
  if (options.fresh) rmSync(folder, { recursive: true, force: true });
  const env = environmentIn(folder);
  if (!existsSync(join(data, 'mysql'))) initialise(binary, data, env);

  const socketPath = socketIn(folder);
  rmSync(socketPath, { force: true });
  const log = openSync(join(folder, 'server.log'), 'a');
  const child = spawn(binary.path, serverArguments(binary, data, socketPath, options.durable ?? true), {
    stdio: ['ignore', log, log],
    env,
    // A Ctrl-C in the terminal is for the site, which then stops its server in its turn.
    detached: true,
  });
  writeFileSync(pidFile, `${child.pid ?? 0} ${process.pid}`);
  await untilListening(child, socketPath, join(folder, 'server.log'));
  return {
    address: { socketPath, user: 'root' },
    stop: async () => {
      await stopChild(child);
      rmSync(pidFile, { force: true });
    },
  };
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
function environmentIn(folder: string): NodeJS.ProcessEnv {
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary, { recursive: true });
  return { ...process.env, TMPDIR: temporary };
}

function initialise(binary: ServerBinary, data: string, env: NodeJS.ProcessEnv): void {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  const { command, args } = binary.initialise(data);
  const done = spawnSync(command, args, { encoding: 'utf8', env });
  if (done.status !== 0) {
    throw new Error(
      `${command} could not prepare ${data}: ${(done.stderr || done.stdout).trim().slice(-500)}`,
    );
  }
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

/**
 * A server whose site was killed runs on: it is known by its pid file and by our folder on its command
 * line, and its parent is no longer the site that started it. One whose parent lives is in use.
 */
async function stopLeftOver(pidFile: string, data: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const [pid = 0, owner = 0] = readFileSync(pidFile, 'utf8').split(' ').map(Number);
  const server = pid > 0 ? processNamed(pid) : null;
  if (!server?.command.includes(data)) return;
  if (server.parent === owner) throw new FolderInUse(dirname(data), owner);
  process.kill(pid, 'SIGTERM');
  const until = Date.now() + STOP_MS;
  while (processNamed(pid)?.command.includes(data)) {
    if (Date.now() > until) throw new Error(`The database server ${pid} of an earlier start does not stop.`);
    await pause(50);
  }
}

/** Another site uses the data folder. The message says which process, and what to do. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  constructor(folder: string, owner: number) {
    super(
      `Another Waymark site (process ${owner}) uses ${folder}: stop it, or choose a folder: WAYMARK_DATA=….`,
    );
  }
}

function processNamed(pid: number): { readonly parent: number; readonly command: string } | null {
  const { stdout, error } = spawnSync('ps', ['-ww', '-o', 'ppid=,args=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  if (error) throw new Error('The program ps is needed to find a database server of an earlier start.');
  const parts = /^\s*(\d+)\s+(.*)$/s.exec(stdout);
  return parts ? { parent: Number(parts[1]), command: parts[2] ?? '' } : null;
}

async function untilListening(child: ChildProcess, socketPath: string, log: string): Promise<void> {
  const state = { failed: false };
  child.once('error', () => {
    state.failed = true;
  });
  const until = Date.now() + START_MS;
  while (!(await listens(socketPath))) {
    if (state.failed || child.exitCode !== null || child.signalCode !== null || Date.now() > until) {
      child.kill('SIGKILL');
      throw new Error(`The database server did not start; its log is ${log}.`);
    }
    await pause(20);
  }
}

function listens(socketPath: string): Promise<boolean> {
  if (!existsSync(socketPath)) return Promise.resolve(false);
  return new Promise((answer) => {
    const socket = createConnection(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      answer(true);
    });
    socket.once('error', () => answer(false));
  });
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  const slow = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(slow);
}
