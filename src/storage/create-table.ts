import { is } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { getTableConfig, MySqlColumn, type MySqlTable } from 'drizzle-orm/mysql-core';

const quoted = (name: string): string => `\`${name}\``;
const list = (columns: readonly MySqlColumn[]): string =>
  `(${columns.map((column) => quoted(columnName(column))).join(', ')})`;

/** A column's name in the database: the property in snake case, unless the declaration gives another. */
export function columnName(column: MySqlColumn): string {
  return column.keyAsName ? toSnakeCase(column.name) : column.name;
}

/**
 * The CREATE TABLE statement of a declared table, safe to run twice: columns in the order of the declaration, keys and indexes
 * inline (each as a statement of its own would cost one of Forge's 25 DDL a minute). Text compares byte by byte unless a column's
 * type says otherwise. Throws on an index over an expression, of which there is none.
 */
export function createTableStatement(table: MySqlTable): string {
  const { name, columns, indexes, primaryKeys } = getTableConfig(table);
  const keys = primaryKeys.map((key) => key.columns);
  const own = columns.filter((column) => column.primary).map((column) => [column]);
  const lines = [
    ...columns.map(
      (column) => `${quoted(columnName(column))} ${column.getSQLType()}${column.notNull ? ' NOT NULL' : ''}`,
    ),
    ...[...own, ...keys].map((key) => `PRIMARY KEY ${list(key)}`),
    ...indexes.map(({ config }) => {
      const indexed = config.columns.filter((column) => is(column, MySqlColumn));
      if (indexed.length < config.columns.length)
        throw new Error(`Index ${config.name} of ${name} is over an expression.`);
      return `${config.unique ? 'UNIQUE KEY' : 'KEY'} ${quoted(config.name)} ${list(indexed)}`;
    }),
  ];
  return `CREATE TABLE IF NOT EXISTS ${quoted(name)} (\n  ${lines.join(',\n  ')}\n) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`;
}
