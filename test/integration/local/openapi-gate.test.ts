import fastify from 'fastify';
import { openGate } from '../../../local/openapi/gate';
import { createRates } from '../../../local/site/rates';
import { makeCompany } from '../../../local/site/seed/company';
import { jiraError, serve, type Answer, type Serving } from '../../../local/site/serve';
import { openStore } from '../../../local/site/store';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at, MARTA, NOW, startProducts, type TestProducts } from './products';

const jira = openGate('jira');

describe('the gate to the OpenAPI documents', () => {
  it('lets a fitting query through with its types applied', () => {
    const gate = jira('GET', '/rest/api/3/search/jql');
    expect(gate.query({ jql: 'key = A-1', maxResults: '10', fields: 'summary,status' })).toEqual({
      ok: true,
      query: { jql: 'key = A-1', maxResults: 10, fields: ['summary', 'status'] },
    });
  });

  it.each([
    ['an unknown parameter', { querry: 'x' }],
    ['a word for a number', { jql: 'key = A-1', maxResults: 'many' }],
  ])('stops a request with %s', (_what, query) => {
    expect(jira('GET', '/rest/api/3/search/jql').query(query)).toMatchObject({ ok: false });
  });

  it('stops a body with an unknown or a missing part', () => {
    const gate = jira('POST', '/rest/api/3/issue/bulkfetch');
    expect(gate.requestBody({ issueIdsOrKeys: ['A-1'] })).toBeNull();
    expect(gate.requestBody({ issueIdsOrKeys: ['A-1'], field: ['summary'] })).toContain('field');
    expect(gate.requestBody({ fields: ['summary'] })).toContain('issueIdsOrKeys');
  });

  it('stops a reply of the wrong shape, an undocumented status, and a total where there is none', () => {
    const gate = jira('POST', '/rest/api/3/search/jql');
    expect(gate.reply(200, { issues: [{ id: '1' }], isLast: true })).toBeNull();
    expect(gate.reply(200, { issues: [{ id: 1 }], isLast: true })).toContain('/issues/0/id');
    expect(gate.reply(200, { issues: [], isLast: true, total: 0 })).toContain('total');
    expect(gate.reply(418, {})).toContain('418');
  });

  it('knows nothing of operations nobody carried over', () => {
    expect(() => jira('GET', '/rest/api/3/search')).toThrow('scripts/openapi-subset.ts');
  });
});

describe('a planted mismatch', () => {
  let site: TestProducts;
  beforeAll(async () => {
    site = await startProducts();
  });
  afterAll(() => site.stop());

  it('fails the request that caused it, and is kept', async () => {
    const { status, body } = await site.ask(MARTA, 'POST', '/rest/api/3/search/jql', {
      jql: 'type = Epic',
      startAt: 50,
    });
    expect(status).toBe(500);
    expect(JSON.stringify(body)).toContain('OpenAPI mismatch: POST /rest/api/3/search/jql: body');
    expect(site.problems).toEqual([expect.stringContaining('startAt')]);
    const kept = await site.ask(MARTA, 'GET', '/_local/mismatches');
    expect(at(kept.body, 'mismatches', 0)).toContain('startAt');
  });

  it('names an operation that is not modelled', async () => {
    const { status, body } = await site.ask(MARTA, 'GET', '/rest/api/3/issue/GROW-1/watchers');
    expect(status).toBe(501);
    expect(at(body, 'errorMessages', 0)).toBe(
      'NotModelled: the local site does not do GET /rest/api/3/issue/GROW-1/watchers.',
    );
  });

  it('fails a service that answers wrongly', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'waymark-gate-'));
    const problems: string[] = [];
    const serving: Serving = {
      site: {
        store: openStore(dataDir, true, () => makeCompany(NOW.getTime())),
        clock: { now: () => NOW, set: () => undefined },
        siteUrl: 'http://127.0.0.1:3000',
        declared: { appId: 'x', searchable: [], permissions: [], jqlFunctions: [] },
        callJqlFunction: () => Promise.resolve(null),
        now: () => NOW.getTime(),
        emit: () => undefined,
      },
      recorder: {
        record: () => undefined,
        problem: (message) => problems.push(message),
        mark: () => 0,
        since: () => [],
      },
      mismatches: [],
      rates: createRates(),
    };
    const app = fastify();
    const wrong = (): Answer => ({ status: 200, body: { accountId: 5 } });
    serve(app, serving, jiraError, jira('GET', '/rest/api/3/myself'), 'GET', '/rest/api/3/myself', wrong);
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    const reply = await fetch(`${url}/rest/api/3/myself`, { headers: { 'x-waymark-local-as': MARTA } });
    expect(reply.status).toBe(500);
    expect(problems).toEqual([
      'OpenAPI mismatch: GET /rest/api/3/myself: reply /accountId must be string (string)',
    ]);
    await app.close();
    rmSync(dataDir, { recursive: true });
  });
});

describe('rates', () => {
  it('lets a burst of 100 reads a second pass and no more', () => {
    let now = 0;
    const rates = createRates(() => now);
    for (let i = 0; i < 100; i += 1) expect(rates.take('GET /x', 'GET', undefined)).toBeNull();
    expect(rates.take('GET /x', 'GET', undefined)).toEqual({ seconds: 1, reason: 'jira-burst-based' });
    expect(rates.take('GET /y', 'GET', undefined)).toBeNull();
    now = 1_001;
    expect(rates.take('GET /x', 'GET', undefined)).toBeNull();
  });

  it('lets 20 writes to one issue pass in two seconds, 100 in thirty', () => {
    let now = 0;
    const rates = createRates(() => now);
    for (let i = 0; i < 20; i += 1) expect(rates.take('PUT /x', 'PUT', 'A-1')).toBeNull();
    expect(rates.take('PUT /x', 'PUT', 'A-1')).toEqual({ seconds: 2, reason: 'jira-per-issue-on-write' });
    expect(rates.take('PUT /x', 'PUT', 'A-2')).toBeNull();
    for (let i = 0; i < 80; i += 1) {
      if (i % 20 === 0) now += 2_001;
      expect(rates.take('PUT /x', 'PUT', 'A-1')).toBeNull();
    }
    now += 2_001;
    expect(rates.take('PUT /x', 'PUT', 'A-1')).toMatchObject({ reason: 'jira-per-issue-on-write' });
  });
});
