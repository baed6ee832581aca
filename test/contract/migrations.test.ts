import { getTableConfig, MySqlTable } from 'drizzle-orm/mysql-core';
import { migrations } from '../../src/storage/migrations';
import * as schema from '../../src/storage/schema';

/** The statement without what stands in quotes and comments, where a semicolon would mean nothing. */
function bare(statement: string): string {
  return statement.replaceAll(/'(?:[^'\\]|\\.|'')*'|--.*$|\/\*[^]*?\*\//gm, '');
}

/** Columns are named as their property unless they say otherwise; the database writes them with underscores. */
function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const tables = Object.values(schema).filter((value) => value instanceof MySqlTable);

test('every name is used once: Forge drops a second one without a word', () => {
  const names = migrations.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test('names count up, so that their order is their order', () => {
  const names = migrations.map(({ name }) => name);
  expect(names.filter((name) => !/^v\d{3}[a-z]?-[a-z-]+$/.test(name))).toEqual([]);
  expect(names).toEqual([...names].sort());
});

test.each(migrations)(
  '$name is one statement, safe to run twice, of what Forge SQL allows',
  ({ statement }) => {
    const text = bare(statement).trim().replace(/;$/, '');
    expect(text).not.toContain(';');
    expect(text).toMatch(/^(CREATE TABLE|CREATE INDEX|ALTER TABLE .* (ADD|DROP)\b.*) IF (NOT )?EXISTS /i);
    expect(text).not.toMatch(
      /\b(FOREIGN KEY|REFERENCES|CHECK|TRIGGER|AUTO_INCREMENT|PROCEDURE|RETURNING)\b/i,
    );
  },
);

test('tables exist as the repositories read them', () => {
  const created = migrations.map(({ statement }) => statement).join('\n');
  expect(tables.length).toBeGreaterThan(0);
  for (const table of tables) {
    const { name, columns } = getTableConfig(table);
    const statement =
      new RegExp(`CREATE TABLE IF NOT EXISTS ${name} \\(([^]*?)\\n\\) `).exec(created)?.[1] ?? '';
    const columnNames = statement
      .split('\n')
      .map((line) => /^\s+`?([a-z_]+)`? [A-Z]/.exec(line)?.[1] ?? '')
      .filter((word) => word !== '')
      .concat(
        [
          ...created.matchAll(new RegExp(`^ALTER TABLE ${name} ADD COLUMN IF NOT EXISTS (\\w+)`, 'gm')),
        ].flatMap((added) => added[1] ?? []),
      );
    expect({ name, columns: columnNames.sort() }).toEqual({
      name,
      columns: columns.map((column) => snakeCase(column.name)).sort(),
    });
  }
});

test('every table that is created is one the repositories know', () => {
  const known = tables.map((table) => getTableConfig(table).name);
  const created = migrations.flatMap(
    ({ statement }) => /CREATE TABLE IF NOT EXISTS (\w+)/.exec(statement)?.[1] ?? [],
  );
  expect(created.sort()).toEqual(known.sort());
});
