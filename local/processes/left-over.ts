import { readFileSync, rmSync } from 'node:fs';
import { commandOf, gone } from './running';
import { processFileIn, type ProcessRecord } from './supervised-task';

const PATIENCE_MS = 25_000;

/** Another process that lives uses the folder. The message says which, and what to do. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  constructor(folder: string, owner: number) {
    super(
      `Another Waymark site (process ${owner}) uses ${folder}: stop it, or choose a folder: WAYMARK_DATA=….`,
    );
  }
}

/**
 * Ends the server that a killed process left in `folder`. It is known by the folder's process file and by the folder on its
 * command line, and its owner is gone. Throws FolderInUse when the owner lives.
 */
export async function endLeftOver(folder: string): Promise<void> {
  const record = readRecord(folder);
  if (record === null) return;
  const lives = (pid: number): boolean => commandOf(pid)?.includes(folder) ?? false;
  if (lives(record.supervisor) || lives(record.server)) {
    if (ownerLives(record)) throw new FolderInUse(folder, record.owner);
    // The supervisor ends the server by itself, and then removes what it has to.
    await gone(record.supervisor, folder, PATIENCE_MS);
    if (lives(record.server)) process.kill(record.server, 'SIGTERM');
    if (!(await gone(record.server, folder, PATIENCE_MS))) {
      process.kill(record.server, 'SIGKILL');
      await gone(record.server, folder, PATIENCE_MS);
    }
  }
  rmSync(processFileIn(folder), { force: true });
}

/** Process ids are used again: the owner is the one with the command line that was written down. */
function ownerLives({ owner, ownerCommand }: ProcessRecord): boolean {
  return commandOf(owner) === ownerCommand;
}

function readRecord(folder: string): ProcessRecord | null {
  try {
    return JSON.parse(readFileSync(processFileIn(folder), 'utf8')) as ProcessRecord;
  } catch {
    // No server runs there, or its supervisor was killed while writing.
    return null;
  }
}
