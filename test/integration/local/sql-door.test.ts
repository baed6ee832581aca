import { createFaults } from '../../../local/control/faults';
import { createRecorder } from '../../../local/control/recorder';
import { createClock } from '../../../local/control/clock';
import { createTestDatabase } from '../../../local/database/test-database';
import { createSqlDoor, type SqlDoor, type SqlDoorOptions } from '../../../local/forge/sql-door';

let database: Awaited<ReturnType<typeof createTestDatabase>>;

beforeAll(async () => {
  database = await createTestDatabase();
  await ask(door(), 'CREATE TABLE item (id CHAR(36) PRIMARY KEY, n INT, name VARCHAR(20))', [], 'ddl');
});
afterAll(() => database.drop());

const door = (options: Partial<SqlDoorOptions> = {}): SqlDoor => createSqlDoor({ database, ...options });

async function ask(to: SqlDoor, query: string, params: unknown[] = [], via: '' | 'ddl' = '') {
  const path = via === 'ddl' ? '/api/v1/execute/ddl' : '/api/v1/execute';
  const body = JSON.stringify({ query, params, method: 'all' });
  const response = await to(path, { method: 'POST', body });
  return { status: response.status, body: JSON.parse(await response.text()) as { [name: string]: unknown } };
}

describe('values arrive as Forge gives them', () => {
  test.each([
    ['BIGINT beyond a double', 'BIGINT', '9007199254740993', '9007199254740993'],
    ['a small BIGINT', 'BIGINT', '7', '7'],
    ['DECIMAL keeps its places', 'DECIMAL(10,2)', '1.50', '1.50'],
    ['DOUBLE', 'DOUBLE', 0.1, 0.1],
    ['INT', 'INT', 7, 7],
    ['BOOLEAN', 'BOOLEAN', true, 1],
    ['DATE', 'DATE', '2028-02-29', '2028-02-29'],
    ['DATETIME(3)', 'DATETIME(3)', '2026-01-02 03:04:05.678', '2026-01-02 03:04:05.678'],
    ['TEXT outside the basic plane', 'TEXT', 'naïve 😀', 'naïve 😀'],
    ['TEXT keeps JSON as written', 'TEXT', '{"a":1}', '{"a":1}'],
    ['NULL', 'INT', null, null],
  ])('%s', async (_, type, given, expected) => {
    const to = door();
    await ask(to, 'DROP TABLE IF EXISTS one', [], 'ddl');
    await ask(to, `CREATE TABLE one (v ${type})`, [], 'ddl');
    await ask(to, 'INSERT INTO one (v) VALUES (?)', [given]);
    // The same whether the statement is prepared or not.
    expect((await ask(to, 'SELECT v FROM one WHERE 1 = ?', [1])).body.rows).toEqual([{ v: expected }]);
    expect((await ask(to, 'SELECT v FROM one')).body.rows).toEqual([{ v: expected }]);
  });

  test('count and sum are strings', async () => {
    const { body } = await ask(
      door(),
      'SELECT COUNT(*) AS c, SUM(n) AS s FROM (SELECT 2 AS n UNION ALL SELECT 3) t',
    );
    expect(body.rows).toEqual([{ c: '2', s: '5' }]);
  });

  test('metadata names the columns in order', async () => {
    const { body } = await ask(door(), 'SELECT name, id FROM item');
    expect(body.metadata).toMatchObject({ fields: [{ name: 'name', orgTable: 'item' }, { name: 'id' }] });
  });

  test('a DML statement answers what it did, not rows', async () => {
    const { body } = await ask(door(), 'INSERT INTO item (id) VALUES (?)', ['dml']);
    expect(body.rows).toMatchObject({ affectedRows: 1, insertId: 0, warningStatus: 0 });
  });
});

describe('refusals', () => {
  test.each([
    ['two statements', "SELECT ';'; SELECT 2"],
    ['SET of a mode', "SET sql_mode = ''"],
    ['SET of a system variable', 'SET @@autocommit = 0'],
    ['SHOW of anything else', 'SHOW CREATE TABLE item'],
    ['USE', 'USE mysql'],
    ['PREPARE', "PREPARE p FROM 'SELECT 1'"],
    ['a transaction', 'BEGIN'],
    ['a bound LIMIT', 'SELECT id FROM item LIMIT ?'],
    ['a bound second LIMIT', 'SELECT id FROM item LIMIT 5, ?'],
    ['a bound OFFSET', 'SELECT id FROM item LIMIT 5 OFFSET ?'],
    ['an audited function', 'SELECT SLEEP(1)'],
    ['an unknown optimizer hint', 'SELECT /*+ MAX_EXECUTION_TIME(1) */ id FROM item'],
    ["another installation's schema", 'SELECT * FROM other.users'],
    ['a foreign key', 'CREATE TABLE x (a INT, FOREIGN KEY (a) REFERENCES item (n))'],
    ['a CHECK', 'CREATE TABLE x (a INT CHECK (a > 0))'],
    ['a trigger', 'CREATE TRIGGER t BEFORE INSERT ON item FOR EACH ROW SET NEW.n = 1'],
    ['a JSON column', 'CREATE TABLE x (a JSON)'],
    ['DDL through execute', 'DROP TABLE item'],
  ])('%s', async (_, query) => {
    const bound = query.includes('?') ? [1] : [];
    const { status, body } = await ask(door(), query, bound, query.startsWith('CREATE') ? 'ddl' : '');
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'SQL_POLICY_VIOLATION' });
    expect(body.suggestion).toEqual(expect.any(String));
  });

  test.each([
    ['the words inside a text', "SELECT 'SET; SLEEP(1) RETURNING' AS t"],
    ['a comment with a semicolon', 'SELECT 1 AS t /* ; */'],
    ['a semicolon at the end', 'SELECT 1 AS t;'],
    ['quoted names', 'SELECT "id" FROM "item"'],
    [
      'columns after ON DUPLICATE KEY UPDATE',
      "INSERT INTO item (id) VALUES ('k') ON DUPLICATE KEY UPDATE item.n = 1",
    ],
    ['SHOW TABLES', 'SHOW TABLES'],
    ['the information schema', 'SELECT table_name FROM information_schema.tables LIMIT 1'],
    ['a user variable', 'SET @x = 1'],
  ])('not %s', async (_, query) => {
    expect((await ask(door(), query)).status).toBe(200);
  });

  test.each([
    ['an empty statement', '  '],
    ['what is not SQL', 'SELEC 1'],
  ])('%s is a parse error', async (_, query) => {
    const { status, body } = await ask(door(), query);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'SQL_EXECUTION_ERROR', debug: { errno: 1064, sqlState: '42000' } });
  });

  test('a doubled key says which', async () => {
    await ask(door(), 'INSERT INTO item (id) VALUES (?)', ['twice']);
    const { body } = await ask(door(), 'INSERT INTO item (id) VALUES (?)', ['twice']);
    expect(body).toMatchObject({ code: 'SQL_EXECUTION_ERROR', debug: { code: 'ER_DUP_ENTRY', errno: 1062 } });
  });

  test('a column outside GROUP BY', async () => {
    const { body } = await ask(door(), 'SELECT id, n FROM item GROUP BY n');
    expect(body).toMatchObject({ debug: { errno: 1055 } });
  });

  test('a list as a parameter', async () => {
    expect((await ask(door(), 'SELECT ? AS a', [[1]])).body).toMatchObject({ code: 'INVALID_SQL_QUERY' });
  });
});

describe('limits', () => {
  test('the 151st statement of a second is refused as too many', async () => {
    const to = door();
    // The second does not pass meanwhile, however slow the machine is.
    const time = jest.spyOn(performance, 'now').mockReturnValue(1);
    const answers = await Promise.all(
      Array.from({ length: 151 }, () => ask(to, "SELECT id FROM item WHERE id = 'no'")),
    );
    time.mockRestore();
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(150);
    expect(answers.find(({ status }) => status === 429)?.body).toEqual({
      code: 'RATE_LIMIT_EXCEEDED',
      message: 'Limits for the current installation have been exceeded',
    });
  });

  test('the 26th DDL statement of a minute is refused, whatever it does', async () => {
    const to = door();
    const statuses: number[] = [];
    for (let n = 0; n < 26; n += 1) statuses.push((await ask(to, 'SHOW TABLES', [], 'ddl')).status);
    expect(statuses.slice(0, 25)).toEqual(Array.from({ length: 25 }, () => 200));
    expect(statuses[25]).toBe(429);
  });

  test('a request over its size', async () => {
    const { status } = await ask(door(), 'SELECT ? AS a', ['x'.repeat(1024 * 1024)]);
    expect(status).toBe(413);
  });

  test('a response over its size', async () => {
    const { status } = await ask(door(), "SELECT REPEAT('x', 4194304) AS a");
    expect(status).toBe(413);
  });

  test('a query past its time is answered while it runs on', async () => {
    const to = door({ limits: { selectMs: 1 } });
    const slow =
      'WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 900) ' +
      'SELECT SUM(a.n * b.n) AS m FROM c a CROSS JOIN c b';
    const { status, body } = await ask(to, slow);
    expect(status).toBe(408);
    expect(body.code).toBe('QUERY_TIMED_OUT');
  });

  test('query time of a minute is counted together', async () => {
    const to = door({ limits: { queryMsPerMinute: 0.001 } });
    expect((await ask(to, 'SELECT 1 AS a')).status).toBe(200);
    expect((await ask(to, 'SELECT 1 AS a')).status).toBe(429);
  });
});

describe('affectedRows means what was asked for', () => {
  test.each([
    ['changed', 0],
    ['found', 1],
  ] as const)('%s rows', async (affectedRows, expected) => {
    const to = door({ affectedRows });
    await ask(to, "INSERT IGNORE INTO item (id, n) VALUES ('same', 1)");
    const { body } = await ask(to, "UPDATE item SET n = 1 WHERE id = 'same'");
    expect(body.rows).toMatchObject({ affectedRows: expected });
  });
});

describe('faults', () => {
  const stored = async (id: string): Promise<unknown> =>
    (await ask(door(), 'SELECT id FROM item WHERE id = ?', [id])).body.rows;

  test.each([
    ['error-before', 400, false],
    ['error-after', 400, true],
    ['timeout', 408, true],
    ['429', 429, false],
    ['500', 500, false],
  ] as const)('%s answers %i and has stored: %s', async (kind, status, done) => {
    const faults = createFaults();
    faults.plan({ match: 'INSERT INTO item', at: 1, kind, times: 1 });
    const to = door({ faults });
    expect((await ask(to, 'INSERT INTO item (id) VALUES (?)', [kind])).status).toBe(status);
    expect(await stored(kind)).toEqual(done ? [{ id: kind }] : []);
    expect((await ask(to, 'INSERT IGNORE INTO item (id) VALUES (?)', [kind])).status).toBe(200);
  });

  test('a crash is thrown after the statement ran', async () => {
    const faults = createFaults();
    faults.plan({ match: 'INSERT', at: 2, kind: 'crash', times: 1 });
    const to = door({ faults });
    await ask(to, "INSERT INTO item (id) VALUES ('first')");
    await expect(ask(to, "INSERT INTO item (id) VALUES ('second')")).rejects.toThrow('The function crashed.');
    expect(await stored('second')).toEqual([{ id: 'second' }]);
  });
});

test("the database's clock is the site's", async () => {
  const clock = createClock();
  const to = door({ clock });
  clock.set(new Date('2031-05-06T07:08:09Z'), true);
  expect((await ask(to, 'SELECT NOW() AS t')).body.rows).toEqual([{ t: '2031-05-06 07:08:09' }]);
  clock.set(null);
  expect((await ask(to, 'SELECT NOW() AS t')).body.rows).not.toEqual([{ t: '2031-05-06 07:08:09' }]);
});

test('every statement is recorded with its rows and its time', async () => {
  const recorder = createRecorder();
  await ask(door({ recorder }), 'SELECT 1 AS a UNION ALL SELECT ?', [2]);
  const [call] = recorder.since(0);
  expect(call).toMatchObject({ kind: 'sql', rows: 2, status: 200, params: [2], ddl: false, mark: 0 });
});
