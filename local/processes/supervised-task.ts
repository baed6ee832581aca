import { join } from 'node:path';

/** What a supervisor is asked to do, on its command line. */
export interface SupervisedTask {
  /** Who asked for it, and what its command line says: process ids are used again. */
  readonly owner: Owner;
  /** The program's own folder, which is named on its command line. The supervisor keeps its process file in it. */
  readonly folder: string | null;
  /** Absent: only the folders of `remove` are looked after. */
  readonly program: {
    readonly command: string;
    readonly args: readonly string[];
    /** Beside the owner's environment. */
    readonly env: Readonly<Record<string, string>>;
  } | null;
  readonly endWith: 'SIGINT' | 'SIGTERM' | 'SIGKILL';
  /** Milliseconds until a program that was asked to end is killed. */
  readonly patienceMs: number;
  /** Folders that go when the owner is gone. */
  readonly remove: readonly string[];
}

export interface Owner {
  readonly owner: number;
  readonly ownerCommand: string;
}

/** What a supervisor writes down for the next start, which may find it killed. */
export interface ProcessRecord extends Owner {
  readonly supervisor: number;
  readonly server: number;
}

/** Where a program's supervisor writes down who runs. */
export function processFileIn(folder: string): string {
  return join(folder, 'processes.json');
}
