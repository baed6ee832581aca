/**
 * `npm run test:tidb`: the integration tests and some browser stories on TiDB, which Forge SQL is, with Forge's 16 MiB a query.
 * Fails on a call of the call table or a function of the storage that was not run there. Builds TiDB with Go where none is there.
 *
 * `-- --build` builds it and stops; `-- --without-browser` leaves the browser stories out. `-- --rest` leaves the integration tests out where `npm test` ran them on TiDB just before.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findTidb, NoTidb } from '../local/database/tidb';
import { calls } from '../src/contract/calls';
import { database } from '../src/storage/database';
import { createRepositories } from '../src/storage/repositories';
import { functionsOf, ranSetting, type RanKind } from '../test/builders/ran';
import { ranOnTidb } from './ran-on-tidb';

const root = join(__dirname, '..');
/** A person's way through the product, each on surfaces and statements of its own. */
const stories = ['attach', 'closing', 'history', 'import', 'key-result', 'macro', 'planning', 'start'];

function run(command: string, args: readonly string[], env: Record<string, string>): boolean {
  const { status } = spawnSync(join(root, 'node_modules/.bin', command), args, {
    cwd: root,
    env: { ...process.env, WAYMARK_DATABASE: 'tidb', ...env },
    stdio: 'inherit',
  });
  return status === 0;
}

/** What the integration tests wrote down, of each kind. */
function ranThere(): Record<RanKind, Set<string>> {
  const ran: Record<RanKind, Set<string>> = { call: new Set(), storage: new Set(), statement: new Set() };
  for (const file of existsSync(ranOnTidb) ? readdirSync(ranOnTidb) : []) {
    for (const line of readFileSync(join(ranOnTidb, file), 'utf8').trim().split('\n')) {
      const [, kind, name = ''] = /^(call|storage|statement) (.*)$/.exec(line) ?? [];
      if (kind === 'call' || kind === 'storage' || kind === 'statement') ran[kind].add(name);
    }
  }
  return ran;
}

/** Prints how much of what there is was run on TiDB; false when anything was not. */
function everythingRan(): boolean {
  const ran = ranThere();
  const known = { call: Object.keys(calls), storage: functionsOf(createRepositories(database)) };
  const missing = {
    call: known.call.filter((name) => !ran.call.has(name)),
    storage: known.storage.filter((name) => !ran.storage.has(name)),
  };
  console.log(`\nRun on TiDB: ${ran.statement.size} shapes of statements,`);
  console.log(
    `  by ${known.storage.length - missing.storage.length} of ${known.storage.length} functions of the storage,`,
  );
  console.log(`  for ${known.call.length - missing.call.length} of ${known.call.length} calls.`);
  for (const [kind, names] of Object.entries(missing))
    if (names.length > 0) console.error(`Never run there (${kind}): ${names.join(', ')}`);
  return ran.statement.size > 0 && missing.call.length + missing.storage.length === 0;
}

function main(): boolean {
  const flag = { type: 'boolean' } as const;
  const options = { build: flag, rest: flag, 'without-browser': flag };
  const { build, rest, 'without-browser': withoutBrowser } = parseArgs({ options }).values;
  console.log(`TiDB: ${findTidb(console.log)}`);
  if (build) return true;
  if (!rest) {
    rmSync(ranOnTidb, { recursive: true, force: true });
    if (!run('jest', ['--selectProjects', 'integration'], { [ranSetting]: ranOnTidb })) return false;
  }
  if (!everythingRan()) return false;
  if (withoutBrowser) return true;
  return run('playwright', ['test', ...stories.map((story) => `/${story}\\.spec`)], {});
}

try {
  if (!main()) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof NoTidb)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
