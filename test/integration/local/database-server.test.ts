import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../local/database/database';
import { startDatabaseServer, type DatabaseServer } from '../../../local/database/server';
import { FolderInUse } from '../../../local/processes/left-over';
import { processFileIn, type ProcessRecord } from '../../../local/processes/supervised-task';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-server-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function rows(server: DatabaseServer, statement: string): Promise<unknown> {
  const database = await openDatabase(server.address, 'kept');
  try {
    const [answer] = await database.pool('changed').query(statement);
    return answer;
  } finally {
    await database.close();
  }
}

test('data outlive a stop and a server that was killed, and a folder in use is refused', async () => {
  const first = await startDatabaseServer({ folder });
  await rows(first, 'CREATE TABLE t (id INT PRIMARY KEY)');
  await rows(first, 'INSERT INTO t VALUES (1)');
  await expect(startDatabaseServer({ folder })).rejects.toThrow(FolderInUse);
  await first.stop();

  const second = await startDatabaseServer({ folder });
  await rows(second, 'INSERT INTO t VALUES (2)');
  const { server } = JSON.parse(readFileSync(processFileIn(folder), 'utf8')) as ProcessRecord;
  process.kill(server, 'SIGKILL');
  await second.stop();

  const third = await startDatabaseServer({ folder });
  expect(await rows(third, 'SELECT id FROM t ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }]);
  await third.stop();

  const fresh = await startDatabaseServer({ folder, fresh: true });
  expect(await rows(fresh, 'SHOW TABLES')).toEqual([]);
  await fresh.stop();
});

test('a server keeps its temporary tables to itself: one that starts removes what others have left', async () => {
  const server = await startDatabaseServer({ folder, fresh: true });
  expect(await rows(server, 'SELECT @@tmpdir AS place')).toEqual([{ place: join(folder, 'tmp') }]);
  await server.stop();
});
