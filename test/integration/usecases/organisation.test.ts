import type { Parsed } from '../../../src/contract/calls';
import type { AccountId, SpaceId, TeamId } from '../../../src/domain/ids';
import { requestId } from '../../builders/acts';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  anObjective,
  aTeam,
  call,
  makeCycle,
  makeObjective,
  makeTeam,
  newId,
  people,
  unwrap,
} from '../../builders/world';

let site: Installation;
beforeEach(async () => {
  site = await openInstallation();
});
afterEach(() => site.close());

type Team = Parsed<'team.edit'>['team'];
const edit = (id: TeamId, version: number, more: Partial<Team>) =>
  call(site, people.lead, 'team.edit', { id, version, requestId: requestId(), team: aTeam(more), why: '' });
const archive = (id: TeamId, version: number, archived: boolean, by: AccountId = people.lead) =>
  call(site, by, 'team.set-archived', { id, version, requestId: requestId(), archived, why: '' });
type Profile = Parsed<'team.describe'>['profile'];
const describeAs = (
  by: AccountId,
  teamId: TeamId,
  profile: Partial<Profile>,
  at = { id: newId<'team-profile'>(), version: 0 },
) =>
  call(site, by, 'team.describe', {
    ...at,
    requestId: requestId(),
    teamId,
    profile: { mission: '', priorities: [], spaceId: null, ...profile },
    why: '',
  });

test('four levels stand under one another, and never the other way round', async () => {
  const company = await makeTeam(site, { name: 'Lantern', level: 'organisation' });
  const area = await makeTeam(site, { name: 'Product', level: 'department', parentId: company });
  const team = await makeTeam(site, { name: 'Growth', parentId: area });
  const person = await makeTeam(site, { name: 'Priya', level: 'person', parentId: team });
  for (const [id, more, field] of [
    [area, { name: 'Product', level: 'department', parentId: team }, 'team.parentId'],
    [team, { name: 'Growth', parentId: person }, 'team.parentId'],
    [team, { name: 'Growth', level: 'person', parentId: area }, null],
    [area, { name: 'Product', level: 'person', parentId: company }, 'team.level'],
    [company, { name: 'Lantern', level: 'team' }, 'team.level'],
  ] as const) {
    const answer = await edit(id, 1, more);
    if (field === null) expect(answer).toMatchObject({ refusal: { field: 'team.level' } });
    else expect(answer).toMatchObject({ refusal: { code: 'invalid', field } });
  }
  // Moved, it keeps its id and all beneath it.
  unwrap(await edit(team, 1, { name: 'Growth', parentId: company }));
  const { teams } = unwrap(await call(site, people.stranger, 'directory.read', {}));
  expect(teams.find(({ id }) => id === team)?.parentId).toBe(company);
  expect(teams.find(({ id }) => id === person)?.parentId).toBe(team);
});

test('an archived team takes no new objectives, keeps what it has, and comes back', async () => {
  const company = await makeTeam(site, { name: 'Lantern', level: 'organisation' });
  const team = await makeTeam(site, { name: 'Growth', parentId: company });
  const cycleId = await makeCycle(site);
  await makeObjective(site, { teamId: team, cycleId });
  expect(await archive(company, 1, true)).toMatchObject({
    refusal: { code: 'invalid', message: expect.stringContaining('Growth stands beneath') },
  });
  unwrap(await archive(team, 1, true));
  expect(
    await call(site, people.lead, 'objective.create', {
      id: newId<'objective'>(),
      requestId: requestId(),
      teamId: team,
      cycleId,
      objective: anObjective(),
    }),
  ).toMatchObject({ refusal: { code: 'invalid', field: 'teamId' } });
  const read = unwrap(
    await call(site, people.viewer, 'overview.read', { cycleId, teamId: team, projectId: null }),
  );
  expect(read.objectives).toHaveLength(1);
  unwrap(await archive(company, 1, true));
  expect(await archive(team, 2, false)).toMatchObject({
    refusal: { code: 'invalid', message: expect.stringContaining('Lantern, the team above, is archived') },
  });
  unwrap(await archive(company, 2, false));
  unwrap(await archive(team, 2, false));
  const { entries } = unwrap(
    await call(site, people.stranger, 'history.read', { of: { entity: 'team', id: team } }),
  );
  expect(entries.map(({ act }) => act)).toEqual(['set-archived', 'set-archived', 'create']);
});

test('the organisation says its mission and each year’s priorities; other teams name their space', async () => {
  const company = await makeTeam(site, { name: 'Lantern', level: 'organisation' });
  const team = await makeTeam(site, { name: 'Growth', parentId: company });
  const mission = 'Anybody who wants to learn can.';
  expect(await describeAs(people.lead, team, { mission })).toMatchObject({
    refusal: { code: 'invalid', field: 'profile.mission' },
  });
  expect(await describeAs(people.member, team, {})).toMatchObject({ refusal: { code: 'not-allowed' } });
  const twice = [
    { year: 2026, text: 'Schools' },
    { year: 2026, text: 'Teachers' },
  ];
  expect(await describeAs(people.lead, company, { mission, priorities: twice })).toMatchObject({
    refusal: { code: 'invalid', field: 'profile.priorities' },
  });
  const priorities = [{ year: 2026, text: 'Schools that stay.' }];
  const first = unwrap(await describeAs(people.lead, company, { mission, priorities }));
  const more = [{ year: 2025, text: 'Start.' }, ...priorities];
  unwrap(await describeAs(people.lead, company, { mission, priorities: more }, first));
  expect(await describeAs(people.lead, company, { mission: 'Late' })).toMatchObject({
    refusal: { code: 'changed', changed: { by: people.lead } },
  });
  unwrap(await describeAs(people.lead, team, { spaceId: '98310' as SpaceId }));
  const { profiles } = unwrap(await call(site, people.stranger, 'directory.read', {}));
  expect(profiles).toEqual([
    { id: expect.any(String), version: 1, teamId: team, mission: '', priorities: [], spaceId: '98310' },
    {
      id: first.id,
      version: 2,
      teamId: company,
      mission,
      priorities: [...priorities, { year: 2025, text: 'Start.' }],
      spaceId: null,
    },
  ]);
  const { entries } = unwrap(
    await call(site, people.stranger, 'history.read', { of: { entity: 'team', id: company } }),
  );
  expect(entries.map(({ act, changes }) => [act, changes.map(({ field }) => field)])).toEqual(
    expect.arrayContaining([
      ['describe', ['priorities']],
      ['describe', ['mission', 'priorities']],
      ['create', []],
    ]),
  );
});
