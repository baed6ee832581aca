import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** The command line of a process of this machine; null when there is none. */
export function commandOf(pid: number): string | null {
  if (pid <= 0) return null;
  return existsSync('/proc/self/cmdline') ? fromProc(pid) : fromPs(pid);
}

/** As it was given: ps writes letters beyond ASCII in its own way. */
function fromProc(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || null;
  } catch {
    return null;
  }
}

function fromPs(pid: number): string | null {
  const { stdout, error } = spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  if (error) throw new Error('The program ps is needed to find processes of an earlier start.');
  return stdout.trim() || null;
}

/** Waits until the process whose command line names `words` is gone; answers whether it is. */
export async function gone(pid: number, words: string, patienceMs: number): Promise<boolean> {
  const until = performance.now() + patienceMs;
  while (commandOf(pid)?.includes(words)) {
    if (performance.now() > until) return false;
    await pause(50);
  }
  return true;
}
