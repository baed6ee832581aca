import { rmSync } from 'node:fs';
import { makeTemporaryFolder, removeLeftOver } from '../processes/temporary-folder';
import { dropDatabase, openDatabase, type Database, type ServerAddress } from './database';
import { chosenDatabase, startDatabaseServer, type DatabaseKind } from './server';
import { installedTidb } from './tidb';
import { highestQueryMemory } from './tidb-memory';

/** Where a test run's server is written down for the test files, which run in processes of their own. */
const ADDRESS = 'WAYMARK_TEST_DATABASE';

/**
 * Starts one server for a whole test run, on a folder of its own that is thrown away at the end, and ends what killed runs
 * have left. Call it from Jest's globalSetup, and the function it answers from globalTeardown.
 */
export async function startTestServer(): Promise<() => Promise<void>> {
  await removeLeftOver();
  const kind = testDatabase();
  // A TiDB keeps dropped databases for a while: more than memory may have room for.
  const folder = makeTemporaryFolder(kind === 'tidb' ? 'disk' : 'quickest');
  const server = await startDatabaseServer({ folder, kind, temporary: [folder] });
  console.log(
    `\nTests run on ${process.env.WAYMARK_DATABASE_URL ?? { tidb: 'TiDB', mariadb: 'MariaDB' }[kind]}.`,
  );
  process.env[ADDRESS] = JSON.stringify(server.address);
  return async () => {
    if (kind === 'tidb') await printMemory(server.address);
    await server.stop();
    // A server of somebody else's does not take our folder with it.
    rmSync(folder, { recursive: true, force: true });
  };
}

/** What `WAYMARK_DATABASE` names, else a TiDB that is there already, else MariaDB: building one takes minutes that nobody asked for. */
export function testDatabase(): DatabaseKind {
  return chosenDatabase() ?? (installedTidb() === null ? 'mariadb' : 'tidb');
}

/** Forge ends a query at 16 MiB: how near the run came to it. */
async function printMemory(address: ServerAddress): Promise<void> {
  const top = await highestQueryMemory(address, 3);
  console.log('Most memory a query, of the 16 MiB that Forge allows:');
  for (const { bytes, runs, statement } of top) {
    console.log(
      `  ${(bytes / 1024 ** 2).toFixed(1).padStart(5)} MiB of ${runs} runs: ${statement.slice(0, 100)}`,
    );
  }
}

/** A fresh, empty database of its own for one test file. `drop` removes it. */
export async function createTestDatabase(): Promise<Database & { drop(): Promise<void> }> {
  const written = process.env[ADDRESS];
  if (!written)
    throw new Error('No test database server: startTestServer() belongs in the globalSetup of Jest.');
  const address = JSON.parse(written) as ServerAddress;
  const name = `test_${process.pid}_${crypto.randomUUID().slice(0, 8)}`;
  const database = await openDatabase(address, name);
  return {
    ...database,
    drop: async () => {
      await database.close();
      await dropDatabase(address, name);
    },
  };
}
