import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The root of this repository. */
export const root = path.join(__dirname, '../..');

/** A throw-away copy of parts of this repository, with its installed packages. */
export interface TempApp {
  dir: string;
  write(file: string, text: string): void;
  /** Rewrites one file; throws when `find` is not in it exactly once, so that a plant never misses its ground. */
  replace(file: string, find: string, by: string): void;
  remove(): void;
}

/** Copies `parts` (files or folders) of the repository into a new folder and links node_modules beside them. */
export function copyOfTheApp(parts: readonly string[]): TempApp {
  const dir = mkdtempSync(path.join(tmpdir(), 'waymark-planted-'));
  symlinkSync(path.join(root, 'node_modules'), path.join(dir, 'node_modules'));
  for (const part of parts) cpSync(path.join(root, part), path.join(dir, part), { recursive: true });
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), text);
  };
  return {
    dir,
    write,
    replace: (file, find, by) => {
      const pieces = readFileSync(path.join(dir, file), 'utf8').split(find);
      if (pieces.length !== 2) throw new Error(`${file} holds ${pieces.length - 1} times: ${find}`);
      write(file, pieces.join(by));
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
