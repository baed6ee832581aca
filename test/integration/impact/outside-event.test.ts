import { answerCall, type Caller } from '../../../src/entry/answer-call';
import { localDate } from '../../../src/domain/dates';
import type { AccountId } from '../../../src/domain/ids';
import { requestId, type World } from '../../builders/acts';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  anEvent,
  anObjective,
  call,
  makeEvent,
  makeKeyResult,
  makeObjective,
  makeWorld,
  moveCycle,
  newId,
  people,
  unwrap,
} from '../../builders/world';

let site: Installation;
let world: World;
beforeEach(async () => {
  site = await openInstallation();
  world = await makeWorld(site);
});
afterEach(() => site.close());

const mark = (by: AccountId, more: Parameters<typeof anEvent>[0] = {}, keyResultId = world.keyResultId) =>
  call(site, by, 'outside-event.mark', {
    id: newId<'outside-event'>(),
    requestId: requestId(),
    keyResultId,
    event: anEvent(more),
  });

async function read(by: AccountId = people.viewer) {
  const page = unwrap(await call(site, by, 'key-result.read', { id: world.keyResultId }));
  const [keyResult] = page.objectives.flatMap(({ keyResults }) => keyResults);
  return { events: keyResult?.events ?? [], can: keyResult?.can, history: page.history };
}

test.each([
  ['a member of the team', true, people.member],
  ['the key result’s owner', true, people.owner],
  ['the team’s lead', true, people.lead],
  ['an OKR lead', true, people.okrLead],
  ['a stranger', false, people.stranger],
])('%s marks one: %s', async (_, may, by) => {
  expect((await read(by)).can?.markEvent).toBe(may);
  expect(await mark(by)).toMatchObject(may ? { ok: true } : { refusal: { code: 'not-allowed' } });
  expect((await read()).events).toHaveLength(may ? 1 : 0);
});

test('events are read by day, with who marked them, on every view', async () => {
  await makeEvent(site, world.keyResultId, {
    on: localDate('2026-05-06'),
    kind: 'outage',
    title: 'Shop down',
  });
  await makeEvent(site, world.keyResultId, {
    on: localDate('2026-04-20'),
    until: localDate('2026-06-01'),
    title: 'Spring sale',
  });
  expect((await read(people.member)).events).toEqual([
    {
      id: expect.any(String),
      version: 1,
      kind: 'campaign',
      on: '2026-04-20',
      until: '2026-06-01',
      title: 'Spring sale',
      markedBy: people.member,
      markedAt: '2026-05-12T09:00:00.000Z',
      can: { edit: true },
    },
    expect.objectContaining({ kind: 'outage', on: '2026-05-06', until: null, title: 'Shop down' }),
  ]);
  const macro = unwrap(
    await call(site, people.stranger, 'macro.read', { show: { kind: 'cycle', id: world.cycleId } }),
  );
  const [shown] = macro.objectives.flatMap(({ keyResults }) => keyResults);
  expect(shown?.events.map(({ title, can }) => [title, can.edit])).toEqual([
    ['Spring sale', false],
    ['Shop down', false],
  ]);
});

test('changed, taken away and brought back, each in history', async () => {
  const id = await makeEvent(site, world.keyResultId);
  const change = (version: number) => ({ id, version, requestId: requestId() });
  unwrap(
    await call(site, people.owner, 'outside-event.edit', {
      ...change(1),
      event: anEvent({ kind: 'price', title: 'Delivery is free' }),
      why: 'It was not a sale',
    }),
  );
  unwrap(
    await call(site, people.member, 'outside-event.set-removed', { ...change(2), removed: true, why: '' }),
  );
  expect((await read()).events).toEqual([]);
  expect(
    await call(site, people.member, 'outside-event.edit', { ...change(3), event: anEvent(), why: '' }),
  ).toMatchObject({ refusal: { code: 'not-found' } });
  unwrap(
    await call(site, people.member, 'outside-event.set-removed', { ...change(3), removed: false, why: '' }),
  );
  const { events, history } = await read();
  expect(events).toMatchObject([{ version: 4, kind: 'price', title: 'Delivery is free' }]);
  expect(history.filter(({ entity }) => entity === 'outside-event')).toMatchObject([
    { act: 'set-removed', changes: [{ field: 'removed', from: 'true', to: 'false' }] },
    { act: 'set-removed', changes: [{ field: 'removed', from: 'false', to: 'true' }] },
    {
      act: 'edit',
      by: people.owner,
      why: 'It was not a sale',
      changes: [
        { field: 'kind', from: '"campaign"', to: '"price"' },
        { field: 'title', from: '"Spring sale"', to: '"Delivery is free"' },
      ],
    },
    { act: 'mark', by: people.member, changes: [] },
  ]);
});

test('whoever saves second is told who saved first', async () => {
  const id = await makeEvent(site, world.keyResultId);
  const edit = (by: AccountId, title: string) =>
    call(site, by, 'outside-event.edit', {
      id,
      version: 1,
      requestId: requestId(),
      event: anEvent({ title }),
      why: '',
    });
  unwrap(await edit(people.owner, 'First'));
  expect(await edit(people.member, 'Second')).toMatchObject({
    refusal: { code: 'changed', changed: { by: people.owner } },
  });
  expect((await read()).events).toMatchObject([{ title: 'First' }]);
});

test('taken after the cycle closed, since verdicts go on', async () => {
  const id = await makeEvent(site, world.keyResultId);
  await moveCycle(site, world.cycleId, 'closed');
  expect(await mark(people.member)).toMatchObject({ ok: true });
  const remove = { id, version: 1, requestId: requestId(), removed: true, why: '' };
  expect(await call(site, people.member, 'outside-event.set-removed', remove)).toMatchObject({ ok: true });
});

test('an id means one event: used for another key result it is refused', async () => {
  const other = await makeKeyResult(site, world.objectiveId, { title: 'Refunds from 9 to 4' });
  const id = await makeEvent(site, world.keyResultId);
  const input = { id, requestId: requestId(), keyResultId: other, event: anEvent() };
  expect(await call(site, people.member, 'outside-event.mark', input)).toMatchObject({
    refusal: { code: 'exists' },
  });
});

test('what is restricted, or of nothing, is not there', async () => {
  const { teamId, cycleId } = world;
  const secret = anObjective({ restricted: true, owner: people.owner });
  const objectiveId = await makeObjective(site, { teamId, cycleId }, secret);
  const keyResultId = await makeKeyResult(site, objectiveId);
  const id = await makeEvent(site, keyResultId);
  const notFound = { refusal: { code: 'not-found' } };
  expect(await mark(people.okrLead, {}, keyResultId)).toMatchObject(notFound);
  const change = { version: 1, requestId: requestId(), why: '' };
  const remove = { ...change, removed: true };
  expect(await call(site, people.okrLead, 'outside-event.set-removed', { id, ...remove })).toMatchObject(
    notFound,
  );
  const nothing = { ...change, id: newId<'outside-event'>(), event: anEvent() };
  expect(await call(site, people.member, 'outside-event.edit', nothing)).toMatchObject(notFound);
  expect(await mark(people.member, {}, newId<'key-result'>())).toMatchObject(notFound);
});

describe('what a browser might send', () => {
  const caller: Caller = {
    accountId: people.member,
    installation: 'one',
    dependencies: (who) => site.as(who),
  };
  const send = (event: object) =>
    answerCall(
      'outside-event.mark',
      {
        id: newId(),
        requestId: requestId(),
        keyResultId: world.keyResultId,
        event: { ...anEvent(), ...event },
      },
      caller,
    );
  beforeAll(() => {
    jest.spyOn(console, 'info').mockImplementation(() => undefined);
  });

  test.each([
    ['a day in the future', { on: '2026-05-13' }, 'event.on', /future/],
    ['an end before its beginning', { until: '2026-05-03' }, 'event.until', /before it begins/],
    ['a changed definition that ends', { kind: 'definition', until: '2026-05-05' }, 'event.until', /stays/],
    ['a day that is none', { on: '2026-02-30' }, 'event.on', /year-month-day/],
    ['a kind that is none', { kind: 'weather' }, 'event.kind', /kind/],
    ['no words', { title: '  ' }, 'event.title', /what happened/],
    ['too many words', { title: 'x'.repeat(161) }, 'event.title', /160/],
    ['two lines', { title: 'a\nb' }, 'event.title', /one line/],
  ])('%s is refused with a sentence', async (_, event, field, sentence) => {
    expect(await send(event)).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', field, message: expect.stringMatching(sentence) },
    });
  });

  test('hostile words stay words', async () => {
    const title = `<script>alert(1)</script>'; DROP TABLE outside_event; -- \u202e🚀`;
    expect(await send({ title })).toMatchObject({ ok: true });
    expect((await read()).events).toMatchObject([{ title }]);
  });
});
