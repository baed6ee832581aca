import sql, { errorCodes, migrationRunner } from '@forge/sql';
import { createTestDatabase } from '../../../local/database/test-database';
import { installSqlDoor } from '../../../local/forge/install-sql-door';
import { createSqlDoor } from '../../../local/forge/sql-door';

let database: Awaited<ReturnType<typeof createTestDatabase>>;

beforeAll(async () => {
  database = await createTestDatabase();
  installSqlDoor(createSqlDoor({ database }));
});
afterAll(() => database.drop());

test('migrations of the real package run once each', async () => {
  const runner = (): typeof migrationRunner =>
    migrationRunner
      .enqueue('v001_item', 'CREATE TABLE IF NOT EXISTS item (id CHAR(36) PRIMARY KEY)')
      .enqueue('v002_name', 'ALTER TABLE item ADD COLUMN name VARCHAR(20)');
  expect(await runner().run()).toEqual(['v001_item', 'v002_name']);
  expect(await migrationRunner.run()).toEqual([]);
  const [first] = await migrationRunner.list();
  expect(first).toMatchObject({ id: '1', name: 'v001_item' });
});

test('a refused statement is an error with its code, a failed one says what the database said', async () => {
  await expect(sql.executeRaw('SELECT SLEEP(1)')).rejects.toMatchObject({
    name: 'ForgeSQLError',
    code: 'SQL_POLICY_VIOLATION',
  });
  await expect(sql.executeRaw('SELECT * FROM nowhere')).rejects.toMatchObject({
    code: errorCodes.SQL_EXECUTION_ERROR,
    context: { debug: { errno: 1146, sqlState: '42S02' } },
  });
});
