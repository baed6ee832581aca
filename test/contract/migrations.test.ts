import { int, mysqlTable, uniqueIndex, varchar } from 'drizzle-orm/mysql-core';
import { createTableStatement } from '../../src/storage/create-table';
import { migrations } from '../../src/storage/migrations';

test('every name is used once: Forge drops a second one without a word', () => {
  const names = migrations.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(0);
  expect(new Set(names).size).toBe(names.length);
});

test.each(migrations)(
  '$name is one statement, safe to run twice, of what Forge SQL allows',
  ({ statement }) => {
    expect(statement).not.toContain(';');
    expect(statement).toMatch(/^CREATE TABLE IF NOT EXISTS /);
    expect(statement).not.toMatch(
      /\b(FOREIGN KEY|REFERENCES|CHECK|TRIGGER|AUTO_INCREMENT|PROCEDURE|RETURNING)\b/i,
    );
  },
);

test('a declared table is printed with its columns, keys and indexes', () => {
  const table = mysqlTable(
    'trail',
    {
      id: varchar({ length: 8 }).primaryKey(),
      firstMark: int().notNull(),
      lead: varchar('trail_lead', { length: 5 }),
    },
    (row) => [uniqueIndex('trail_mark').on(row.firstMark, row.lead)],
  );
  expect(createTableStatement(table)).toBe(
    [
      'CREATE TABLE IF NOT EXISTS `trail` (',
      '  `id` varchar(8) NOT NULL,',
      '  `first_mark` int NOT NULL,',
      '  `trail_lead` varchar(5),',
      '  PRIMARY KEY (`id`),',
      '  UNIQUE KEY `trail_mark` (`first_mark`, `trail_lead`)',
      ') DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin',
    ].join('\n'),
  );
});
