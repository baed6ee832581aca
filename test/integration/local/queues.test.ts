import { InvocationError, InvocationErrorCode, Queue } from '@forge/events';
import type { Json, ManifestModule } from '../../../local/contracts';
import { createClock } from '../../../local/control/clock';
import { createFaults } from '../../../local/control/faults';
import { createRecorder } from '../../../local/control/recorder';
import type { Outcome } from '../../../local/forge/backend';
import { installSqlDoor } from '../../../local/forge/install-sql-door';
import type { Manifest } from '../../../local/forge/manifest';
import { createQueues, startDelivery } from '../../../local/forge/queues';

const consumer: ManifestModule = {
  ...{ type: 'consumer', key: 'mail-consumer', props: { queue: 'mail', function: 'send' } },
};
const manifest: Manifest = {
  ...{ appId: 'a', memoryMb: null, permissions: {}, modules: [consumer], functions: new Map() },
};
const start = new Date('2026-05-12T09:00:00.000Z');
const later = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);
const noSql = (): Promise<Response> => Promise.reject(new Error('no database in this test'));
const once = { times: 1, order: 'as-sent' } as const;

/** The real @forge/events on the site's queues; the consumer answers from a list, nothing at its end. */
function open(...answers: Outcome[]) {
  const clock = createClock();
  clock.set(start, true);
  const faults = createFaults();
  const recorder = createRecorder();
  const got: Json[] = [];
  const queues = createQueues({
    ...{ manifest, clock, faults, recorder },
    run: async (module, payload) => {
      expect(module).toBe(consumer);
      got.push(payload);
      return answers.shift() ?? { ok: true, body: undefined };
    },
  });
  installSqlDoor(noSql, queues.door);
  return { clock, faults, recorder, got, queues, queue: new Queue({ key: 'mail' }) };
}

test('an event comes after its delay on the site’s clock, with all that Forge tells a consumer', async () => {
  const { clock, queues, queue, got } = open();
  const { jobId } = await queue.push({ body: { to: 'ada' }, delayInSeconds: 65 });
  clock.set(later(64), true);
  expect(await queues.deliverDue()).toEqual([]);
  clock.set(later(65), true);
  const [delivery] = await queues.deliverDue();
  expect(delivery).toMatchObject({ consumer: 'mail-consumer', queue: 'mail', outcome: { ok: true } });
  expect(got).toEqual([
    {
      ...{ body: { to: 'ada' }, queueName: 'mail', jobId, delayInSeconds: 65 },
      eventId: delivery?.eventId,
    },
  ]);
  expect(await queues.deliverDue()).toEqual([]);
});

test('a clock that is set back makes an event wait its whole delay from there, no longer', async () => {
  const { clock, queues, queue, got } = open();
  await queue.push({ body: {}, delayInSeconds: 65 });
  clock.set(later(-86_400), true);
  await queues.deliverDue();
  clock.set(later(-86_400 + 65), true);
  await queues.deliverDue();
  expect(got).toHaveLength(1);
});

test('draining delivers what waits, due or not, as often and in the order asked for', async () => {
  const { queues, queue, got } = open();
  await queue.push([
    { body: { n: 1 }, delayInSeconds: 900 },
    { body: { n: 2 }, delayInSeconds: 0 },
  ]);
  expect(queues.waiting()).toBe(2);
  expect(await queues.drain({ times: 2, order: 'reversed' })).toHaveLength(4);
  expect(got).toMatchObject([2, 1, 2, 1].map((n) => ({ body: { n } })));
  expect(queues.waiting()).toBe(0);
});

test('the running site looks by itself', async () => {
  jest.useFakeTimers({ doNotFake: ['performance'] });
  const { clock, queues, queue, got, recorder } = open();
  const stop = startDelivery(queues, recorder);
  await queue.push({ body: {}, delayInSeconds: 5 });
  await jest.advanceTimersByTimeAsync(10_000);
  expect(got).toEqual([]);
  clock.set(later(5), true);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(got).toHaveLength(1);
  stop();
  jest.useRealTimers();
});

test('a consumer that asks for its event again gets it after the time it asked for, and is told why', async () => {
  const again = new InvocationError({
    ...{
      retryAfter: 30,
      retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
      retryData: { page: 2 },
    },
  });
  const body = JSON.parse(JSON.stringify(again)) as Json;
  const { clock, queues, queue, got } = open({ ok: true, body });
  await queue.push({ body: {} });
  await queues.deliverDue();
  clock.set(later(29), true);
  expect(await queues.deliverDue()).toEqual([]);
  clock.set(later(30), true);
  await queues.deliverDue();
  expect(got[1]).toMatchObject({
    retryContext: { retryCount: 1, retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED', retryData: { page: 2 } },
  });
  expect(queues.waiting()).toBe(0);
});

test('what the platform failed to run comes again, four times; what the app threw does not, and both are told', async () => {
  const timeout: Outcome = { ok: false, kind: 'timeout', message: 'too long' };
  const slow = open(timeout, timeout, timeout, timeout, timeout);
  await slow.queue.push({ body: {} });
  while (slow.queues.waiting() > 0) await slow.queues.drain(once);
  expect(slow.got).toHaveLength(5);
  expect(slow.got[4]).toMatchObject({ retryContext: { retryCount: 4, retryReason: 'FUNCTION_TIME_OUT' } });
  const thrown = open({ ok: false, kind: 'app', message: 'no' });
  await thrown.queue.push({ body: {} });
  await thrown.queues.drain(once);
  expect(thrown.queues.waiting()).toBe(0);
  expect(thrown.recorder.since(0)).toMatchObject([
    { kind: 'problem', message: 'mail-consumer failed on an event of mail: no' },
  ]);
});

test('a queue that nobody consumes is refused with 400', async () => {
  open();
  await expect(new Queue({ key: 'post' }).push({ body: {} })).rejects.toThrow(/^400 /);
});

test('more than 500 events a minute are refused', async () => {
  const { queue, queues } = open();
  const fifty = Array.from({ length: 50 }, () => ({ body: {} }));
  for (let push = 0; push < 10; push += 1) await queue.push(fifty);
  await expect(queue.push({ body: {} })).rejects.toThrow('Too many requests.');
  expect(queues.waiting()).toBe(500);
});

/** What @forge/events refuses by itself before it asks, asked all the same. */
test.each([
  ['51 events', Array.from({ length: 51 }, () => ({ body: {} })), 400],
  ['no event', [], 400],
  ['a delay of 901 seconds', [{ body: {}, delayInSeconds: 901 }], 400],
  ['a body that is a text', [{ body: 'hello' }], 400],
  ['200 KB', [{ body: { text: 'x'.repeat(200 * 1024) } }], 413],
])('a push with %s is refused', async (_, payload, status) => {
  const { queues } = open();
  const body = JSON.stringify({
    ...{ queueName: 'mail', jobId: 'j', type: 'avi:forge:app:event', payload, time: start.toISOString() },
    schema: 'ari:cloud:ecosystem::forge/app-event-2',
  });
  const path = '/webhook/queue/publish/{contextAri}/{environmentId}/{appId}/{appVersion}';
  const meta = { type: 'fpp', provider: 'app', remote: 'stargate' };
  const response = await queues.door({ meta, path, method: 'POST', headers: [], body });
  expect(response.status).toBe(status);
  expect(queues.waiting()).toBe(0);
});

test.each([
  ['error-before', 0],
  ['500', 0],
  ['429', 0],
  ['error-after', 1],
  ['timeout', 1],
  ['crash', 1],
] as const)('a planned %s of a push leaves %i events', async (kind, left) => {
  const { faults, queues, queue } = open();
  faults.plan({ match: 'POST /webhook/queue/publish', at: 1, kind, times: 1 });
  await expect(queue.push({ body: {} })).rejects.toThrow();
  expect(queues.waiting()).toBe(left);
});

test('what is not modelled says so by name', async () => {
  const { queue } = open();
  await expect(queue.getStats('j')).rejects.toThrow(
    'Not modelled on the local site: app POST /webhook/queue/stats',
  );
  await expect(queue.push({ body: {}, concurrency: { key: 'k', limit: 1 } })).rejects.toThrow(
    'Not modelled on the local site: concurrency of the queue mail',
  );
});
