import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY = 200;

/**
 * Runs `work` while no other process of this machine does so under the same file, which names the
 * process at work. The file of a process that died is taken over.
 */
export async function alone<T>(file: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  while (!take(file)) await pause(LOOK_EVERY);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!lives(file)) rmSync(file, { force: true });
    return false;
  }
}

function lives(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    // Nothing is written yet: its process is about to.
    if (pid > 0) process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
