/**
 * What TiDB refuses or answers otherwise than MariaDB, through the door: the same expectations hold on MariaDB and, with
 * WAYMARK_DATABASE_URL, on a TiDB. Every value was read from TiDB 8.5.6.
 */
import { highestQueryMemory } from '../../../local/database/tidb-memory';
import type { ServerAddress } from '../../../local/database/database';
import { createTestDatabase } from '../../../local/database/test-database';
import { RESERVED_WORDS, TIDB_RESERVED } from '../../../local/forge/reserved-words';
import { createSqlDoor } from '../../../local/forge/sql-door';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
type Body = {
  rows?: { [name: string]: unknown }[];
  code?: string;
  debug?: { errno: number; sqlMessage: string };
};

async function ask(query: string): Promise<Body> {
  const limits = { dmlPerSecond: 10_000, ddlPerMinute: 10_000, queryMsPerMinute: 600_000, selectMs: 60_000 };
  const changes = /^(CREATE|ALTER|DROP)/.test(query);
  const path = changes ? '/api/v1/execute/ddl' : '/api/v1/execute';
  const body = JSON.stringify({ query, params: [], method: 'all' });
  const response = await createSqlDoor({ database, limits })(path, { method: 'POST', body });
  return JSON.parse(await response.text()) as Body;
}

beforeAll(async () => {
  database = await createTestDatabase();
  for (const statement of [
    'CREATE TABLE a (id CHAR(4) PRIMARY KEY, n INT, t TINYINT, bo BOOLEAN, big BIGINT, d DECIMAL(10,2), f DOUBLE, ' +
      'dt DATETIME(3), v VARCHAR(20), tx TEXT)',
    'CREATE TABLE b (id CHAR(4) PRIMARY KEY, n INT, m INT)',
    "INSERT INTO a VALUES ('a', 7, 1, TRUE, 9, 1.50, 0.5, '2026-01-02 03:04:05.678', 'abc', 'no JSON')",
    "INSERT INTO b VALUES ('a', 1, 2), ('c', 3, 4)",
  ])
    expect(await ask(statement)).toMatchObject({ rows: {} });
});
afterAll(() => database.drop());

describe('a whole number is a string unless it is a stored one that is no BIGINT', () => {
  const one = (expression: string): string => `SELECT ${expression} AS v FROM a`;
  test.each<[string, unknown]>([
    // Computed.
    [one('1'), '1'],
    [one('TRUE'), '1'],
    [one('n + 1'), '8'],
    [one('n = 7'), '1'],
    [one('n IS NULL'), '0'],
    [one('NOT bo'), '0'],
    [one("v LIKE 'a%'"), '1'],
    [one('CASE WHEN n = 7 THEN 1 ELSE 0 END'), '1'],
    [one('CASE WHEN n = 7 THEN n ELSE 0 END'), '7'],
    [one('IF(n = 7, 1, 0)'), '1'],
    [one('COALESCE(n, 0)'), '7'],
    [one('COALESCE((SELECT n FROM b WHERE b.id = a.id), 0)'), '1'],
    [one('GREATEST(n, t)'), '7'],
    [one('LENGTH(v)'), '3'],
    [one('YEAR(dt)'), '2026'],
    [one('DATEDIFF(dt, dt)'), '0'],
    [one("FIND_IN_SET('a', 'b,a')"), '2'],
    [one('CAST(n AS SIGNED)'), '7'],
    [one('COUNT(*)'), '1'],
    [one('SUM(n)'), '7'],
    [one('SUM(n = 7)'), '1'],
    [one('MAX(n = 7)'), '1'],
    [one('COALESCE(MAX(n), 0)'), '7'],
    [one('COUNT(*) > 1'), '0'],
    [one('ROW_NUMBER() OVER (ORDER BY n)'), '1'],
    [one('(SELECT 1)'), '1'],
    [one('CASE WHEN EXISTS (SELECT 1 FROM b) THEN 1 ELSE 0 END'), '1'],
    ['SELECT 1 AS v UNION ALL SELECT n FROM a WHERE n > 7', '1'],
    ['SELECT n AS v FROM a UNION ALL SELECT 1 FROM b WHERE n > 9', '7'],
    ['SELECT v FROM (SELECT 1 AS v FROM a LIMIT 1) q', '1'],
    ['SELECT v FROM (SELECT COALESCE(n, 0) AS v FROM a) q', '7'],
    ['SELECT q.* FROM (SELECT n = 7 AS v FROM a) q', '1'],
    ['SELECT q.v FROM a LEFT JOIN (SELECT id, 1 AS v FROM b) q ON q.id = a.id', '1'],
    ['SELECT q.v FROM a LEFT JOIN (SELECT id, COUNT(*) AS v FROM b GROUP BY id) q ON q.id = a.id', '1'],
    ['WITH c AS (SELECT 1 AS v) SELECT v FROM c', '1'],
    ['WITH RECURSIVE c (v) AS (SELECT 1 UNION ALL SELECT v + 1 FROM c WHERE v < 1) SELECT v FROM c', '1'],
    [one('big'), '9'],
    [one('MAX(big)'), '9'],
    // Stored.
    [one('n'), 7],
    [one('bo'), 1],
    [one('MAX(n)'), 7],
    [one('MAX(n) OVER ()'), 7],
    [one('COALESCE(n, t)'), 7],
    [one('COALESCE(n, NULL)'), 7],
    [one('CASE WHEN n = 7 THEN n ELSE t END'), 7],
    [one('IF(n = 7, n, NULL)'), 7],
    [one('(SELECT n FROM b WHERE b.id = a.id)'), 1],
    [one('EXISTS (SELECT 1 FROM b)'), 1],
    [one('NOT EXISTS (SELECT 1 FROM b WHERE b.id = a.id)'), 0],
    ['SELECT v FROM (SELECT n AS v FROM a LIMIT 1) q', 7],
    ['SELECT v FROM (SELECT DISTINCT n AS v FROM a) q', 7],
    ['SELECT v FROM (SELECT n AS v FROM a UNION ALL SELECT n FROM b WHERE n > 9) q', 7],
    ['SELECT n AS v FROM a UNION SELECT t FROM a WHERE n > 9', 7],
    ['SELECT n AS v FROM a UNION ALL SELECT NULL FROM b WHERE n > 9', 7],
    ['WITH c (v) AS (SELECT n FROM a) SELECT x.v FROM c x JOIN c y ON x.v = y.v', 7],
    [
      'WITH RECURSIVE c AS (SELECT n AS v FROM a UNION ALL SELECT v + 1 FROM c WHERE v < 7) SELECT v FROM c',
      7,
    ],
    ['SELECT q.v FROM a LEFT JOIN (SELECT id, MAX(n) AS v FROM b GROUP BY id) q ON q.id = a.id', 1],
    ['SELECT v FROM (SELECT n AS v, ROW_NUMBER() OVER (ORDER BY n) AS r FROM a) q WHERE r = 1', 7],
    ['SELECT q.n AS v FROM (SELECT a.*, ROW_NUMBER() OVER (ORDER BY n) AS r FROM a) q', 7],
    ['SELECT a.n AS v FROM (SELECT n FROM a) a', 7],
    // Neither.
    [one('f'), 0.5],
    [one('AVG(n)'), '7.0000'],
    [one('n / 2'), '3.5000'],
    [one('d'), '1.50'],
  ])('%s', async (statement, value) => {
    const { rows } = await ask(statement);
    expect(rows).toEqual([{ v: value }]);
  });
});

describe('other answers are those of TiDB', () => {
  test.each<[string, unknown]>([
    ['SELECT JSON_ARRAY(n, v, d, NULL, bo = 1) AS v FROM a', '[7, "abc", 1.5, null, true]'],
    [`SELECT JSON_OBJECT('b', 1, 'aa', 2, 'a', 3) AS v FROM a`, '{"a": 3, "aa": 2, "b": 1}'],
    ['SELECT JSON_ARRAYAGG(v) AS v FROM (SELECT JSON_ARRAY(id, n) AS v FROM b) q', '[["a", 1], ["c", 3]]'],
    ["SELECT CAST('2026-01-01 00:00:00.9996' AS DATETIME(3)) AS v", '2026-01-01 00:00:01.000'],
    ["SELECT LENGTH(GROUP_CONCAT(REPEAT('x', 700))) AS v FROM b", '1024'],
    ['SELECT JSON_VALID(tx) AS v FROM a', '0'],
  ])('%s', async (statement, value) => {
    const { rows } = await ask(statement);
    expect(rows).toEqual([{ v: value }]);
  });

  test('an UPDATE reads the values from before it', async () => {
    await ask("INSERT INTO b VALUES ('u', 1, 0)");
    await ask("UPDATE b SET n = n + 1, m = n WHERE id = 'u'");
    expect((await ask("SELECT n, m FROM b WHERE id = 'u'")).rows).toEqual([{ n: 2, m: 1 }]);
    await ask("DELETE FROM b WHERE id = 'u'");
  });
});

describe('refused with the error of TiDB', () => {
  const onSubquery = "ON condition doesn't support subqueries yet";
  test.each<[number, string, string]>([
    [1064, 'near "LEAD CHAR(9))', 'CREATE TABLE x (LEAD CHAR(9))'],
    [1064, 'line 1 column 27 near "lead CHAR(9))', 'CREATE TABLE x (a INT, lead CHAR(9))'],
    [1064, 'near "lead FROM', 'SELECT lead FROM a'],
    [1064, 'near "rank FROM', 'SELECT n AS rank FROM a ORDER BY rank'],
    [1064, 'near "groups', 'SELECT groups.n FROM a AS groups'],
    [1064, 'near "rank (', 'CREATE TABLE rank (a INT)'],
    [1064, 'near "key.n', 'SELECT key.n FROM a AS "key"'],
    [1064, 'near "window', 'CREATE TABLE x (window INT)'],
    [1064, 'near "system', 'CREATE TABLE x (system INT)'],
    [1064, 'near "of FROM', 'SELECT n AS of FROM a'],
    [1105, onSubquery, 'SELECT a.n FROM a JOIN b ON b.n = (SELECT MAX(n) FROM b c WHERE c.n < a.n)'],
    [1105, onSubquery, 'SELECT a.n FROM a LEFT JOIN b ON (b.id = a.id AND (b.n IN (SELECT n FROM b)))'],
    [
      1105,
      onSubquery,
      'SELECT a.n FROM a JOIN b ON b.id = a.id AND NOT EXISTS (SELECT 1 FROM b c WHERE c.n > b.n)',
    ],
    [1105, onSubquery, 'SELECT (SELECT COUNT(*) FROM b c JOIN b e ON e.n IN (SELECT n FROM a)) AS v'],
    [1105, onSubquery, 'UPDATE b JOIN a ON a.id = b.id AND a.n > ALL (SELECT n FROM b c) SET b.n = 1'],
    [1105, onSubquery, 'DELETE b FROM b JOIN a ON a.n IN (SELECT n FROM b c) WHERE b.n = 99'],
    [3065, 'incompatible with DISTINCT', 'SELECT DISTINCT n FROM b ORDER BY m'],
    [3065, 'incompatible with DISTINCT', 'SELECT DISTINCT a.n FROM a JOIN b ON b.id = a.id ORDER BY b.n'],
    [3065, 'incompatible with DISTINCT', 'SELECT DISTINCT UPPER(v) FROM a ORDER BY v'],
    [3140, 'Invalid JSON text', "SELECT JSON_EXTRACT('{', '$.a') AS v"],
    [3140, 'Invalid JSON text', "UPDATE b SET n = JSON_EXTRACT('{', '$.a')"],
    [3143, 'Invalid JSON path', "SELECT JSON_EXTRACT('{}', 'x') AS v"],
    [
      3636,
      'Recursive query aborted',
      'WITH RECURSIVE c AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM c WHERE n < 1500) SELECT MAX(n) AS v FROM c',
    ],
    [1101, "'a' can't have a default value", "CREATE TABLE x (a TEXT DEFAULT '')"],
    [1101, "'more' can't have a default value", "ALTER TABLE a ADD COLUMN more TEXT NOT NULL DEFAULT ''"],
    [1170, 'without a key length', 'CREATE TABLE x (a TEXT, UNIQUE KEY k (a))'],
    [1067, "Invalid default value for 'a'", 'CREATE TABLE x (a DATETIME(3) DEFAULT CURRENT_TIMESTAMP)'],
    [8200, 'FULLTEXT and SPATIAL', 'CREATE TABLE x (a VARCHAR(9), FULLTEXT KEY k (a))'],
    [8200, 'FULLTEXT and SPATIAL', 'CREATE FULLTEXT INDEX k ON a (v)'],
    [1105, 'MatchAgainst', "SELECT n FROM a WHERE MATCH (v) AGAINST ('x')"],
    [1105, 'CREATE TABLE ... SELECT', 'CREATE TABLE x AS SELECT n FROM a'],
    [1064, 'near "TABLE x', 'CREATE OR REPLACE TABLE x (a INT)'],
    [1064, 'near "INVISIBLE', 'CREATE TABLE x (a INT, c INT INVISIBLE)'],
    [1064, 'near "UUID', 'CREATE TABLE x (a UUID)'],
    [1064, 'near "1 + 1', 'CREATE TABLE x (a INT DEFAULT (1 + 1))'],
    [1072, 'column does not exist: y', 'ALTER TABLE a ADD COLUMN y INT, ADD INDEX k (y)'],
    [8200, 'drop primary key', 'ALTER TABLE a DROP PRIMARY KEY'],
    [1273, 'ollation', 'CREATE TABLE x (a CHAR(1) COLLATE utf8mb4_nopad_bin)'],
    [1286, 'Unknown storage engine', 'CREATE TABLE x (a INT) ENGINE=Aria'],
    [1064, 'near "RETURNING', "INSERT INTO b (id) VALUES ('r') RETURNING id"],
    [1105, 'except all', 'SELECT n FROM a EXCEPT ALL SELECT n FROM b'],
    [1064, 'near "LIMIT 1)', 'SELECT GROUP_CONCAT(id LIMIT 1) AS v FROM b'],
    [1064, 'near "(1)', 'VALUES (1)'],
    [1064, 'near "(1)', 'SELECT * FROM (VALUES (1), (2)) x'],
    [1305, 'does not exist', "SELECT JSON_VALUE('{}', '$.a') AS v"],
  ])('%i %s: %s', async (errno, message, statement) => {
    const { code, debug } = await ask(statement);
    expect({ code, errno: debug?.errno }).toEqual({ code: 'SQL_EXECUTION_ERROR', errno });
    expect(debug?.sqlMessage).toContain(message);
  });

  test('JSON that is none in a column', async () => {
    const { code, debug } = await ask("SELECT JSON_EXTRACT(tx, '$.a') AS v FROM a");
    expect(code).toBe('SQL_EXECUTION_ERROR');
    expect(debug?.sqlMessage).toContain('Invalid JSON text');
    // Where its storage computes the function, TiDB gives the same words another number.
    expect([3140, 1105]).toContain(debug?.errno);
  });

  test('nothing was written by what was refused', async () => {
    expect((await ask('SELECT id, n FROM b ORDER BY id')).rows).toEqual([
      { id: 'a', n: 1 },
      { id: 'c', n: 3 },
    ]);
  });
});

test.each([
  'SELECT n, LAG(n) OVER (ORDER BY n) AS v, RANK() OVER (ORDER BY n) AS r FROM a',
  'SELECT SUM(n) OVER w AS v FROM a WINDOW w AS (ORDER BY n ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)',
  'SELECT `lead`, x."rank", x.groups FROM (SELECT 1 AS `lead`, 2 AS "rank", 3 AS `groups`) AS x',
  'SELECT a.n FROM a JOIN (SELECT id FROM b WHERE id IN (SELECT id FROM a)) c ON c.id = a.id WHERE a.n IN (SELECT 7)',
  'SELECT a.n FROM a JOIN b ON LEFT(b.id, 1) = a.id ORDER BY (SELECT 1)',
  "INSERT INTO b (id, n) VALUES ('a', 1) ON DUPLICATE KEY UPDATE n = (SELECT MAX(n) FROM a WHERE n < 0) + n, n = 1",
  "INSERT INTO b (id, n) VALUES ('a', 1) ON DUPLICATE KEY UPDATE n = IF(VALUES(n) > n, VALUES(n), (VALUES(n) + 0))",
  'SELECT DISTINCT n AS v FROM b ORDER BY v, n DESC',
  'SELECT DISTINCT v FROM a ORDER BY UPPER(v)',
  'SELECT DISTINCT * FROM b ORDER BY m',
  "SELECT v FROM a WHERE v COLLATE utf8mb4_general_ci = 'ABC'",
  'CREATE TABLE fine1 (a INT, c INT AS (a + 1) STORED, e DATETIME(3) DEFAULT CURRENT_TIMESTAMP(3), f CHAR(36) DEFAULT (UUID()))',
  'CREATE TABLE fine2 (a TEXT, t TEXT NOT NULL, KEY k (a(20))) COLLATE utf8mb4_bin',
  'ALTER TABLE fine2 ADD COLUMN IF NOT EXISTS point INT NULL, ADD COLUMN uuid CHAR(36)',
])('not refused: %s', async (statement) => {
  expect((await ask(statement)).debug).toBeUndefined();
});

test('a query past 16 MiB is ended by TiDB alone, and the memory of each is kept there', async () => {
  const { engine } = database;
  const wide =
    'WITH RECURSIVE c AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM c WHERE n < 500) ' +
    "SELECT COUNT(DISTINCT REPEAT(CONCAT(x.n, '.', y.n), 20)) AS v FROM c x CROSS JOIN c y";
  const { debug, rows } = await ask(wide);
  if (engine !== 'tidb') {
    expect(rows).toEqual([{ v: '250000' }]);
    return;
  }
  expect(debug).toMatchObject({ errno: 8175 });
  const address = JSON.parse(process.env.WAYMARK_TEST_DATABASE ?? '') as ServerAddress;
  const [highest] = await highestQueryMemory(address, 1);
  expect(highest?.bytes).toBeGreaterThan(1024 * 1024);
});

test('the reserved words are those of TiDB itself', async () => {
  expect([...TIDB_RESERVED].every((word) => RESERVED_WORDS.has(word))).toBe(true);
  expect([TIDB_RESERVED.size, RESERVED_WORDS.size]).toEqual([232, 271]);
  if (database.engine !== 'tidb') return;
  const { rows } = await ask('SELECT word FROM information_schema.keywords WHERE reserved = 1');
  expect(new Set(rows?.map((row) => String(row.WORD ?? row.word)))).toEqual(TIDB_RESERVED);
});
