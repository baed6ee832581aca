import { localDate } from '../../../src/domain/dates';
import type { AccountId, KeyResultId, ObjectiveId } from '../../../src/domain/ids';
import { rollUp } from '../../../src/domain/roll-up';
import { standing } from '../../../src/domain/standing';
import { requestId, type World } from '../../builders/acts';
import { makeAttached } from '../../builders/attached';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  aCheckIn,
  anObjective,
  call,
  checkInOn,
  makeCycle,
  makeKeyResult,
  makeObjective,
  makeOtherTeam,
  makeShared,
  makeWorld,
  moveCycle,
  newId,
  people,
  unwrap,
} from '../../builders/world';

let site: Installation;
let world: World;
let platform: Awaited<ReturnType<typeof makeOtherTeam>>;
beforeEach(async () => {
  site = await openInstallation();
  world = await makeWorld(site);
  platform = await makeOtherTeam(site, world.cycleId);
});
afterEach(() => site.close());

const show = (
  by: AccountId,
  keyResultId: KeyResultId,
  objectiveId: ObjectiveId,
  more: { id?: ReturnType<typeof newId<'shared-key-result'>>; version?: number; shown?: boolean } = {},
) =>
  call(site, by, 'key-result.show-under', {
    id: newId<'shared-key-result'>(),
    version: 0,
    requestId: requestId(),
    shown: true,
    ...more,
    keyResultId,
    objectiveId,
  });
const overview = async (by = people.viewer, { teamId, cycleId }: Pick<World, 'teamId' | 'cycleId'> = world) =>
  unwrap(await call(site, by, 'overview.read', { teamId, cycleId, projectId: null }));
const objective = async (by: AccountId, id: ObjectiveId) =>
  unwrap(await call(site, by, 'objective.read', { id }));
const keyResult = async (by: AccountId, id: KeyResultId) =>
  unwrap(await call(site, by, 'key-result.read', { id }));

test('a key result of another team is shown beneath an objective with its values, and stays at home', async () => {
  await checkInOn(site, platform.keyResultId, { '2026-05-05': 50, '2026-05-12': 60 });
  await makeAttached(site, platform.keyResultId);
  await makeShared(site, platform.keyResultId, world.objectiveId);

  for (const { shared, objectives } of [
    await overview(),
    await objective(people.viewer, world.objectiveId),
  ]) {
    expect(objectives.map(({ key, keyResults }) => [key, keyResults.map((own) => own.key)])).toEqual([
      ['O-1', ['KR-1']],
    ]);
    expect(shared.shown).toMatchObject([
      { objectiveId: world.objectiveId, keyResultId: platform.keyResultId, can: { takeAway: false } },
    ]);
    expect(shared.homes).toMatchObject([
      { key: 'O-2', team: { name: 'Platform' }, keyResults: [{ key: 'KR-2' }] },
    ]);
    const [shown] = shared.homes[0]?.keyResults ?? [];
    expect(shown?.checkIns.map(({ value, confidence, evidence }) => [value, confidence, evidence])).toEqual([
      [50, 6, ''],
      [60, 6, ''],
    ]);
    expect(shown?.initiatives).toEqual([]);
  }

  const home = await keyResult(people.owner, platform.keyResultId);
  expect(home.shownUnder).toMatchObject([
    {
      objective: { id: world.objectiveId, key: 'O-1', team: { name: 'Checkout' } },
      can: { takeAway: true, putBack: false },
    },
  ]);
  expect((await keyResult(people.viewer, world.keyResultId)).shownUnder).toEqual([]);
});

test('all teams at once: what is shown elsewhere is there once at home, with its own check-ins', async () => {
  await checkInOn(site, platform.keyResultId, { '2026-05-05': 50 });
  await makeShared(site, platform.keyResultId, world.objectiveId);
  const read = () =>
    call(site, people.viewer, 'overview.read', { teamId: null, cycleId: world.cycleId, projectId: null });
  const { objectives, shared } = unwrap(await read());
  expect(
    objectives.flatMap(({ keyResults }) => keyResults.map(({ key, checkIns }) => [key, checkIns.length])),
  ).toEqual([
    ['KR-1', 0],
    ['KR-2', 1],
  ]);
  expect(shared.shown).toHaveLength(1);
  expect(shared.homes[0]?.keyResults[0]?.checkIns).toHaveLength(1);
  expect(await site.statements(read)).toHaveLength(4);
});

test('it adds nothing where it is shown: no arithmetic, no finding, nothing owed, met, scored or exported', async () => {
  const { teamId, cycleId, objectiveId } = world;
  await checkInOn(site, platform.keyResultId, { '2026-05-12': 70 });
  const said = async () => {
    const { objectives, site: settings } = await objective(people.lead, objectiveId);
    const place = { cycleId, teamId };
    return {
      rollUp: objectives.map(({ keyResults, team }) =>
        rollUp(
          keyResults.map(({ definition, checkIns }) => ({
            weight: definition.weight,
            standing: standing(
              { definition, checkIns, cadence: team.cadence },
              settings.rules,
              localDate('2026-05-12'),
            ),
          })),
        ),
      ),
      review: unwrap(await call(site, people.lead, 'review.read', { cycleId, after: 0 })),
      mine: unwrap(await call(site, people.member, 'mine.read', {})),
      meeting: unwrap(await call(site, people.lead, 'meeting.read', { teamId, cycleId, projectId: null })),
      closing: unwrap(await call(site, people.lead, 'closing.read', place)),
      macro: unwrap(
        await call(site, people.lead, 'macro.read', { show: { kind: 'objective', id: objectiveId } }),
      ),
      export: unwrap(await call(site, people.lead, 'export.read', { ...place, after: null })),
      map: unwrap(await call(site, people.lead, 'map.read', { cycleId, after: null })).lines,
    };
  };
  const before = await said();
  expect(before.export.rows).toHaveLength(2);
  await makeShared(site, platform.keyResultId, objectiveId);
  expect(await said()).toEqual(before);

  // Of its home it is exported as ever, and once.
  const home = { cycleId, teamId: platform.teamId, after: null };
  const rows = unwrap(await call(site, people.lead, 'export.read', home)).rows;
  expect(rows.map(({ row }) => row)).toEqual(['objective', 'key-result', 'check-in']);
});

test('who writes the objective shows and takes away; who writes the key result takes away, too', async () => {
  const secondLead = people.stranger;
  const board = await makeOtherTeam(site, world.cycleId, { name: 'Board', lead: people.lead });
  const mine = await makeObjective(site, world, { owner: secondLead });
  const notAllowed = { refusal: { code: 'not-allowed' } };
  for (const by of [people.viewer, people.member, people.owner]) {
    expect(await show(by, platform.keyResultId, mine)).toMatchObject(notAllowed);
  }
  const link = unwrap(await show(secondLead, platform.keyResultId, mine));
  expect((await overview(secondLead)).shared.shown[0]?.can).toEqual({ takeAway: true, putBack: true });
  expect((await overview(people.member)).shared.shown[0]?.can).toEqual({ takeAway: false, putBack: false });
  expect(await show(people.member, platform.keyResultId, mine, { ...link, shown: false })).toMatchObject(
    notAllowed,
  );
  // Otto owns the key result.
  const gone = unwrap(await show(people.owner, platform.keyResultId, mine, { ...link, shown: false }));
  expect((await overview()).shared).toEqual({ shown: [], homes: [] });
  expect((await keyResult(people.viewer, platform.keyResultId)).shownUnder).toEqual([]);
  // Nobody reads a row that was taken away: showing it again begins anew, in the same row.
  const back = unwrap(await show(secondLead, platform.keyResultId, mine));
  expect(back).toEqual({ id: link.id, version: gone.version + 1 });
  // Showing it twice is told, not doubled; a row of another pair is not touched.
  expect(await show(people.lead, platform.keyResultId, mine)).toMatchObject({ refusal: { code: 'changed' } });
  expect(await show(people.lead, board.keyResultId, mine, { ...back, shown: false })).toMatchObject({
    refusal: { code: 'not-found' },
  });
});

test('what can be shown: of another team, of a time in common, while the cycle is open', async () => {
  const { teamId, cycleId, objectiveId, keyResultId } = world;
  const second = await makeObjective(site, { teamId, cycleId });
  expect(await show(people.lead, keyResultId, second)).toMatchObject({
    refusal: { code: 'invalid', field: 'keyResultId', message: expect.stringContaining('same team') },
  });
  const dates = (startsOn: string, endsOn: string) => ({
    startsOn: localDate(startsOn),
    endsOn: localDate(endsOn),
  });
  const later = await makeCycle(site, { name: '2026 Q3', ...dates('2026-07-01', '2026-09-30') });
  const third = await makeOtherTeam(site, later);
  expect(await show(people.lead, third.keyResultId, objectiveId)).toMatchObject({
    refusal: { code: 'invalid', message: expect.stringContaining('no day in common') },
  });
  // A year holds the quarter; a trimester only begins in it. Both ways.
  const year = await makeCycle(site, { name: '2026', ...dates('2026-01-01', '2026-12-31') });
  const trimester = await makeCycle(site, { name: '2026 T2', ...dates('2026-06-30', '2026-10-30') });
  for (const at of [year, trimester]) {
    const other = await makeOtherTeam(site, at);
    unwrap(await show(people.lead, other.keyResultId, objectiveId));
    unwrap(await show(people.lead, keyResultId, other.objectiveId));
  }
  expect((await overview()).shared.shown).toHaveLength(2);
  const search = async (text: string) =>
    unwrap(
      await call(site, people.viewer, 'key-result.search', {
        text,
        projectId: null,
        among: { notTeamId: teamId, ...dates('2026-04-01', '2026-06-30') },
      }),
    ).options.map(({ key, cycle }) => [key, cycle.name]);
  expect(await search('')).toEqual([
    ['KR-2', '2026 Q2'],
    ['KR-4', '2026'],
    ['KR-5', '2026 T2'],
  ]);
  const link = unwrap(await show(people.lead, platform.keyResultId, objectiveId));
  await moveCycle(site, cycleId, 'closed');
  const closed = { refusal: { code: 'closed' } };
  expect(await show(people.lead, platform.keyResultId, objectiveId, { ...link, shown: false })).toMatchObject(
    closed,
  );
  expect((await overview(people.lead)).shared.shown.map(({ can }) => can.takeAway)).toEqual([
    false,
    false,
    false,
  ]);
});

test('what is removed is not shown elsewhere, and comes back with it', async () => {
  await makeShared(site, platform.keyResultId, world.objectiveId);
  const set = (version: number, removed: boolean) =>
    call(site, people.lead, 'key-result.set-removed', {
      id: platform.keyResultId,
      version,
      requestId: requestId(),
      removed,
      why: '',
    });
  unwrap(await set(1, true));
  expect((await overview()).shared).toEqual({ shown: [], homes: [] });
  unwrap(await set(2, false));
  expect((await overview()).shared.shown).toHaveLength(1);
});

test('what is restricted vanishes on either side for those who may not see it', async () => {
  const secret = anObjective({ title: 'Buy the rival', restricted: true, viewers: [people.viewer] });
  const hiddenObjective = await makeObjective(site, world, secret);
  const hiddenHome = await makeObjective(
    site,
    { teamId: platform.teamId, cycleId: world.cycleId },
    { ...secret, owner: people.lead },
  );
  const hiddenKeyResult = await makeKeyResult(site, hiddenHome, { title: 'Rival bought' });
  await makeShared(site, hiddenKeyResult, world.objectiveId);
  await makeShared(site, platform.keyResultId, hiddenObjective);

  expect((await overview(people.viewer)).shared.shown.map(({ keyResultId }) => keyResultId)).toEqual([
    platform.keyResultId,
    hiddenKeyResult,
  ]);
  expect((await keyResult(people.viewer, platform.keyResultId)).shownUnder).toHaveLength(1);
  for (const by of [people.stranger, people.okrLead]) {
    const told = JSON.stringify([
      await overview(by),
      await objective(by, world.objectiveId),
      await keyResult(by, platform.keyResultId),
      await call(site, by, 'site-history.read', {
        entity: 'alignment',
        by: null,
        within: null,
        from: null,
        to: null,
        before: null,
      }),
    ]);
    for (const name of ['rival', hiddenKeyResult, hiddenHome, hiddenObjective, 'O-3', 'KR-3']) {
      expect({ by, name, isTold: new RegExp(name, 'i').test(told) }).toEqual({ by, name, isTold: false });
    }
    expect(await show(by, hiddenKeyResult, world.objectiveId)).toMatchObject({
      refusal: { code: 'not-found' },
    });
    expect(await show(by, platform.keyResultId, hiddenObjective)).toMatchObject({
      refusal: { code: 'not-found' },
    });
  }
});

test('history tells on both pages who showed it, and who took it away', async () => {
  const link = await makeShared(site, platform.keyResultId, world.objectiveId);
  site.setNow('2026-05-12T09:01:00.000Z');
  unwrap(await show(people.lead, platform.keyResultId, world.objectiveId, { ...link, shown: false }));
  const told = [
    [
      'show-under',
      [
        ['shown', 'false'],
        ['keyResult', 'null'],
        ['under', 'null'],
      ],
    ],
    [
      'show-under',
      [
        ['shown', 'true'],
        ['keyResult', '"KR-2"'],
        ['under', '"O-1"'],
      ],
    ],
  ];
  const asSaid = (
    entries: readonly { act: string; entity: string; changes: { field: string; to: string }[] }[],
  ) =>
    entries
      .filter(({ entity }) => entity === 'alignment')
      .map(({ act, changes }) => [act, changes.map(({ field, to }) => [field, to])]);
  expect(asSaid((await keyResult(people.viewer, platform.keyResultId)).history)).toEqual(told);
  const within = { kind: 'objective' as const, id: world.objectiveId };
  const asked = { entity: null, by: null, within, from: null, to: null, before: null };
  expect(asSaid(unwrap(await call(site, people.viewer, 'site-history.read', asked)).entries)).toEqual(told);
});

test('a team’s quarter with ten shared key results of 13 check-ins each stays within 200 KB', async () => {
  const evidence = 'Orders ÷ visits of the week, from the warehouse. '.repeat(4);
  for (let at = 0; at < 10; at += 1) {
    const id = await makeKeyResult(site, platform.objectiveId);
    for (let week = 0; week < 13; week += 1) {
      const day = localDate(`2026-0${week < 6 ? 3 : 4}-${String(10 + (week % 6) * 2)}`);
      unwrap(await call(site, people.member, 'check-in.record', aCheckIn(id, { day, evidence })));
    }
    await makeShared(site, id, world.objectiveId);
  }
  const bytes = Buffer.byteLength(JSON.stringify((await overview()).shared));
  console.info(`ten shared key results: ${Math.round(bytes / 1024)} KB`);
  expect(bytes).toBeLessThan(60 * 1024);
});
