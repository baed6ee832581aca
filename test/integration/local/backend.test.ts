import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json } from '../../../local/contracts';
import { createClock } from '../../../local/control/clock';
import { createFaults } from '../../../local/control/faults';
import { createRecorder } from '../../../local/control/recorder';
import { startBackend, type Backend, type Outcome } from '../../../local/forge/backend';
import { compileWorker } from '../../../local/forge/bundle';
import type { InvocationLimits } from '../../../local/forge/limits';
import { moduleNamed, readManifest } from '../../../local/forge/manifest';
import { createSqlDoor } from '../../../local/forge/sql-door';
import { createTestDatabase } from '../../../local/database/test-database';

/** An app that does what apps must not, written as the bundler would leave it. */
const BUNDLE = `
const ask = async (meta, path, init) => {
  const response = await global.__forge_fetch__(meta, path, init);
  return { status: response.status, refused: response.headers.get('forge-proxy-error'), body: await response.text() };
};
const sql = (query) => ask({ type: 'sql', provider: 'app', remote: 'sql' }, '/api/v1/execute',
  { method: 'POST', body: JSON.stringify({ query, params: [], method: 'all' }) });
const jira = (provider) => ask({ type: 'fpp', provider, remote: 'jira', accountId: undefined }, '/rest/api/3/myself');
const acts = {
  context: (call, context) => ({ call, context, runtime: global.__forge_runtime__.appContext }),
  now: () => [Date.now(), new Date().toISOString(), new Date() instanceof Date, new Date(0).getTime()],
  left: () => global.__forge_runtime__.lambdaContext.getRemainingTimeInMillis(),
  spin: () => { for (;;); },
  hang: () => new Promise(() => {}),
  eat: () => { const kept = []; for (;;) kept.push(new Array(10000).fill(Math.random())); },
  exit: () => { process.exit(3); },
  late: () => { setTimeout(() => { throw new Error('nobody caught this'); }, 1); return new Promise(() => {}); },
  boom: () => { throw new Error('boom'); },
  big: () => 'x'.repeat(5 * 1024 * 1024),
  nothing: () => undefined,
  user: () => jira('user'),
  app: () => jira('app'),
  select: () => sql("SELECT 'seven' AS a"),
  kvs: () => ask({ type: 'kvs', provider: 'app', remote: 'kvs' }, '/api/v1/get', { method: 'POST', body: '{}' }),
};
exports.resolver = (body, context) => acts[body.call.functionKey](body, context);
exports.macroExport = () => jira('user');
exports.panelStatus = (payload, context) => ({ payload, principal: context.principal ?? null });
`;

let folder: string;
let jira: Server;
let siteUrl: string;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
const manifest = readManifest(join(__dirname, '../../../manifest.yml'));
const clock = createClock();
const faults = createFaults();
const recorder = createRecorder();
const opened: Backend[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-backend-'));
  writeFileSync(join(folder, 'index.cjs'), BUNDLE);
  database = await createTestDatabase();
  jira = createServer((request, response) => {
    response.end(JSON.stringify({ as: request.headers['x-waymark-local-as'] }));
  });
  await new Promise<void>((done) => jira.listen(0, '127.0.0.1', done));
  siteUrl = `http://127.0.0.1:${(jira.address() as AddressInfo).port}`;
});
afterEach(async () => {
  faults.clear();
  await Promise.all(opened.splice(0).map((backend) => backend.stop()));
});
afterAll(async () => {
  jira.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function open(limits: Partial<InvocationLimits> = {}, workers = 1): Promise<Backend> {
  const sql = createSqlDoor({ database, faults, recorder });
  const backend = startBackend({
    ...{
      backend: await compileWorker(folder),
      manifest,
      siteUrl,
      sql,
      clock,
      recorder,
      faults,
      limits,
      workers,
    },
    logPath: join(folder, 'backend.log'),
  });
  opened.push(backend);
  return backend;
}

const call = (backend: Backend, functionKey: string, payload: Json = {}): Promise<Outcome> =>
  backend.invoke({
    ...{ functionKey, payload, moduleKey: 'issue-panel', localId: 'here', accountId: 'ada' },
    extension: { issue: { id: '10001' } },
  });

test('a resolver gets the call, the context and who is behind it', async () => {
  const outcome = await call(await open(), 'context', { a: 1 });
  expect(outcome).toMatchObject({
    ok: true,
    body: {
      call: {
        call: { functionKey: 'context', payload: { a: 1 } },
        context: {
          moduleKey: 'issue-panel',
          extension: { type: 'jira:issueContext', issue: { id: '10001' } },
        },
      },
      context: {
        principal: { accountId: 'ada' },
        installContext: expect.stringMatching(/^ari:cloud:jira::site\//) as string,
      },
      runtime: { functionKey: 'resolver', moduleKey: 'issue-panel', moduleType: 'jira:issueContext' },
    },
  });
});

test('one worker runs one call at a time, and all of them in the end', async () => {
  const backend = await open();
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => call(backend, 'nothing')));
  expect(outcomes).toEqual(Array.from({ length: 8 }, () => ({ ok: true, body: undefined })));
});

describe('a call that ends badly ends alone: the next one is answered', () => {
  test.each([
    ['spin', 'timeout', 'The function ran longer than 0.3 seconds.'],
    ['hang', 'timeout', 'The function ran longer than 0.3 seconds.'],
    ['exit', 'crash', 'The function crashed.'],
    ['late', 'crash', 'The function crashed: nobody caught this'],
    ['boom', 'app', 'boom'],
  ])('%s', async (act, kind, message) => {
    const backend = await open({ defaultMs: 300 });
    expect(await call(backend, act)).toEqual({ ok: false, kind, message });
    expect(await call(backend, 'nothing')).toEqual({ ok: true, body: undefined });
  });

  test('too much memory', async () => {
    const backend = await open({ memoryMb: 32 });
    expect(await call(backend, 'eat')).toEqual({
      ok: false,
      kind: 'memory',
      message: 'The function ran out of memory.',
    });
    expect(await call(backend, 'nothing')).toMatchObject({ ok: true });
  });

  test('a crash while a statement is under way, which has been carried out', async () => {
    const backend = await open();
    faults.plan({ match: 'seven', at: 1, kind: 'crash', times: 1 });
    expect(await call(backend, 'select')).toMatchObject({ ok: false, kind: 'crash' });
    expect(await call(backend, 'select')).toMatchObject({ ok: true, body: { status: 200 } });
  });
});

test('sizes: 500 KB in, 5 MB out', async () => {
  const backend = await open();
  expect(await call(backend, 'nothing', 'x'.repeat(500 * 1024))).toMatchObject({
    ok: false,
    kind: 'too-large',
  });
  expect(await call(backend, 'big')).toMatchObject({ ok: false, kind: 'too-large' });
});

test('the time left counts down from 25 seconds', async () => {
  const outcome = await call(await open(), 'left');
  const left = outcome.ok ? Number(outcome.body) : 0;
  expect(left).toBeGreaterThan(20_000);
  expect(left).toBeLessThanOrEqual(25_000);
});

test("the app's Date is the site's", async () => {
  const backend = await open();
  clock.set(new Date('2028-02-29T12:00:00Z'), true);
  const outcome = await call(backend, 'now');
  clock.set(null);
  expect(outcome).toEqual({
    ok: true,
    body: [Date.UTC(2028, 1, 29, 12), '2028-02-29T12:00:00.000Z', true, 0],
  });
});

describe('who asks Jira', () => {
  test('the person who called, or the app', async () => {
    const backend = await open();
    expect(await call(backend, 'user')).toMatchObject({ body: { body: '{"as":"user:ada"}' } });
    expect(await call(backend, 'app')).toMatchObject({ body: { body: '{"as":"app"}' } });
  });

  test('nobody is behind an export, so asUser is refused', async () => {
    const outcome = await (await open()).runModule(moduleNamed(manifest, 'okr-macro'), 'adfExport', {});
    expect(outcome).toMatchObject({ body: { status: 401, refused: 'NEEDS_AUTHENTICATION_ERR' } });
  });

  test('nobody is behind the status of a panel', async () => {
    const panel = moduleNamed(manifest, 'issue-panel');
    const outcome = await (await open()).runModule(panel, 'dynamicProperties', { cloudId: 'c' });
    expect(outcome).toEqual({ ok: true, body: { payload: { cloudId: 'c' }, principal: null } });
  });

  test.each([
    ['429', 429],
    ['500', 500],
    ['error-after', 500],
    ['timeout', 504],
  ] as const)('a planned %s answers %i', async (kind, status) => {
    const backend = await open();
    faults.plan({ match: 'GET /rest/api/3/myself', at: 1, kind, times: 1 });
    expect(await call(backend, 'user')).toMatchObject({ body: { status } });
    expect(await call(backend, 'user')).toMatchObject({ body: { status: 200 } });
  });
});

test('a part of the platform that is not modelled says so by name', async () => {
  expect(await call(await open(), 'kvs')).toEqual({
    ok: false,
    kind: 'app',
    message: 'Not modelled on the local site: kvs /api/v1/get.',
  });
});
