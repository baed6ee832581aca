import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { openDatabase } from '../../../local/database/database';
import { gone } from '../../../local/processes/running';
import { processFileIn, type ProcessRecord } from '../../../local/processes/supervised-task';
import { makeTemporaryFolder, removeLeftOver } from '../../../local/processes/temporary-folder';

const MODULE = '../../../local/processes/temporary-folder';
const PATIENCE_MS = 30_000;
const address = z.object({ socketPath: z.string(), user: z.string() });

interface Run {
  readonly owner: ChildProcess;
  readonly folder: string;
  readonly address: z.infer<typeof address>;
  readonly processes: ProcessRecord;
}

const runs: Run[] = [];
afterEach(async () => {
  for (const run of runs.splice(0)) {
    run.owner.kill('SIGKILL');
    await isGone(run);
  }
});

/** A test run with a database server in a process group of its own, as a terminal gives each command. */
async function startRun(): Promise<Run> {
  const script = join(__dirname, 'test-server-owner.ts');
  const owner = spawn(process.execPath, ['--require', require.resolve('tsx/cjs'), script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
    env: { ...process.env, WAYMARK_DATABASE: 'mariadb', WAYMARK_DATABASE_URL: '' },
  });
  for await (const line of createInterface(owner.stdout)) {
    if (!line.startsWith('ready ')) continue;
    const at = address.parse(JSON.parse(line.slice('ready '.length)));
    const folder = dirname(at.socketPath);
    const processes = JSON.parse(readFileSync(processFileIn(folder), 'utf8')) as ProcessRecord;
    const run = { owner, folder, address: at, processes };
    runs.push(run);
    return run;
  }
  throw new Error('The run ended before its server was ready; its words are above.');
}

/** Its server has ended, and after that its supervisor, which removes the folder. */
async function isGone({ processes, folder }: Run): Promise<boolean> {
  const server = await gone(processes.server, folder, PATIENCE_MS);
  const supervisor = await gone(processes.supervisor, folder, PATIENCE_MS);
  return server && supervisor && !existsSync(folder);
}

async function answers(run: Run): Promise<boolean> {
  const database = await openDatabase(run.address, 'asked');
  await database.close();
  return true;
}

function interrupt({ owner }: Run, signal: NodeJS.Signals): void {
  // Ctrl-C and a closed terminal reach everybody of the group, the other two the one process.
  const wholeGroup = signal === 'SIGINT' || signal === 'SIGHUP';
  process.kill(wholeGroup ? -(owner.pid ?? 0) : (owner.pid ?? 0), signal);
}

test.each(['SIGINT', 'SIGHUP', 'SIGTERM', 'SIGKILL'] as const)(
  'a run that ends by %s leaves neither server nor folder, and another run is left alone',
  async (signal) => {
    const [interrupted, innocent] = [await startRun(), await startRun()];
    interrupt(interrupted, signal);
    expect(await isGone(interrupted)).toBe(true);
    expect(await answers(innocent)).toBe(true);
  },
  120_000,
);

test('what is left when the supervisor was killed, too, goes with the next start, and nothing else', async () => {
  const [killed, innocent] = [await startRun(), await startRun()];
  const mine = makeTemporaryFolder();
  process.kill(killed.processes.supervisor, 'SIGKILL');
  killed.owner.kill('SIGKILL');
  await gone(killed.processes.owner, '', PATIENCE_MS);
  expect(await answers(killed)).toBe(true);

  await removeLeftOver();
  expect(await isGone(killed)).toBe(true);
  expect(await answers(innocent)).toBe(true);
  expect(existsSync(mine)).toBe(true);
  rmSync(mine, { recursive: true });
}, 120_000);

test('the folder of a process that died before it started a server goes with the next start', async () => {
  const script = `console.log(require(${JSON.stringify(require.resolve(MODULE))}).makeTemporaryFolder())`;
  const args = ['--require', require.resolve('tsx/cjs'), '--eval', script];
  const folder = spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout.trim();
  expect(existsSync(folder)).toBe(true);
  await removeLeftOver();
  expect(existsSync(folder)).toBe(false);
});
