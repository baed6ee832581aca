import { migrationRunner } from '@forge/sql';
import { sql } from 'drizzle-orm';
import type { Database } from './database';
import { isRateLimited, isSchemaMissing } from './database-errors';
import { migrations } from './migrations';

/** How far the database's schema is. */
export type SchemaState = { applied: number; known: number };

/**
 * How many migrations one run applies: Forge takes 25 DDL statements a minute, the SDK needs two of its own, and two more when a
 * second run comes in between. The next run, in a later minute, applies the next ones.
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
     * Applies what is missing, `migrationsAtOnce` at most and no more than the minute's limit leaves; safe to run twice and at the
     * same time, since every statement is. Answers the names applied. Costs two statements of the 25 DDL a minute beside one for each.
     */
    async migrate(): Promise<string[]> {
      const before = await appliedNames();
      const missing = migrations.filter(({ name }) => !before.has(name)).slice(0, migrationsAtOnce);
      // The runner keeps what it was given before: in a warm process that may be all of another installation's migrations.
      migrationRunner.getEnqueued().splice(0);
      for (const { name, statement } of missing) migrationRunner.enqueue(name, statement);
      try {
        return await migrationRunner.run();
      } catch (error) {
        if (!isMinuteUsedUp(error)) throw error;
        const now = await appliedNames();
        return missing.map(({ name }) => name).filter((name) => now.has(name));
      }
    },
  };
}

/** Other runs used up the minute's DDL; the SDK wraps what the database answered to a migration. */
function isMinuteUsedUp(error: unknown): boolean {
  return isRateLimited(error) || (error instanceof Error && isRateLimited(error.cause));
}
