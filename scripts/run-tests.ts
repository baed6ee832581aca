/**
 * `npm test`: every check of this repository in order, each with its seconds. Stops at the first that fails, and
 * names the command that repeats it. The cheap checks come first; the build comes before the checks that read it.
 */
import { spawnSync } from 'node:child_process';

const steps: { name: string; script: string }[] = [
  { name: 'system', script: 'check:system' },
  { name: 'types', script: 'typecheck' },
  { name: 'format', script: 'format:check' },
  { name: 'lint', script: 'lint' },
  { name: 'unused code', script: 'knip' },
  { name: 'build', script: 'build' },
  // Forge refuses a manifest whose resources are not built.
  { name: 'gates', script: 'gates' },
  { name: 'unit, integration and contract tests', script: 'test:jest' },
  { name: 'browser tests', script: 'test:browser' },
];

/** What the pipeline should take at most on two cores. A slower machine is told, not failed: it proves nothing wrong. */
const limitSeconds = 25 * 60;

const start = process.hrtime.bigint();
const secondsSince = (moment: bigint): number => Number(process.hrtime.bigint() - moment) / 1e9;
const took: string[] = [];

for (const { name, script } of steps) {
  const begun = process.hrtime.bigint();
  console.log(`\n── ${name} (npm run ${script})`);
  const { status } = spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit' });
  took.push(`${secondsSince(begun).toFixed(1).padStart(7)} s  ${name}`);
  if (status !== 0) {
    console.error(`\n${took.join('\n')}\nFailed: ${name}. To repeat only this: npm run ${script}`);
    process.exit(1);
  }
}

const total = secondsSince(start);
console.log(`\n${took.join('\n')}\n${total.toFixed(1).padStart(7)} s  in all`);
if (total > limitSeconds) {
  console.warn(`All green, but slower than the ${limitSeconds / 60} minutes this should take.`);
}
