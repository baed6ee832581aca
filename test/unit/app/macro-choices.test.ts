import type { Directory, KeyResultOption, Output } from '../../../src/contract/calls';
import { localDate } from '../../../src/domain/dates';
import type { CycleId, KeyResultId, ObjectiveId, TeamId } from '../../../src/domain/ids';
import { choicesFor } from '../../../static/app/src/features/macro/choices';

const uuid = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const team = (n: number, name: string, archived = false): Directory['teams'][number] => ({
  id: uuid(n) as TeamId,
  version: 1,
  name,
  level: 'team',
  parentId: null,
  lead: null,
  members: [],
  projectIds: [],
  timeZone: 'UTC',
  cadence: 'weekly',
  archived,
  can: { edit: false, addObjective: false },
});

const cycle = (
  n: number,
  name: string,
  phase: 'draft' | 'active' | 'closed',
): Directory['cycles'][number] => ({
  id: uuid(n) as CycleId,
  version: 1,
  name,
  startsOn: localDate('2026-04-01'),
  endsOn: localDate('2026-06-30'),
  phase,
  parentId: null,
});

const directory: Directory = {
  teams: [team(1, 'Growth'), team(2, 'Payments'), team(3, 'Growth of old', true)],
  cycles: [cycle(4, 'Q1 closed', 'closed'), cycle(5, 'Q3 draft', 'draft'), cycle(6, 'Q2 running', 'active')],
  me: { okrLead: false, canAddTeam: false, canAddCycle: false },
  newTeam: { cadence: 'weekly', timeZone: null },
  profiles: [],
};

const growth = { id: uuid(1) as TeamId, name: 'Growth' };
const running = { id: uuid(6) as CycleId, name: 'Q2 running', phase: 'active' as const };
const stay = { id: uuid(51) as ObjectiveId, key: 'O-1', title: 'Newcomers stay' };

const option = (n: number, title: string): KeyResultOption => ({
  id: uuid(100 + n) as KeyResultId,
  key: `KR-${n}`,
  title,
  owner: null,
  objective: stay,
  team: growth,
  cycle: running,
});

const keyResults = [option(1, 'Activation'), option(2, 'Return')];
const objectives = [{ ...stay, team: growth, cycle: running }];
const nothing = { objectives: [], keyResults: [] };

const titles = (text: string, found: Output<'macro.search'>) =>
  choicesFor(text, directory, found).map(({ kind, choices }) => [kind, choices.map(({ title }) => title)]);

test('before anything is typed: no archived team, running cycles first', () => {
  expect(titles('', { objectives, keyResults })).toEqual([
    ['objective', ['Newcomers stay']],
    ['key-result', ['Activation', 'Return']],
    ['team', ['Growth', 'Payments']],
    ['cycle', ['Q2 running', 'Q3 draft', 'Q1 closed']],
  ]);
});

test('words narrow every kind, and a kind without a match is not there', () => {
  expect(titles('activation', { objectives: [], keyResults: keyResults.slice(0, 1) })).toEqual([
    ['key-result', ['Activation']],
  ]);
  expect(titles('stay', { objectives, keyResults: [] })).toEqual([['objective', ['Newcomers stay']]]);
  expect(titles('pay', nothing)).toEqual([['team', ['Payments']]]);
  expect(titles('nothing like it', nothing)).toEqual([]);
});
