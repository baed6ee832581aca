import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dropDatabase, openDatabase, type Database, type ServerAddress } from './database';
import { startDatabaseServer } from './server';

/** Where a test run's server is written down for the test files, which run in processes of their own. */
const ADDRESS = 'WAYMARK_TEST_DATABASE';

/**
 * Starts one server for a whole test run, on a folder of its own that is thrown away at the end.
 * Call it from Jest's globalSetup, and the function it answers from globalTeardown.
 */
export async function startTestServer(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(quickestFolder(), 'waymark-test-'));
  const server = await startDatabaseServer({ folder, durable: false });
  process.env[ADDRESS] = JSON.stringify(server.address);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

const inMemory = '/dev/shm';
/** Bytes that a test run's databases stay far below; containers often have less there. */
const roomy = 2 * 1024 ** 3;

/** In memory where there is room: every test makes and drops some fifty tables, each of which is a file. */
function quickestFolder(): string {
  if (!existsSync(inMemory)) return tmpdir();
  const { bavail, bsize } = statfsSync(inMemory);
  return bavail * bsize > roomy ? inMemory : tmpdir();
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
