import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { freePair } from '../test/browser/start-site';
import type { Section } from './report';

const root = path.join(__dirname, '..');
/** Issue "Speed": the second run. */
const BAR_SECONDS = 10;
const READY = /^Waymark is ready: /;

/** Seconds from `npm start` to its line "Waymark is ready", on an empty data folder and then on the same one. */
export async function measureStartUp(): Promise<Section> {
  const data = mkdtempSync(path.join(tmpdir(), 'waymark-bench-'));
  try {
    const port = await freePair(5100);
    const first = await secondsToReady(port, data);
    const second = await secondsToReady(port, data);
    const load = `${(loadavg()[0] ?? 0).toFixed(1)} processes were running on ${cpus().length} cores`;
    return {
      title: 'npm start',
      rows: [
        {
          what: 'first run, built',
          value: first,
          unit: 's',
          bar: null,
          how: 'empty data folder, bundles built',
        },
        { what: 'second run', value: second, unit: 's', bar: BAR_SECONDS, how: `same data folder; ${load}` },
      ],
      missing: [],
    };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function secondsToReady(port: number, data: string): Promise<number> {
  const begun = process.hrtime.bigint();
  const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
  const env = { ...process.env, PORT: String(port), FRAMES_PORT: String(port + 1), WAYMARK_DATA: data };
  const site = spawn(process.execPath, [tsx, 'local/main.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => site.once('exit', () => resolve()));
  let ready: number | null = null;
  for await (const line of createInterface(site.stdout)) {
    if (!READY.test(line)) continue;
    ready = Number(process.hrtime.bigint() - begun) / 1e9;
    site.kill('SIGTERM');
  }
  await gone;
  if (ready === null) throw new Error('The site ended before it was ready; its words are above.');
  return ready;
}
