import { answerCall, isCallName, type Caller } from '../../../src/entry/answer-call';
import type { CallName } from '../../../src/contract/calls';
import { localDate } from '../../../src/domain/dates';
import type { AccountId } from '../../../src/domain/ids';
import { migrations } from '../../../src/storage/migrations';
import { migrationsAtOnce } from '../../../src/storage/schema-reader';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  aCheckIn,
  aCycle,
  aDefinition,
  anObjective,
  aTeam,
  call,
  makeWorld,
  newId,
  people,
} from '../../builders/world';
import { requestId, type World } from '../../builders/acts';

let site: Installation;
let world: World;
beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  site = await openInstallation();
  world = await makeWorld(site);
});
afterAll(() => site.close());

const caller = (accountId: AccountId): Caller => ({
  accountId,
  installation: 'one',
  dependencies: (who) => site.as(who),
});

/** Sends what a browser might send, as JSON. */
const send = (name: CallName, payload: unknown, by = people.lead) =>
  answerCall(name, JSON.parse(JSON.stringify(payload)), caller(by));

const newKeyResult = (definition: object, title: unknown = 'Conversion up') => ({
  id: newId(),
  requestId: requestId(),
  objectiveId: world.objectiveId,
  keyResult: { title, owner: null, definition: { ...aDefinition(), ...definition } },
});
const rise = (start: unknown, target: unknown) => ({ metric: { kind: 'increase', start, target } });

test.each<[string, () => Promise<unknown>, string | undefined, RegExp]>([
  [
    'a number as words',
    () => send('key-result.create', newKeyResult(rise('forty', 80))),
    'keyResult.definition.metric.start',
    /number/,
  ],
  [
    'NaN, which JSON turns into null',
    () => send('key-result.create', newKeyResult(rise(Number.NaN, 80))),
    'keyResult.definition.metric.start',
    /number/,
  ],
  [
    '1e400',
    () =>
      answerCall(
        'check-in.record',
        JSON.parse(JSON.stringify(aCheckIn(world.keyResultId)).replace('"value":63', '"value":1e400')),
        caller(people.member),
      ),
    'value',
    /number/,
  ],
  [
    'a target equal to the start',
    () => send('key-result.create', newKeyResult(rise(40, 40))),
    'keyResult.definition.metric.target',
    /same/,
  ],
  [
    'an empty band',
    () => send('key-result.create', newKeyResult({ metric: { kind: 'maintain', min: null, max: null } })),
    'keyResult.definition.metric.min',
    /lowest/,
  ],
  [
    'a weight below 0',
    () => send('key-result.create', newKeyResult({ weight: -1 })),
    'keyResult.definition.weight',
    /below 0/,
  ],
  [
    '10,000 characters',
    () => send('key-result.create', newKeyResult({}, 'x'.repeat(10_000))),
    'keyResult.title',
    /255 characters/,
  ],
  ['no title', () => send('key-result.create', newKeyResult({}, '   ')), 'keyResult.title', /Write/],
  [
    'a title that is an object',
    () => send('key-result.create', newKeyResult({}, { $gt: '' })),
    'keyResult.title',
    /Write/,
  ],
  [
    'a control character',
    () => send('key-result.create', newKeyResult({}, 'a\u0000b')),
    'keyResult.title',
    /control/,
  ],
  [
    'a day that is none',
    () => send('key-result.create', newKeyResult({ dueOn: '2027-02-29' })),
    'keyResult.definition.dueOn',
    /year-month-day/,
  ],
  [
    'a due date before the start',
    () => send('key-result.create', newKeyResult({ dueOn: '2026-03-31' })),
    'keyResult.definition.dueOn',
    /due date/,
  ],
  ['an id that is none', () => send('key-result.read', { id: "1' OR '1'='1" }), 'id', /link/],
  ['nothing at all', () => send('team.create', {}), 'id', /link/],
  ['a list instead of an object', () => send('team.create', []), '', /sent whole/],
  [
    'a kind that does not exist',
    () => send('key-result.create', newKeyResult({ metric: { kind: 'vibes' } })),
    'keyResult.definition.metric.kind',
    /./,
  ],
  [
    'a cycle that ends before it starts',
    () =>
      send('cycle.create', {
        id: newId(),
        requestId: requestId(),
        cycle: aCycle({ endsOn: localDate('2026-03-01') }),
      }),
    'cycle.endsOn',
    /before it starts/,
  ],
  [
    'a time zone nobody lives in',
    () =>
      send('team.create', { id: newId(), requestId: requestId(), team: aTeam({ timeZone: 'Mars/Olympus' }) }),
    'team.timeZone',
    /time zone/,
  ],
  [
    'a day in the future',
    () =>
      send('check-in.record', aCheckIn(world.keyResultId, { day: localDate('2026-05-13') }), people.member),
    'day',
    /future/,
  ],
  [
    'a confidence of 11',
    () => send('check-in.record', aCheckIn(world.keyResultId, { confidence: 11 }), people.member),
    'confidence',
    /0 to 10/,
  ],
  [
    'a check-in that says nothing',
    () =>
      send('check-in.record', aCheckIn(world.keyResultId, { value: null, confidence: null }), people.member),
    'value',
    /Say something/,
  ],
  [
    'milestones of a number',
    () =>
      send(
        'check-in.record',
        aCheckIn(world.keyResultId, { value: null, reached: [newId()] }),
        people.member,
      ),
    'reached',
    /milestones/,
  ],
])('%s gets one sentence', async (_what, act, field, sentence) => {
  const before = await stored();
  const result = await act();
  expect(result).toMatchObject({ ok: false, refusal: { code: 'invalid', field } });
  expect((result as { refusal: { message: string } }).refusal.message).toMatch(sentence);
  expect((result as { refusal: { message: string } }).refusal.message).not.toMatch(
    /Invalid|expected|undefined|SQL/,
  );
  expect(await stored()).toEqual(before);
});

async function stored() {
  const deps = site.as(people.lead);
  return [
    await deps.okrs.read({ by: 'place', teamIds: null, cycleId: null }, people.lead),
    await deps.teams.list(),
    await deps.cycles.list(),
  ];
}

test.each<[string, () => Promise<unknown>]>([
  ['a key result', () => call(site, people.lead, 'key-result.read', { id: newId<'key-result'>() })],
  [
    'a check-in’s key result',
    () => call(site, people.lead, 'check-in.record', aCheckIn(newId<'key-result'>())),
  ],
  [
    'an id of another kind',
    () =>
      send(
        'check-in.record',
        aCheckIn(newId<'key-result'>(), { keyResultId: JSON.parse(JSON.stringify(world.teamId)) }),
      ),
  ],
  [
    'an objective’s team',
    () =>
      send('objective.create', {
        id: newId(),
        requestId: requestId(),
        teamId: newId(),
        cycleId: world.cycleId,
        objective: anObjective(),
      }),
  ],
  [
    'a team’s parent',
    () => send('team.create', { id: newId(), requestId: requestId(), team: aTeam({ parentId: newId() }) }),
  ],
  ['the overview’s team', () => send('overview.read', { cycleId: null, teamId: newId(), projectId: null })],
])('%s that is not there is not found', async (_what, act) => {
  expect(await act()).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
});

test('a surprise is one safe sentence for the person and has its cause in the log', async () => {
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  site.faults.plan({ match: 'FROM `team`', at: 1, kind: '500', times: 1 });
  const answer = send('directory.read', {});
  await expect(answer).rejects.toThrow(
    /^Waymark could not do this just now\. Nothing is lost: try again in a moment\.$/,
  );
  expect(logged).toHaveBeenCalledWith('directory.read failed', expect.anything());
  logged.mockRestore();
});

test('names outside the call table are not calls', () => {
  expect(['constructor', '__proto__', 'toString', 'team', ''].filter(isCallName)).toEqual([]);
});

test('before the database is ready people are told, and the admin page finishes it', async () => {
  const empty = await openInstallation({ migrated: false });
  try {
    const ask = (name: CallName, by: AccountId) =>
      answerCall(name, {}, { accountId: by, installation: 'two', dependencies: (who) => empty.as(who) });
    const settingUp = (applied: number) => ({
      refusal: {
        code: 'setting-up',
        message: `The database is being prepared: ${applied} of ${migrations.length} steps are done.`,
      },
    });
    expect(await ask('directory.read', people.lead)).toMatchObject(settingUp(0));
    expect(await ask('settings.read', people.lead)).toMatchObject({ value: { migrations: { applied: 0 } } });
    empty.okrLeads.add(people.okrLead);
    // Each look makes a portion.
    const first = await ask('settings.read', people.okrLead);
    expect(first).toMatchObject({ value: { migrations: { applied: migrationsAtOnce } } });
    expect(await ask('directory.read', people.lead)).toMatchObject(settingUp(migrationsAtOnce));
    const settings = await ask('settings.read', people.okrLead);
    expect(settings).toMatchObject({ ok: true, value: { version: 1, okrLead: true } });
    expect(await ask('directory.read', people.lead)).toMatchObject({ ok: true, value: { teams: [] } });
  } finally {
    await empty.close();
  }
});
