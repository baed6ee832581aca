import { sql as forgeSql } from '@forge/sql';
import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import type { MySqlColumn } from 'drizzle-orm/mysql-core';
import { columnName } from '../../../src/storage/create-table';
import { database } from '../../../src/storage/database';
import { migrations } from '../../../src/storage/migrations';
import * as schema from '../../../src/storage/schema';
import { migrationsAtOnce } from '../../../src/storage/schema-reader';
import { openInstallation, type Installation } from '../../builders/installation';

let site: Installation;
beforeAll(async () => {
  site = await openInstallation({ migrated: false });
});
afterAll(() => site.close());

test('an empty database is not ready; migrating it twice leaves it ready', async () => {
  const known = migrations.length;
  const names = migrations.map(({ name }) => name);
  expect(await site.repositories.schema.state()).toEqual({ applied: 0, known });
  // Forge takes 25 DDL statements a minute, and the SDK needs two of its own: each run makes no more than fit.
  for (let at = 0; at < known; at += migrationsAtOnce) {
    const to = at + migrationsAtOnce;
    expect(await site.repositories.schema.migrate()).toEqual(names.slice(at, to));
    expect(await site.repositories.schema.state()).toEqual({ applied: Math.min(to, known), known });
  }
  expect(await site.repositories.schema.state()).toEqual({ applied: known, known });
  expect(await site.repositories.schema.migrate()).toEqual([]);
});

test('every statement is safe to run again', async () => {
  for (const { statement } of migrations) await forgeSql.executeDDL(statement);
  expect(await site.statements(() => site.repositories.schema.migrate())).toHaveLength(3);
});

test('the tables have exactly the columns that the code knows', async () => {
  const tables = Object.values(schema);
  expect(tables.length).toBe(31);
  for (const table of tables) {
    const name = getTableName(table);
    const [rows] = await database.execute(
      sql`SELECT column_name AS name, is_nullable AS nullable FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ${name}`,
    );
    const stored = JSON.parse(JSON.stringify(rows)) as { name: string; nullable: string }[];
    const known = Object.values<MySqlColumn>(getTableColumns(table)).map((column) => ({
      name: columnName(column),
      nullable: column.notNull ? 'NO' : 'YES',
    }));
    const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
    expect({ name, columns: stored.sort(byName) }).toEqual({ name, columns: known.sort(byName) });
  }
});
