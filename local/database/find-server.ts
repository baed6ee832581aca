import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** An installed database server and how to make a data folder for it. */
export interface ServerBinary {
  readonly path: string;
  /** The command that makes an empty data folder with a root account without a password. */
  initialise(data: string): { readonly command: string; readonly args: readonly string[] };
  /** Servers refuse to run as root unless told to. */
  readonly asRoot: readonly string[];
}

const INSTALL = 'apt-get install -y mariadb-server';

/** There is no database server and this process may not install one. The message says what to run. */
export class NoDatabaseServer extends Error {
  override readonly name = 'NoDatabaseServer';
}

/**
 * Finds MariaDB's or MySQL's server; as root on Debian or Ubuntu installs MariaDB's, saying so.
 * Throws NoDatabaseServer otherwise.
 */
export function findServer(say: (line: string) => void): ServerBinary {
  const found = installed();
  if (found) return found;
  const apt = locate('apt-get');
  if (isRoot() && apt) {
    say(`No database server found: installing MariaDB (${INSTALL}).`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const options = ['--no-install-recommends', '-y', '-qq'];
    spawnSync(apt, ['update', '-qq'], { env, stdio: 'inherit' });
    spawnSync(apt, ['install', ...options, 'mariadb-server'], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const now = installed();
    if (now) return now;
  }
  throw new NoDatabaseServer(
    `Waymark needs a MariaDB or MySQL server. Install one and start again: ${advice()}`,
  );
}

function advice(): string {
  if (process.platform === 'darwin') return 'brew install mariadb';
  return locate('apt-get') ? `sudo ${INSTALL}` : 'sudo dnf install mariadb-server';
}

function installed(): ServerBinary | null {
  const path = locate('mariadbd') ?? locate('mysqld');
  if (!path) return null;
  const asRoot = isRoot() ? ['--user=root'] : [];
  const version = spawnSync(path, ['--no-defaults', '--version'], { encoding: 'utf8' }).stdout;
  if (!version.includes('MariaDB')) {
    const args = (data: string): string[] => [
      '--no-defaults',
      '--initialize-insecure',
      `--datadir=${data}`,
      ...asRoot,
    ];
    return { path, asRoot, initialise: (data) => ({ command: path, args: args(data) }) };
  }
  const tool = locate('mariadb-install-db') ?? locate('mysql_install_db');
  if (!tool) throw new NoDatabaseServer(`MariaDB's mariadb-install-db is missing. Run: ${advice()}`);
  const options = ['--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve'];
  return {
    path,
    asRoot,
    initialise: (data) => ({
      command: tool,
      args: ['--no-defaults', `--datadir=${data}`, ...options, ...asRoot],
    }),
  };
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** A program on PATH or where servers are often put; null: it is not there. */
export function locate(name: string): string | null {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/sbin',
    '/usr/local/sbin',
    '/opt/homebrew/bin',
  ];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}
