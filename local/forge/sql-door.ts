import type { FieldPacket, Pool, PoolConnection, ResultSetHeader, RowDataPacket } from 'mysql2/promise';
import type { Clock, Json, Recorder } from '../contracts';
import { CrashFault, type FaultKind, type Faults } from '../control/faults';
import type { AffectedRows, Database } from '../database/database';
import { SQL_LIMITS, type SqlLimits } from './limits';
import { createRateMeter } from './rate-meter';
import { askAsTidb, asTidb, type QueryResult } from './answers-as-tidb';
import { checkPolicy, type StatementKind } from './sql-policy';
import { sqlTokens } from './sql-text';
import { sqlTree, type SqlPiece } from './sql-tree';
import type { DatabaseError } from './tidb-error';
import { refusedByTidb } from './tidb-refusals';

export interface SqlDoorOptions {
  readonly database: Database;
  readonly limits?: Partial<SqlLimits>;
  readonly recorder?: Recorder;
  readonly faults?: Faults;
  /** When its time is not the machine's, the database's own clock follows it. */
  readonly clock?: Clock & { isReal(): boolean };
  /** What the limits on rates are counted by, in milliseconds; real time unless a test moves it. */
  readonly rateTime?: () => number;
  /** Atlassian does not say which; the app must be right under both. */
  readonly affectedRows?: AffectedRows;
}

/** The part of `fetch`'s second argument that @forge/sql sends. */
export interface SqlRequest {
  readonly method?: string;
  readonly body?: string;
}

/** Answers one request of @forge/sql, for `global.__forge_fetch__`. Throws CrashFault when a planned crash befalls it. */
export type SqlDoor = (path: string, request: SqlRequest, invocationId?: string) => Promise<Response>;

const PATHS = new Map([
  ['/api/v1/execute', false],
  ['/api/v1/execute/ddl', true],
]);

interface Statement {
  readonly query: string;
  readonly params: readonly (string | number | boolean | null)[];
}

/**
 * Forge SQL on a database of one's own: the wire format, the query policy, the limits and the errors
 * of the real service (Forge docs: "Forge SQL REST API", "Forge SQL query policy", "Handling errors",
 * "Forge SQL limits"). One door is one installation.
 */
export function createSqlDoor(options: SqlDoorOptions): SqlDoor {
  const limits: SqlLimits = { ...SQL_LIMITS, ...options.limits };
  const dml = createRateMeter(limits.dmlPerSecond, 1_000, options.rateTime);
  const ddl = createRateMeter(limits.ddlPerMinute, 60_000, options.rateTime);
  const time = createRateMeter(limits.queryMsPerMinute, 60_000, options.rateTime);

  return async (path, request, invocationId) => {
    const started = performance.now();
    const viaDdl = PATHS.get(path);
    if (viaDdl === undefined) return failure(404, 'NOT_MODELLED', `Forge SQL has no operation ${path} here.`);
    if (Buffer.byteLength(request.body ?? '') > limits.requestBytes) {
      return failure(
        413,
        'REQUEST_TOO_LARGE',
        `A Forge SQL request may be at most ${limits.requestBytes} bytes.`,
      );
    }
    const statement = parse(request.body ?? '');
    if (!statement) return failure(400, 'INVALID_SQL_QUERY', 'The body must be {query, params, method}.');
    const fault = options.faults?.next(statement.query) ?? null;
    const answer = await run(statement, viaDdl, fault);
    options.recorder?.record({
      kind: 'sql',
      text: statement.query,
      params: statement.params,
      ddl: viaDdl,
      ms: round(performance.now() - started),
      rows: answer.rows,
      status: answer.response.status,
      origin: 'backend',
      invocationId: invocationId ?? null,
    });
    if (fault === 'crash') throw new CrashFault();
    return answer.response;
  };

  async function run(statement: Statement, viaDdl: boolean, fault: FaultKind | null): Promise<Answer> {
    if (fault === '429') return refused(rateExceeded());
    if (fault === '500') return refused(failure(500, 'UNKNOWN_ERROR', 'Internal server error'));
    if (fault === 'error-before') return refused(executionError(LOST));
    const tokens = sqlTokens(statement.query);
    const policy = checkPolicy(tokens, options.database.name);
    if (!policy.ok) return refused(policyResponse(policy.refusal));
    if (policy.kind === 'ddl' && !viaDdl) {
      return refused(
        policyResponse({
          code: 'SQL_POLICY_VIOLATION',
          message: 'This statement changes the schema.',
          suggestion: 'Send it with sql.executeDDL.',
        }),
      );
    }
    if (!(viaDdl ? ddl : dml).take(1) || time.spent() >= limits.queryMsPerMinute)
      return refused(rateExceeded());
    const tree = sqlTree(tokens);
    const refusal = refusedByTidb(statement.query, tokens, tree);
    if (refusal) return refused(executionError(refusal));
    const answer = await executeInTime({ ...statement, tree, kind: policy.kind });
    if (fault === 'error-after') return refused(executionError(LOST));
    if (fault === 'timeout') return refused(timedOut());
    return answer;
  }

  /** Past its time the caller gets an answer while the statement runs on, as on Forge. */
  async function executeInTime(statement: ReadStatement): Promise<Answer> {
    const allowed = { select: limits.selectMs, dml: limits.dmlMs, ddl: limits.ddlMs }[statement.kind];
    const started = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Answer>((resolve) => {
      timer = setTimeout(() => resolve(refused(timedOut())), allowed);
    });
    const done = execute(statement).then(
      (result) => answerFor(result, performance.now() - started, limits),
      (error: unknown) => {
        if (isDatabaseError(error)) return refused(executionError(error));
        throw error;
      },
    );
    try {
      return await Promise.race([done, late]);
    } finally {
      clearTimeout(timer);
      time.add(performance.now() - started);
    }
  }

  async function execute(statement: ReadStatement): Promise<QueryResult> {
    const pool: Pool = options.database.pool(options.affectedRows ?? 'changed');
    const connection = await pool.getConnection();
    try {
      await followClock(connection, options.clock);
      // Values are put in by the driver: with statements prepared in the server, MariaDB 10.11 was seen to end with a
      // segmentation fault under the load of the tests.
      const ask = async () =>
        connection.query<RowDataPacket[] | ResultSetHeader>(statement.query, [...statement.params]);
      if (options.database.engine === 'tidb') return resultOf(await ask());
      return asTidb(statement.tree, resultOf(await askAsTidb(connection, statement, ask)));
    } finally {
      connection.release();
    }
  }
}

interface ReadStatement extends Statement {
  readonly tree: readonly SqlPiece[];
  readonly kind: StatementKind;
}

function resultOf([rows, fields]: [RowDataPacket[] | ResultSetHeader, FieldPacket[]]): QueryResult {
  return { rows, fields: Array.isArray(rows) ? fields : [] };
}

interface Answer {
  readonly response: Response;
  readonly rows: number;
}

/** What a planned fault looks like: the connection to the database was lost. */
const LOST: DatabaseError = {
  code: 'ER_SERVER_SHUTDOWN',
  errno: 1053,
  sqlMessage: 'Server shutdown in progress',
  sqlState: '08S01',
};

/** The second at which each connection's own clock was set. */
const clocked = new WeakMap<PoolConnection['connection'], number>();

async function followClock(connection: PoolConnection, clock: SqlDoorOptions['clock']): Promise<void> {
  if (!clock) return;
  if (clock.isReal()) {
    if (clocked.delete(connection.connection)) await connection.query('SET timestamp = DEFAULT');
    return;
  }
  // To the second, as NOW() tells it, so that not every statement needs another before it.
  const second = Math.floor(clock.now().getTime() / 1000);
  if (clocked.get(connection.connection) === second) return;
  await connection.query(`SET timestamp = ${second}`);
  clocked.set(connection.connection, second);
}

function parse(body: string): Statement | null {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('query' in value) || typeof value.query !== 'string')
    return null;
  const params: unknown = 'params' in value ? value.params : [];
  if (!Array.isArray(params)) return null;
  const scalars: Statement['params'][number][] = [];
  for (const param of params as readonly unknown[]) {
    if (param !== null && !['string', 'number', 'boolean'].includes(typeof param)) return null;
    if (param === null || typeof param === 'string' || typeof param === 'number') scalars.push(param);
    else scalars.push(param === true);
  }
  return { query: value.query, params: scalars };
}

function answerFor({ rows, fields }: QueryResult, ms: number, limits: SqlLimits): Answer {
  const body: { [key: string]: Json } = Array.isArray(rows)
    ? { rows: rows.map((row) => rowAsForge(row, fields)) }
    : { rows: updateAsForge(rows) };
  const size = Buffer.byteLength(JSON.stringify(body.rows));
  if (size > limits.responseBytes) {
    const message = `A Forge SQL response may be at most ${limits.responseBytes} bytes; this one has ${size}.`;
    return refused(failure(413, 'RESPONSE_TOO_LARGE', message));
  }
  const metadata = { dbExecutionTime: round(ms), responseSize: size, fields: fields.map(fieldAsForge) };
  return {
    response: json(200, { ...body, metadata }),
    rows: Array.isArray(rows) ? rows.length : rows.affectedRows,
  };
}

const BIT = 16;

function rowAsForge(row: RowDataPacket, fields: readonly FieldPacket[]): { [name: string]: Json } {
  const out: { [name: string]: Json } = {};
  for (const field of fields) {
    const value: unknown = row[field.name];
    if (Buffer.isBuffer(value)) {
      out[field.name] = field.columnType === BIT ? value.readUIntBE(0, value.length) : value.toString('utf8');
    } else if (value === null || typeof value === 'string' || typeof value === 'number')
      out[field.name] = value;
    else throw new Error(`The column ${field.name} has a type that is not modelled.`);
  }
  return out;
}

function updateAsForge(result: ResultSetHeader): { [name: string]: Json } {
  const { affectedRows, fieldCount, info, insertId, serverStatus, warningStatus } = result;
  return { affectedRows, fieldCount, info, insertId, serverStatus, warningStatus };
}

function fieldAsForge(field: FieldPacket): { [name: string]: Json } {
  return {
    catalog: field.catalog,
    name: field.name,
    schema: field.schema ?? '',
    characterSet: field.characterSet ?? 0,
    decimals: field.decimals,
    table: field.table,
    orgTable: field.orgTable,
    orgName: field.orgName,
    flags: typeof field.flags === 'number' ? field.flags : 0,
    columnType: field.columnType ?? 0,
    columnLength: field.columnLength ?? 0,
  };
}

function isDatabaseError(error: unknown): error is DatabaseError & Error {
  return error instanceof Error && 'errno' in error && 'sqlMessage' in error && 'sqlState' in error;
}

function executionError({ code, errno, sqlMessage, sqlState }: DatabaseError): Response {
  return json(400, {
    code: 'SQL_EXECUTION_ERROR',
    message: 'Unknown SQL execution error',
    suggestion: 'See debug.sqlMessage.',
    debug: { code, errno, sqlMessage, sqlState },
  });
}

function policyResponse({
  code,
  message,
  suggestion,
}: {
  code: string;
  message: string;
  suggestion: string;
}): Response {
  const debug = {
    code: 'ER_PARSE_ERROR',
    errno: 1064,
    sqlMessage: 'You have an error in your SQL syntax',
    sqlState: '42000',
  };
  return json(400, { code, message, suggestion, ...(code === 'SQL_EXECUTION_ERROR' && { debug }) });
}

function timedOut(): Response {
  return failure(408, 'QUERY_TIMED_OUT', 'The query took too long; it may still be running.');
}

function rateExceeded(): Response {
  return failure(429, 'RATE_LIMIT_EXCEEDED', 'Limits for the current installation have been exceeded');
}

function failure(status: number, code: string, message: string): Response {
  return json(status, { code, message });
}

function json(status: number, body: Json): Response {
  const headers = {
    'content-type': 'application/json',
    'x-b3-traceid': crypto.randomUUID().replaceAll('-', ''),
  };
  return new Response(JSON.stringify(body), { status, headers });
}

function refused(response: Response): Answer {
  return { response, rows: 0 };
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}
