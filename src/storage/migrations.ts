import { getTableName, is } from 'drizzle-orm';
import { MySqlTable } from 'drizzle-orm/mysql-core';
import { createTableStatement } from './create-table';
import * as schema from './schema';

/** One step of the schema; its name and statement are what the developer console shows. */
export type Migration = { name: string; statement: string };

const tables: readonly MySqlTable[] = Object.values(schema).filter((table) => is(table, MySqlTable));

/**
 * The database's schema: one statement for each declared table, each safe to run twice (Forge SQL, "Manage your database schema").
 * Until the first release, change the declarations; `npm start -- --fresh` makes them anew. From then on these statements are
 * frozen as they were released, and a change is one more migration at the end.
 */
export const migrations: readonly Migration[] = tables
  .map((table) => ({ table, name: getTableName(table) }))
  .sort((a, b) => (a.name < b.name ? -1 : 1))
  .map(({ table, name }) => ({ name: `create-${name}`, statement: createTableStatement(table) }));
