import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { locate } from './find-server';

/** The Go module that pins TiDB's server; nothing of TiDB is in the repository. */
const MODULE = join(__dirname, 'tidb');
/**
 * TiDB 8.5 accounts for memory by the layout of Go's maps and refuses to start on any Go but 1.25, by name. Its own test of that
 * layout passes on Go 1.26 and runs before each build, so that a binary whose test failed is never made.
 */
const GO_NAME = '-X runtime.buildVersion=go1.25.8';
const LAYOUT_TEST = 'github.com/pingcap/tidb/pkg/util/hack';

/** There is no TiDB server and none can be built here. The message says what to do. */
export class NoTidb extends Error {
  override readonly name = 'NoTidb';
}

/** Where a built server is kept: outside the tree, under the hash of the module that it was built from. */
function builtPath(): string {
  const hash = createHash('sha256');
  for (const file of ['go.mod', 'go.sum']) hash.update(readFileSync(join(MODULE, file)));
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return join(cache, 'waymark', `tidb-server-${hash.digest('hex').slice(0, 16)}`);
}

/** A TiDB server that is there already: on PATH, or built before; null: neither. */
export function installedTidb(): string | null {
  const built = builtPath();
  return locate('tidb-server') ?? (existsSync(built) ? built : null);
}

/**
 * A TiDB server's program: one that is there, else built with Go, which takes ten minutes and 4 GB the first time.
 * Throws NoTidb without Go.
 */
export function findTidb(say: (line: string) => void): string {
  const installed = installedTidb();
  if (installed) return installed;
  const go = locate('go');
  if (!go) {
    throw new NoTidb(
      'There is no tidb-server on PATH, and no Go to build one with. Install Go 1.25 or newer, or name a TiDB by WAYMARK_DATABASE_URL=mysql://root@host:port.',
    );
  }
  const built = builtPath();
  const unfinished = `${built}-${process.pid}`;
  mkdirSync(join(built, '..'), { recursive: true });
  say('Building TiDB with Go: about ten minutes and 4 GB the first time, then it is kept.');
  const flags = `-ldflags=-s -w ${GO_NAME}`;
  run(go, ['test', '-trimpath', flags, LAYOUT_TEST]);
  run(go, ['build', '-trimpath', flags, '-o', unfinished, 'github.com/pingcap/tidb/cmd/tidb-server']);
  renameSync(unfinished, built);
  say(`TiDB is built: ${built}`);
  return built;
}

function run(go: string, args: string[]): void {
  const env = { ...process.env, GOFLAGS: '-mod=readonly', GOTOOLCHAIN: 'local' };
  const { status } = spawnSync(go, args, { cwd: MODULE, env, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new NoTidb(`go ${args.join(' ')} failed in ${MODULE}.`);
}
