/**
 * `npm test`: every check of this repository, each with its seconds. Stops where the first fails, and names the command
 * that repeats it. The cheap checks come first; the build comes before the checks that read it.
 */
import { constants } from 'node:os';
import { rmSync } from 'node:fs';
import { testDatabase } from '../local/database/test-database';
import { supervise, type Supervised } from '../local/processes/supervise';
import { ranSetting } from '../test/builders/ran';
import { ranOnTidb } from './ran-on-tidb';

type Step = { name: string; script: string };

/**
 * One group after the other; the lanes of a group run side by side, the steps of a lane in order. Lint, types and build
 * use one processor each.
 */
const groups: Step[][][] = [
  [[{ name: 'system', script: 'check:system' }]],
  [
    [{ name: 'lint', script: 'lint' }],
    [
      { name: 'types', script: 'typecheck' },
      { name: 'format', script: 'format:check' },
      { name: 'unused code', script: 'knip' },
      { name: 'build', script: 'build' },
      // Forge refuses a manifest whose resources are not built.
      { name: 'gates', script: 'gates' },
    ],
  ],
  [[{ name: 'unit, integration and contract tests', script: 'test:jest' }]],
  [[{ name: 'browser tests', script: 'test:browser' }]],
];

/** What the pipeline should take at most on two cores. A slower machine is told, not failed: it proves nothing wrong. */
const limitSeconds = 40 * 60;

const start = process.hrtime.bigint();
const secondsSince = (moment: bigint): number => Number(process.hrtime.bigint() - moment) / 1e9;
const took: string[] = [];

/** Steps that run, each under a supervisor: it ends, with all it has started, however this process ends. */
const running = new Set<Supervised>();
let interrupted = false;

/** Runs a step and answers whether it passed. `aside`: another runs beside it, so what it says is told when it has ended. */
async function passes({ name, script }: Step, aside: boolean): Promise<boolean> {
  const begun = process.hrtime.bigint();
  const title = `\n── ${name} (npm run ${script})`;
  if (!aside) console.log(title);
  const program = { command: 'npm', args: ['run', '--silent', script] };
  const said: string[] = [];
  const hear = aside ? (words: string): number => said.push(words) : undefined;
  // As Ctrl-C would: Playwright then closes its browsers.
  const step = supervise({ program, endWith: 'SIGINT', hear });
  running.add(step);
  const status = await step.ended;
  running.delete(step);
  if (aside) console.log(`${title}\n${said.join('').trimEnd()}`);
  took.push(`${secondsSince(begun).toFixed(1).padStart(7)} s  ${name}`);
  return status === 0 && !interrupted;
}

/** Ends what runs, then this process, as a shell says it: 128 and the signal's number. */
function endOn(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): void {
  process.once(signal, () => {
    interrupted = true;
    console.error(`\nInterrupted (${signal}).`);
    void Promise.all([...running].map((step) => step.stop())).then(() =>
      process.exit(128 + constants.signals[signal]),
    );
  });
}

/** The first step of a lane that fails; null when all pass. */
async function firstFailure(lane: readonly Step[], aside: boolean): Promise<Step | null> {
  for (const step of lane) if (!(await passes(step, aside))) return step;
  return null;
}

async function main(): Promise<void> {
  rmSync(ranOnTidb, { recursive: true, force: true });
  // For `npm run test:tidb -- --rest`, which then needs not run them again.
  if (testDatabase() === 'tidb') process.env[ranSetting] = ranOnTidb;
  for (const lanes of groups) {
    const failures = await Promise.all(lanes.map((lane) => firstFailure(lane, lanes.length > 1)));
    const failed = failures.filter((step) => step !== null);
    if (failed.length > 0) {
      console.error(`\n${took.join('\n')}`);
      for (const { name, script } of failed) {
        console.error(`Failed: ${name}. To repeat only this: npm run ${script}`);
      }
      process.exitCode = 1;
      return;
    }
  }
  const total = secondsSince(start);
  console.log(`\n${took.join('\n')}\n${total.toFixed(1).padStart(7)} s  in all`);
  if (total > limitSeconds) {
    console.warn(`All green, but slower than the ${limitSeconds / 60} minutes this should take.`);
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) endOn(signal);
void main();
