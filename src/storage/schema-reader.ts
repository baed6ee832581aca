import { migrationRunner } from '@forge/sql';
import { sql } from 'drizzle-orm';
import type { Database } from './database';
import { isSchemaMissing } from './database-errors';
import { migrations } from './migrations';

/** How far the database's schema is. */
export type SchemaState = { applied: number; known: number };

/**
 * How many migrations one run applies: Forge takes 25 DDL statements a minute, and the SDK needs two of its own. The next run,
 * five minutes later at most, applies the next ones.
 */
export const migrationsAtOnce = 20;

export function createSchemaReader(db: Database) {
  /** Names of the migrations that are applied, in one statement; none on an empty database. */
  async function appliedNames(): Promise<ReadonlySet<string>> {
    const names = sql.join(
      migrations.map(({ name }) => sql`${name}`),
      sql`, `,
    );
    try {
      const rows = await db
        .selectDistinct({ name: sql<string>`name`.mapWith(String).as('name') })
        .from(sql`__migrations`)
        .where(sql`name IN (${names})`);
      return new Set(rows.map(({ name }) => name));
    } catch (error) {
      if (isSchemaMissing(error)) return new Set();
      throw error;
    }
  }

  return {
    /** Counts the migrations that are applied, in one statement; 0 on an empty database. */
    async state(): Promise<SchemaState> {
      return { applied: (await appliedNames()).size, known: migrations.length };
    },

    /**
     * Applies what is missing, `migrationsAtOnce` at most; safe to run twice and at the same time, since every statement is.
     * Answers the names applied. Costs two statements of the 25 DDL a minute beside one for each.
     */
    async migrate(): Promise<string[]> {
      const applied = await appliedNames();
      const missing = migrations.filter(({ name }) => !applied.has(name)).slice(0, migrationsAtOnce);
      for (const { name, statement } of missing) migrationRunner.enqueue(name, statement);
      return migrationRunner.run();
    },
  };
}
