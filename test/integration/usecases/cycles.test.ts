import type { Parsed } from '../../../src/contract/calls';
import { localDate } from '../../../src/domain/dates';
import type { AccountId, CycleId } from '../../../src/domain/ids';
import { requestId } from '../../builders/acts';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  aCycle,
  aDefinition,
  anObjective,
  call,
  makeCycle,
  makeKeyResult,
  makeObjective,
  makeTeam,
  moveCycle,
  newId,
  people,
  unwrap,
} from '../../builders/world';

let site: Installation;
beforeEach(async () => {
  site = await openInstallation();
});
afterEach(() => site.close());

const year = { name: '2026', startsOn: localDate('2026-01-01'), endsOn: localDate('2026-12-31') };
const q3 = { name: '2026 Q3', startsOn: localDate('2026-07-01'), endsOn: localDate('2026-09-30') };

type CycleInput = Parsed<'cycle.edit'>['cycle'];
const edit = (id: CycleId, version: number, cycle: CycleInput, why = '', by: AccountId = people.okrLead) =>
  call(site, by, 'cycle.edit', { id, version, requestId: requestId(), cycle, why });

describe('cycles within cycles', () => {
  test('a quarter lies within its year, and neither may leave the other', async () => {
    const yearId = await makeCycle(site, year, 'draft');
    const inYear = { ...aCycle(), parentId: yearId };
    const quarterId = await makeCycle(site, inYear, 'draft');
    expect(await edit(quarterId, 1, { ...inYear, endsOn: localDate('2027-01-01') })).toMatchObject({
      refusal: { code: 'invalid', field: 'cycle.parentId' },
    });
    expect(await edit(yearId, 1, { ...year, endsOn: localDate('2026-06-29'), parentId: null })).toMatchObject(
      {
        refusal: {
          code: 'invalid',
          field: 'cycle.endsOn',
          message: expect.stringContaining('2026 Q2 lies within'),
        },
      },
    );
    const month = { ...year, name: 'The same days', parentId: quarterId };
    expect(await edit(yearId, 1, { ...year, parentId: quarterId })).toMatchObject({
      refusal: { code: 'invalid', field: 'cycle.parentId' },
    });
    expect(
      await call(site, people.okrLead, 'cycle.create', {
        id: newId<'cycle'>(),
        requestId: requestId(),
        cycle: month,
      }),
    ).toMatchObject({ refusal: { code: 'invalid', field: 'cycle.parentId' } });
  });

  test('three cycles of the same days make no circle', async () => {
    const a = await makeCycle(site, year, 'draft');
    const b = await makeCycle(site, { ...year, name: 'B', parentId: a }, 'draft');
    const c = await makeCycle(site, { ...year, name: 'C', parentId: b }, 'draft');
    expect(await edit(a, 1, { ...year, parentId: c })).toMatchObject({
      refusal: { code: 'invalid', field: 'cycle.parentId', message: expect.stringContaining('itself') },
    });
  });

  test('the dates of a running cycle change with a reason, and its history tells it', async () => {
    const id = await makeCycle(site);
    const longer = { ...aCycle(), endsOn: localDate('2026-07-14') };
    expect(await edit(id, 2, longer)).toMatchObject({ refusal: { code: 'invalid', field: 'why' } });
    unwrap(await edit(id, 2, { ...aCycle(), name: 'Spring' }));
    unwrap(await edit(id, 3, { ...longer, name: 'Spring' }, 'Two weeks were lost to the move.'));
    const { entries } = unwrap(
      await call(site, people.stranger, 'history.read', { of: { entity: 'cycle', id } }),
    );
    expect(entries.map(({ act, why, changes }) => [act, why, changes.map(({ field }) => field)])).toEqual([
      ['edit', 'Two weeks were lost to the move.', ['endsOn']],
      ['edit', '', ['name']],
      ['set-phase', 'on time', ['phase']],
      ['create', '', []],
    ]);
    await moveCycle(site, id, 'closed');
    expect(await edit(id, 6, aCycle(), 'late')).toMatchObject({ refusal: { code: 'closed' } });
  });
});

describe('preparing a cycle', () => {
  test('lists what each team’s draft lacks, and says which cycle came before', async () => {
    const before = await makeCycle(site, {}, 'scoring');
    await makeCycle(site, year, 'active');
    const cycleId = await makeCycle(site, q3, 'draft');
    const checkout = await makeTeam(site);
    await makeTeam(site, { name: 'Delivery', lead: people.member });
    await makeTeam(site, { name: 'Otto alone', level: 'person' });
    const bare = await makeObjective(site, { teamId: checkout, cycleId }, { owner: people.owner });
    const full = await makeObjective(site, { teamId: checkout, cycleId }, { why: 'It is our year.' });
    const unknown = {
      kind: 'not-measurable-yet' as const,
      target: null,
      findBy: localDate('2026-08-01'),
    };
    await makeKeyResult(site, full, {
      owner: null,
      definition: aDefinition({ metric: unknown, definition: '', ...span }),
    });
    // Words that look like an empty definition, inside one.
    await makeKeyResult(site, full, {
      definition: aDefinition({ definition: 'Not "definition":"" but orders.', ...span }),
    });
    const list = unwrap(await call(site, people.viewer, 'preparation.list', { cycleId }));
    expect(list.before).toMatchObject({ id: before, phase: 'scoring' });
    expect(list.teams).toEqual([
      {
        teamId: checkout,
        name: 'Checkout',
        lead: people.lead,
        objectives: 2,
        keyResults: 2,
        missing: {
          why: 1,
          'key-results': 1,
          'objective-owner': 1,
          'key-result-owner': 1,
          target: 1,
          source: 1,
        },
      },
      {
        teamId: expect.any(String),
        name: 'Delivery',
        lead: people.member,
        objectives: 0,
        keyResults: 0,
        missing: { objectives: 1 },
      },
    ]);
    const read = unwrap(await call(site, people.viewer, 'preparation.read', { cycleId, teamId: checkout }));
    expect(read.objectives.map(({ id }) => id)).toEqual([bare, full]);
  });
  const span = { startsOn: localDate('2026-07-01'), dueOn: localDate('2026-09-30') };

  test('a restricted objective is not counted for those who may not see it', async () => {
    const cycleId = await makeCycle(site, q3, 'draft');
    const teamId = await makeTeam(site);
    await makeObjective(site, { teamId, cycleId }, anObjective({ restricted: true }));
    const lacks = async (by: AccountId) =>
      unwrap(await call(site, by, 'preparation.list', { cycleId })).teams[0]?.missing;
    expect(await lacks(people.member)).toEqual({ 'objective-owner': 1, why: 1, 'key-results': 1 });
    expect(await lacks(people.okrLead)).toEqual({ objectives: 1 });
  });

  test('whoever owes sees it among what is theirs from fourteen days before the start on', async () => {
    const cycleId = await makeCycle(site, q3, 'draft');
    const teamId = await makeTeam(site);
    const other = await makeTeam(site, { name: 'Delivery', lead: people.viewer, members: [] });
    await makeObjective(site, { teamId, cycleId }, { owner: people.member, why: 'It is our year.' });
    const theirs = unwrap(
      await call(site, people.viewer, 'objective.create', {
        id: newId<'objective'>(),
        requestId: requestId(),
        teamId: other,
        cycleId,
        objective: anObjective({ owner: people.viewer, why: 'So that it arrives.' }),
      }),
    ).id;
    unwrap(
      await call(site, people.viewer, 'key-result.create', {
        id: newId<'key-result'>(),
        requestId: requestId(),
        objectiveId: theirs,
        keyResult: {
          title: 'Parcels on time from 80 % to 90 %',
          owner: people.owner,
          definition: aDefinition({ definition: '', ...span }),
        },
      }),
    );
    const preparing = async (by: AccountId) =>
      unwrap(await call(site, by, 'mine.read', {})).preparing.map(({ team, cycle, missing }) => [
        team.name,
        cycle.name,
        missing,
      ]);
    site.setNow('2026-06-16T09:00:00.000Z');
    expect(await preparing(people.member)).toEqual([]);
    site.setNow('2026-06-17T09:00:00.000Z');
    expect(await preparing(people.member)).toEqual([['Checkout', '2026 Q3', { 'key-results': 1 }]]);
    expect(await preparing(people.owner)).toEqual([['Delivery', '2026 Q3', { source: 1 }]]);
    expect(await preparing(people.lead)).toEqual([]);
    expect(await preparing(people.stranger)).toEqual([]);
    // Once it has started there is nothing to prepare.
    await moveCycle(site, cycleId, 'active');
    expect(await preparing(people.member)).toEqual([]);
  });
});
