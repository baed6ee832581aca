import { randomUUID } from 'node:crypto';
import type { TeamReading } from '../../../src/contract/readings';
import * as id from '../../../src/contract/inputs';
import { isFound, teamAndAbove, teamsFound } from '../../../static/app/src/features/team/team-forest';

const team = (name: string, parentId: TeamReading['parentId'] = null): TeamReading => ({
  id: id.teamId.parse(randomUUID()),
  version: 1,
  name,
  level: 'team',
  parentId,
  lead: null,
  members: [],
  projectIds: [],
  timeZone: 'Europe/Berlin',
  cadence: 'weekly',
  archived: false,
  can: { edit: true, addObjective: true },
});

const lantern = team('Lantern');
const growth = team('Growth', lantern.id);
const search = team('Search', growth.id);
const payments = team('Payments', lantern.id);
const teams = [lantern, growth, search, payments];

test('a team is found under all that stand above it', () => {
  const { shown, found } = teamsFound(teams, ' sEArch ');
  expect(shown.map(({ name }) => name)).toEqual(['Lantern', 'Growth', 'Search']);
  expect(found).toBe(1);
  expect(teamAndAbove(search.id, teams)).toEqual([search.id, growth.id, lantern.id]);
});

test('a team that was just given another name is found by that name, and not by the one before', () => {
  expect(isFound({ name: 'Discovery' }, 'search')).toBe(false);
  expect(isFound({ name: 'Discovery' }, 'disco')).toBe(true);
  // Nothing is searched for: nothing is hidden.
  expect(isFound({ name: 'Discovery' }, ' ')).toBe(true);
});
