import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const notOurs = new Set(['node_modules', 'dist', '.local', '.git', 'test-results']);

/**
 * Paths, relative to `root` and sorted, of all files under `folder` whose name matches `name`.
 * Skips what is installed or built. A folder that does not exist holds no files.
 */
export function filesUnder(root: string, folder: string, name: RegExp): string[] {
  const found: string[] = [];
  const walk = (relative: string): void => {
    for (const entry of readdirSync(path.join(root, relative), { withFileTypes: true })) {
      const child = path.join(relative, entry.name);
      if (entry.isDirectory()) {
        if (!notOurs.has(entry.name)) walk(child);
      } else if (entry.isFile() && name.test(entry.name)) {
        found.push(child);
      }
    }
  };
  if (existsSync(path.join(root, folder))) walk(folder);
  return found.sort();
}
