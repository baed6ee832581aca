import { existsSync, lstatSync, mkdtempSync, readdirSync, readlinkSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endLeftOver, FolderInUse } from './left-over';
import { commandOf } from './running';

const inMemory = '/dev/shm';
/** Bytes that a test run's databases stay far below; containers often have less there. */
const roomy = 2 * 1024 ** 3;

/**
 * A folder for this process's tests, to be given to `supervise` as one to remove. Its name says whose it is, so that
 * `removeLeftOver` knows it when even the supervisor was killed.
 */
export function makeTemporaryFolder(where: 'quickest' | 'disk' = 'disk'): string {
  return mkdtempSync(join(where === 'quickest' ? quickestFolder() : tmpdir(), `${prefix()}${process.pid}-`));
}

/** In memory where there is room: every test makes and drops some fifty tables, each of which is a file. */
function quickestFolder(): string {
  if (!existsSync(inMemory)) return tmpdir();
  const { bavail, bsize } = statfsSync(inMemory);
  return bavail * bsize > roomy ? inMemory : tmpdir();
}

/**
 * Process ids are this container's: one that shares the folder with others sees only its own processes, and takes the
 * others' for dead.
 */
function prefix(): string {
  const namespace = existsSync('/proc/self/ns/pid') ? readlinkSync('/proc/self/ns/pid') : '';
  return `waymark-test-${/\d+/.exec(namespace)?.[0] ?? 0}-`;
}

/** Removes the temporary folders of this person's dead processes and ends the servers in them; all others are left alone. */
export async function removeLeftOver(): Promise<void> {
  const begin = prefix();
  for (const place of new Set([inMemory, tmpdir()].filter(existsSync))) {
    for (const name of readdirSync(place).filter((entry) => entry.startsWith(begin))) {
      const owner = Number(name.slice(begin.length).split('-')[0]);
      if (commandOf(owner) === null) await removeOne(join(place, name));
    }
  }
}

async function removeOne(folder: string): Promise<void> {
  const owner = lstatSync(folder, { throwIfNoEntry: false })?.uid;
  if (owner === undefined || owner !== process.getuid?.()) return;
  try {
    for (const server of [folder, ...readdirSync(folder).map((name) => join(folder, name))])
      await endLeftOver(server);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  } catch (error) {
    // Its supervisor, or another start, was just removing it.
    if (existsSync(folder) && !(error instanceof FolderInUse)) throw error;
  }
}
