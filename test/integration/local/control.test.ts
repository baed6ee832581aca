import fastify, { type FastifyInstance } from 'fastify';
import { createFaults } from '../../../local/control/faults';
import { createRecorder } from '../../../local/control/recorder';
import { watchRest } from '../../../local/control/rest-watch';

/** A server with one REST route that counts how often it was carried out. */
async function watched() {
  const app: FastifyInstance = fastify();
  const recorder = createRecorder();
  const faults = createFaults();
  const done = { times: 0 };
  watchRest(app, recorder, faults);
  app.post('/rest/api/3/issue', async () => {
    done.times += 1;
    return { id: '1' };
  });
  app.get('/jira/your-work', async () => 'a page');
  await app.listen({ port: 0, host: '127.0.0.1' });
  const url = app.listeningOrigin;
  return { app, recorder, faults, done, url };
}

const post = (url: string, headers: { [name: string]: string } = {}): Promise<Response> =>
  fetch(`${url}/rest/api/3/issue`, { method: 'POST', headers });

test('REST calls are recorded with who asked and from where; pages are not', async () => {
  const { app, recorder, url } = await watched();
  await (await post(url, { cookie: 'waymark-person=ada' })).text();
  const backend = { 'x-waymark-local-as': 'app', 'x-waymark-local-invocation': 'i1' };
  await (await post(url, backend)).text();
  await (await fetch(`${url}/jira/your-work`)).text();
  await app.close();
  expect(recorder.since(0)).toMatchObject([
    {
      kind: 'rest',
      method: 'POST',
      path: '/rest/api/3/issue',
      as: 'user:ada',
      origin: 'browser',
      status: 200,
    },
    { as: 'app', origin: 'backend', invocationId: 'i1' },
  ]);
});

test.each([
  ['error-before', 500, 0],
  ['error-after', 500, 1],
  ['429', 429, 0],
  ['500', 500, 0],
] as const)(
  "a planned %s of the browser's call answers %i after carrying it out %i times",
  async (kind, status, times) => {
    const { app, faults, done, url } = await watched();
    faults.plan({ match: 'POST /rest/api/3/issue', at: 1, kind, times: 1 });
    expect((await post(url)).status).toBe(status);
    expect(done.times).toBe(times);
    expect((await post(url)).status).toBe(200);
    await app.close();
  },
);

test.each(['timeout', 'crash'] as const)(
  'a planned %s carries the call out and loses the reply',
  async (kind) => {
    const { app, faults, done, url } = await watched();
    faults.plan({ match: 'issue', at: 1, kind, times: 1 });
    await expect(post(url).then((reply) => reply.text())).rejects.toThrow();
    expect(done.times).toBe(1);
    await app.close();
  },
);

test("a browser's fault does not befall the backend's call, which has a door of its own", async () => {
  const { app, faults, url } = await watched();
  faults.plan({ match: 'issue', at: 1, kind: '500', times: 1 });
  expect((await post(url, { 'x-waymark-local-as': 'app' })).status).toBe(200);
  expect(faults.pending()).toHaveLength(1);
  await app.close();
});

test('a fault comes at the match it is planned for, as often as planned', () => {
  const faults = createFaults();
  faults.plan({ match: 'insert into item', at: 2, kind: '429', times: 2 });
  const seen = [
    'INSERT INTO item 1',
    'SELECT 1',
    'INSERT INTO item 2',
    'INSERT INTO item 3',
    'INSERT INTO item 4',
  ];
  expect(seen.map((operation) => faults.next(operation))).toEqual([null, null, '429', '429', null]);
  expect(faults.pending()).toEqual([]);
});
