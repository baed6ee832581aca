import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { z } from 'zod';
import { median, type Section } from './report';

/** Design §7, as decision 0013 reads it: processor time is what counts, and the size keeps it there. */
const BAR_MS = 80;
const BAR_KB = 1400;
const RUNS = 7;

const loaded = z.object({ wall: z.number(), cpu: z.number() });

/** The size of the backend's bundle, and how long a fresh process takes to load it. */
export function measureBackend(bundlePath: string): Section {
  const runs = Array.from({ length: RUNS }, () => load(bundlePath));
  const waiting = (loadavg()[0] ?? 0).toFixed(1);
  return {
    title: 'Backend bundle',
    rows: [
      {
        what: 'load, of processor time',
        value: median(runs.map(({ cpu }) => cpu)),
        unit: 'ms',
        bar: BAR_MS,
        how: `require() in a fresh process, median of ${RUNS}; ${waiting} processes were running on ${cpus().length} cores`,
      },
      {
        what: 'load, on the clock',
        value: median(runs.map(({ wall }) => wall)),
        unit: 'ms',
        bar: null,
        how: 'the same runs with the waiting for a core',
      },
      {
        what: 'size',
        value: statSync(bundlePath).size / 1000,
        unit: 'KB',
        bar: BAR_KB,
        how: 'index.cjs as @forge/bundler builds it, not minified',
      },
    ],
    missing: [],
  };
}

function load(bundlePath: string): z.infer<typeof loaded> {
  const script = `
    const started = process.hrtime.bigint();
    const before = process.cpuUsage();
    require(${JSON.stringify(bundlePath)});
    const used = process.cpuUsage(before);
    const wall = Number(process.hrtime.bigint() - started) / 1e6;
    console.log(JSON.stringify({ wall, cpu: (used.user + used.system) / 1e3 }));
    process.exit();`;
  const output = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  return loaded.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
}
