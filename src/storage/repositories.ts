/** Every repository, on one database. */
import type { Database } from './database';

/** Builds the repositories that use cases take. They hold no state. */
export function createRepositories(db: Database) {
  return { db };
}

export type Repositories = ReturnType<typeof createRepositories>;
