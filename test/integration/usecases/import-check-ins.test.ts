import { localDate } from '../../../src/domain/dates';
import { byDay } from '../../../src/domain/measurements';
import { openInstallation, type Installation } from '../../builders/installation';
import { aPastCheckIn, call, makeWorld, moveCycle, newId, people, unwrap } from '../../builders/world';

let site: Installation;
let world: Awaited<ReturnType<typeof makeWorld>>;
beforeAll(async () => {
  site = await openInstallation();
});
afterAll(() => site.close());
beforeEach(async () => {
  site.setNow('2026-05-20T09:00:00.000Z');
  world = await makeWorld(site);
});

const take = (rows: ReturnType<typeof aPastCheckIn>[], by = people.owner) =>
  call(site, by, 'check-in.import', { keyResultId: world.keyResultId, source: 'import', checkIns: rows });

async function stored() {
  const page = unwrap(await call(site, people.owner, 'key-result.read', { id: world.keyResultId }));
  return page.objectives.flatMap(({ keyResults }) => keyResults).flatMap(({ checkIns }) => checkIns);
}

const on = (day: string, value: number) => aPastCheckIn({ day: localDate(day), value });

test('check-ins kept elsewhere count as made on their days, and name their source', async () => {
  const decision = { text: 'Cut the form', owner: people.lead, dueOn: localDate('2026-05-30') };
  const last = aPastCheckIn({
    day: localDate('2026-05-12'),
    value: 63,
    confidence: 3,
    blocker: 'Legal',
    decision,
  });
  expect(await take([last, on('2026-03-25', 41), on('2026-05-05', 61)])).toEqual({
    ok: true,
    value: { checkIns: 3 },
  });
  expect(await stored()).toMatchObject([
    { day: '2026-03-25', madeOn: '2026-03-25', value: 41, source: 'import', by: people.owner },
    { day: '2026-05-05', madeOn: '2026-05-05', value: 61 },
    {
      day: '2026-05-12',
      madeOn: '2026-05-12',
      value: 63,
      confidence: 3,
      blocker: 'Legal',
      decision,
      ask: null,
    },
  ]);
});

test('of one day the one further down counts, whatever the ids', async () => {
  const rows = [on('2026-05-12', 14), on('2026-05-12', 78), on('2026-05-12', 16)];
  const backwards = [...rows].sort((a, b) => (a.id < b.id ? 1 : -1));
  unwrap(await take(backwards));
  const page = unwrap(await call(site, people.owner, 'key-result.read', { id: world.keyResultId }));
  const checkIns = page.objectives.flatMap(({ keyResults }) => keyResults).flatMap((one) => one.checkIns);
  expect([...checkIns].sort(byDay).map(({ value }) => value)).toEqual(backwards.map(({ value }) => value));
});

test('more of the same import adds only what is new', async () => {
  const first = [on('2026-05-05', 61), on('2026-05-12', 63)];
  unwrap(await take(first));
  expect(await take([...first, on('2026-05-19', 66)])).toEqual({ ok: true, value: { checkIns: 3 } });
  expect((await stored()).map(({ value }) => value)).toEqual([61, 63, 66]);
});

test('one id used for something else refuses all of it', async () => {
  const first = on('2026-05-05', 61);
  unwrap(await take([first]));
  expect(await take([on('2026-05-12', 63), { ...first, value: 62 }])).toMatchObject({
    ok: false,
    refusal: { code: 'exists' },
  });
  expect((await stored()).map(({ value }) => value)).toEqual([61]);
});

test('one row that makes no sense refuses all of it, and says which', async () => {
  const twice = on('2026-05-05', 61);
  const rows = [on('2026-05-12', 63), on('2026-05-21', 70)];
  expect(await take(rows)).toMatchObject({
    ok: false,
    refusal: { code: 'invalid', field: 'checkIns.1.day' },
  });
  expect(await take([aPastCheckIn({ reached: [newId()] })])).toMatchObject({
    ok: false,
    refusal: { code: 'invalid', field: 'checkIns.0.reached' },
  });
  expect(await take([twice, twice])).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
  expect(await stored()).toEqual([]);
});

test('a member checks in but imports nothing, and nothing goes to a key result that is not there', async () => {
  expect(await take([on('2026-05-12', 63)], people.member)).toMatchObject({
    ok: false,
    refusal: { code: 'not-allowed' },
  });
  expect(
    await call(site, people.owner, 'check-in.import', {
      keyResultId: newId(),
      source: 'sample',
      checkIns: [aPastCheckIn()],
    }),
  ).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
});

test('a closed cycle takes follow-up only', async () => {
  await moveCycle(site, world.cycleId, 'closed');
  site.setNow('2026-08-01T09:00:00.000Z');
  const after = aPastCheckIn({ day: localDate('2026-07-20'), value: 79, confidence: null });
  const within = aPastCheckIn({ day: localDate('2026-06-20'), confidence: null });
  expect(await take([after, within])).toMatchObject({
    ok: false,
    refusal: { code: 'closed', field: 'checkIns.1.day' },
  });
  expect(await take([{ ...after, confidence: 5 }])).toMatchObject({
    ok: false,
    refusal: { code: 'closed', field: 'checkIns.0.confidence' },
  });
  expect(await take([after])).toMatchObject({ ok: true });
  expect(await stored()).toHaveLength(1);
});
