import type { Json, ManifestModule, ProductEvent } from '../../../local/contracts';
import { createClock } from '../../../local/control/clock';
import { testTime } from '../../builders/test-date';
import { createRecorder } from '../../../local/control/recorder';
import type { Backend, Outcome } from '../../../local/forge/backend';
import { createEventFilter } from '../../../local/forge/event-filter';
import { createEvents } from '../../../local/forge/events';
import { readManifest, type Manifest } from '../../../local/forge/manifest';
import { startSchedules } from '../../../local/forge/schedules';
import { join } from 'node:path';

const shipped = readManifest(join(__dirname, '../../../manifest.yml'));
const schedule = (key: string, interval: string): ManifestModule => ({
  ...{ type: 'scheduledTrigger', key, props: { function: 'hourly', interval } },
});
/** The triggers that ship, and schedules of the test's own. */
const manifest: Manifest = {
  ...shipped,
  modules: [
    ...shipped.modules.filter(({ type }) => type !== 'scheduledTrigger'),
    ...[schedule('five', 'fiveMinute'), schedule('hour', 'hour'), schedule('day', 'day')],
  ],
};
const updated = (id: string, more: { [name: string]: Json } = {}): ProductEvent => ({
  name: 'avi:jira:updated:issue',
  body: { eventType: 'avi:jira:updated:issue', selfGenerated: false, issue: { id, key: `A-${id}` }, ...more },
});

/** Attached issues are 1 and 2; issue 3's property says that it is not; 4 has none. */
const properties: { readonly [id: string]: Json } = {
  '1': { linked: true },
  '2': { linked: true },
  '3': { linked: false },
};
const issueProperty = (id: string, key: string): Json | undefined =>
  key === 'waymark' ? properties[id] : undefined;

/** A backend that writes down what it is asked and answers from a list, `ok` at the end of it. */
function listening(...answers: Outcome[]) {
  const asked: { readonly module: string; readonly payload: Json }[] = [];
  const runModule = async (module: ManifestModule, _role: string, payload: Json): Promise<Outcome> => {
    asked.push({ module: module.key, payload });
    return answers.shift() ?? { ok: true, body: undefined };
  };
  const backend: Backend = {
    runModule,
    invoke: () => Promise.reject(new Error('not a front end')),
    loaded: () => Promise.resolve({ ms: 0, exports: [] }),
    stop: () => Promise.resolve(),
  };
  const recorder = createRecorder();
  return { asked, recorder, backend, events: createEvents({ manifest, backend, recorder, issueProperty }) };
}

test.each([
  ['an attached issue', updated('1'), true],
  ['an issue whose property says no', updated('3'), false],
  ['an issue without the property', updated('4'), false],
  ["the app's own change", updated('1', { selfGenerated: true }), false],
  ['an event nobody asked for', { ...updated('1'), name: 'avi:jira:created:issue' }, false],
  ['an event of more than 200 kB', updated('1', { more: 'x'.repeat(200_000) }), false],
])('%s', async (_, event, delivered) => {
  const { events, asked } = listening();
  events.emit(event);
  await events.settled();
  expect(asked.map(({ module }) => module)).toEqual(delivered ? ['attached-issue-events'] : []);
});

test('held events come reversed and twice when asked to', async () => {
  const { events, asked } = listening();
  events.hold();
  events.emit(updated('1'));
  events.emit(updated('2'));
  expect(events.pending()).toEqual({ underway: 0, held: 2 });
  await events.release({ times: 2, order: 'reversed' });
  expect(asked.map(({ payload }) => JSON.stringify(payload).match(/"A-(\d)"/)?.[1])).toEqual([
    '2',
    '1',
    '2',
    '1',
  ]);
});

test('what the platform failed to deliver comes again and says so; what the app refused does not', async () => {
  const timeout: Outcome = { ok: false, kind: 'timeout', message: 'too long' };
  const failing = listening(timeout);
  await failing.events.deliver([updated('1')], { times: 1, order: 'as-sent' });
  expect(failing.asked[1]?.payload).toMatchObject({
    retryContext: { retryCount: 1, retryReason: 'FUNCTION_TIME_OUT' },
  });
  expect(failing.asked).toHaveLength(2);

  const throwing = listening({ ok: false, kind: 'app', message: 'no' });
  await throwing.events.deliver([updated('1')], { times: 1, order: 'as-sent' });
  expect(throwing.asked).toHaveLength(1);
  expect(throwing.recorder.since(0)).toMatchObject([{ kind: 'problem' }]);
});

test('a filter that is not modelled stops the start', () => {
  const trigger = {
    type: 'trigger',
    key: 't',
    props: { filter: { expression: 'event.issue.fields.x == 1' } },
  };
  expect(() => createEventFilter(trigger, issueProperty)).toThrow(
    'Not modelled on the local site: the filter of trigger t',
  );
});

test('schedules run when their interval has passed on the site’s clock, and on demand', async () => {
  jest.useFakeTimers({ doNotFake: ['performance'], now: Date.parse(testTime()) });
  const clock = createClock();
  const { backend, asked, recorder } = listening();
  const schedules = startSchedules({ manifest, backend, clock, recorder });
  await jest.advanceTimersByTimeAsync(5 * 60_000 - 1_000);
  expect(asked).toEqual([]);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(asked.map(({ module }) => module).sort()).toEqual(['day', 'five', 'hour']);
  await jest.advanceTimersByTimeAsync(5 * 60_000);
  expect(asked.slice(3).map(({ module }) => module)).toEqual(['five']);
  clock.set(new Date(clock.now().getTime() + 24 * 3_600_000));
  await jest.advanceTimersByTimeAsync(1_000);
  expect(
    asked
      .slice(4)
      .map(({ module }) => module)
      .sort(),
  ).toEqual(['day', 'five', 'hour']);
  await schedules.run('hour');
  expect(asked.at(-1)).toEqual({
    module: 'hour',
    payload: {
      context: { cloudId: expect.any(String) as string, moduleKey: 'hour' },
      contextToken: 'local',
    },
  });
  expect(() => schedules.run('issue-panel')).toThrow('issue-panel is not a scheduled trigger.');
  schedules.stop();
  jest.useRealTimers();
});
