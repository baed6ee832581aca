/**
 * `npm run bench:ids`: how ids and content hashes are best stored on TiDB (docs/decisions/0030). Fills one table a way with the
 * same check-ins and prints bytes a row, as TiDB counts them, and the time of a look-up by id against the first way, in one run.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { ResultSetHeader, RowDataPacket } from 'mysql2/promise';
import { openDatabase, type Database } from '../../local/database/database';
import { startDatabaseServer } from '../../local/database/server';
import { makeTemporaryFolder } from '../../local/processes/temporary-folder';

const ROWS = 100_000;
const KEY_RESULTS = 8_000;
const AT_ONCE = 1_000;
const LOOKUPS = 3_000;

interface Way {
  readonly name: string;
  readonly id: string;
  readonly hash: string;
  readonly idOf: (uuid: string) => string | Buffer;
  readonly hashOf: (text: string) => string | Buffer;
}

const sha = (text: string): Buffer => createHash('sha256').update(text).digest();
const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

const ways: readonly Way[] = [
  {
    name: 'id CHAR(36), hash CHAR(64)',
    id: 'CHAR(36)',
    hash: 'CHAR(64)',
    idOf: (uuid) => uuid,
    hashOf: (text) => sha(text).toString('hex'),
  },
  {
    name: 'id CHAR(36), hash CHAR(22)',
    id: 'CHAR(36)',
    hash: 'CHAR(22)',
    idOf: (uuid) => uuid,
    hashOf: (text) => sha(text).toString('base64url').slice(0, 22),
  },
  {
    name: 'id BINARY(16), hash BINARY(16)',
    id: 'BINARY(16)',
    hash: 'BINARY(16)',
    idOf: bytesOf,
    hashOf: (text) => sha(text).subarray(0, 16),
  },
];

async function measure(database: Database, way: Way, at: number): Promise<{ bytes: number; ms: number }> {
  const pool = database.pool('changed');
  const table = `check_in_${at}`;
  await pool.query(
    `CREATE TABLE ${table} (id ${way.id} NOT NULL PRIMARY KEY, key_result_id ${way.id} NOT NULL, day DATE NOT NULL, ` +
      'made_on DATE NOT NULL, recorded_at DATETIME(3) NOT NULL, recorded_by VARCHAR(128) NOT NULL, source VARCHAR(64) NOT NULL, ' +
      `value DOUBLE, confidence INT, note TEXT NOT NULL, content_hash ${way.hash} NOT NULL, ` +
      'KEY check_in_day (key_result_id, day, recorded_at)) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin',
  );
  const keyResults = Array.from({ length: KEY_RESULTS }, () => way.idOf(randomUUID()));
  const ids: (string | Buffer)[] = [];
  for (let from = 0; from < ROWS; from += AT_ONCE) {
    const rows = Array.from({ length: AT_ONCE }, (_, place) => {
      const uuid = randomUUID();
      const id = way.idOf(uuid);
      ids.push(id);
      const day = `2026-0${1 + ((from + place) % 9)}-15`;
      const person = `712020:${uuid}`;
      const values = [day, `${day} 09:00:00.000`, person, 'person', place / 7, place % 11];
      return [
        id,
        keyResults[place % KEY_RESULTS],
        day,
        ...values,
        'Counted in the warehouse.',
        way.hashOf(uuid),
      ];
    });
    await pool.query<ResultSetHeader>(`INSERT INTO ${table} VALUES ?`, [rows]);
  }
  await pool.query(`ANALYZE TABLE ${table}`);
  const [[size]] = await pool.query<RowDataPacket[]>(
    'SELECT data_length + index_length AS bytes FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?',
    [table],
  );
  const started = performance.now();
  for (let count = 0; count < LOOKUPS; count += 1) {
    await pool.query(`SELECT value FROM ${table} WHERE id = ?`, [ids[(count * 31) % ids.length]]);
  }
  return { bytes: Number(size?.['bytes']) / ROWS, ms: (performance.now() - started) / LOOKUPS };
}

async function main(): Promise<void> {
  const folder = makeTemporaryFolder();
  const server = await startDatabaseServer({ folder, kind: 'tidb', temporary: [folder] });
  const database = await openDatabase(server.address, 'bench_ids', true);
  try {
    let first: number | undefined;
    console.log(`${ROWS.toLocaleString('en')} check-ins on TiDB; ${LOOKUPS} look-ups by id\n`);
    for (const [at, way] of ways.entries()) {
      const { bytes, ms } = await measure(database, way, at);
      first ??= ms;
      const ratio = (ms / first).toFixed(2);
      console.log(`${way.name.padEnd(32)} ${bytes.toFixed(0).padStart(5)} bytes a row   look-up × ${ratio}`);
    }
  } finally {
    await database.close();
    await server.stop();
  }
}

void main();
