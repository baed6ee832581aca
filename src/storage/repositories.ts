/** Every repository, on one database. */
import type { Database } from './database';
import { createInitiativeRepository } from './initiative-repository';
import { createWorkRepository } from './work-repository';

/** Builds the repositories that use cases take. They hold no state. */
export function createRepositories(db: Database) {
  return { db, initiatives: createInitiativeRepository(db), work: createWorkRepository(db) };
}

export type Repositories = ReturnType<typeof createRepositories>;
