/** The file that people open: a line for each key result, with its team, cycle and objective beside it (decision 0026). */
import { byDay } from '../../../../../src/domain/measurements';
import type { KeyResultId } from '../../../../../src/domain/ids';
import { csvText, type Cell } from './csv-text';
import { readDefinition, keyResultColumns } from './key-result-columns';
import type { TableRecord } from './record';
import { people, person, type Column } from './sheet';
import { readTable, tableOf, type Fault } from './tables';
import { emptyWorld, type KeyResultRow, type Names, type ObjectiveRow, type World } from './world';

/** A key result beneath its objective; an objective without one is a line, too. */
type Line = { objective: ObjectiveRow; keyResult: KeyResultRow | null };
/** What a line says of the team and the cycle it belongs to. */
type Placed = Line & { team: World['teams'][number]; cycle: World['cycles'][number] };

const empty = (column: Column<KeyResultRow>): Column<Line> => ({
  head: column.head === 'Key' ? 'Key result key' : column.head,
  get: ({ keyResult }, beside) => (keyResult ? column.get(keyResult, beside) : null),
});

const latest = (world: World, id: KeyResultId | undefined) =>
  world.checkIns.filter(({ keyResultId }) => keyResultId === id).sort(byDay);

const columns: Column<Line>[] = [
  {
    head: 'Team',
    get: ({ objective }, { world }) => world.teams.find(({ id }) => id === objective.teamId)?.name ?? null,
  },
  {
    head: 'Cycle',
    get: ({ objective }, { world }) => world.cycles.find(({ id }) => id === objective.cycleId)?.name ?? null,
  },
  { head: 'Objective key', get: ({ objective }) => objective.key },
  { head: 'Objective', get: ({ objective }) => objective.title },
  { head: 'Why it matters', get: ({ objective }) => objective.why || null },
  ...person<Line>('Objective owner', ({ objective }) => objective.owner),
  { head: 'Restricted', get: ({ objective }) => (objective.restricted ? 'yes' : null) },
  ...people<Line>('Also seen by', ({ objective }) => objective.viewers),
  ...keyResultColumns.map(empty),
  {
    head: 'Current',
    get: ({ keyResult }, { world }) =>
      latest(world, keyResult?.id).findLast(({ value }) => value !== null)?.value ?? null,
  },
  {
    head: 'Current on',
    get: ({ keyResult }, { world }) =>
      latest(world, keyResult?.id).findLast(({ value }) => value !== null)?.day ?? null,
  },
  {
    head: 'Confidence',
    get: ({ keyResult }, { world }) =>
      latest(world, keyResult?.id).findLast(({ confidence }) => confidence !== null)?.confidence ?? null,
  },
  {
    head: 'Score',
    get: ({ keyResult }, { world }) =>
      world.scores.find(({ keyResultId }) => keyResultId === keyResult?.id)?.score ?? null,
  },
  { head: 'Objective id', get: ({ objective }) => objective.id },
  { head: 'Key result id', get: ({ keyResult }) => keyResult?.id ?? null },
  { head: 'Team id', get: ({ objective }) => objective.teamId },
  { head: 'Cycle id', get: ({ objective }) => objective.cycleId },
  {
    head: 'Team level',
    get: ({ objective }, { world }) => world.teams.find(({ id }) => id === objective.teamId)?.level ?? null,
  },
  {
    head: 'Team time zone',
    get: ({ objective }, { world }) =>
      world.teams.find(({ id }) => id === objective.teamId)?.timeZone ?? null,
  },
  {
    head: 'Team checks in',
    get: ({ objective }, { world }) => world.teams.find(({ id }) => id === objective.teamId)?.cadence ?? null,
  },
  {
    head: 'Team lead account',
    get: ({ objective }, { world }) => world.teams.find(({ id }) => id === objective.teamId)?.lead ?? null,
  },
  {
    head: 'Cycle starts on',
    get: ({ objective }, { world }) =>
      world.cycles.find(({ id }) => id === objective.cycleId)?.startsOn ?? null,
  },
  {
    head: 'Cycle ends on',
    get: ({ objective }, { world }) =>
      world.cycles.find(({ id }) => id === objective.cycleId)?.endsOn ?? null,
  },
];

const sheet = { name: 'OKRs', columns, read };

function read(record: TableRecord): Placed {
  const objective: ObjectiveRow = {
    id: record.id('Objective id'),
    key: record.text('Objective key'),
    title: record.words('Objective'),
    why: record.text('Why it matters'),
    owner: record.person('Objective owner account'),
    restricted: record.yes('Restricted'),
    viewers: record.people('Also seen by accounts'),
    teamId: record.id('Team id'),
    cycleId: record.id('Cycle id'),
  };
  const keyResultId = record.maybeId<'key-result'>('Key result id');
  return {
    objective,
    keyResult: keyResultId && {
      id: keyResultId,
      key: record.text('Key result key'),
      title: record.words('Key result'),
      owner: record.person('Owner account'),
      objectiveId: objective.id,
      definition: readDefinition(record),
    },
    team: {
      id: objective.teamId,
      name: record.words('Team'),
      level: record.choice('Team level', ['organisation', 'department', 'team', 'person']),
      parentId: null,
      lead: record.person('Team lead account'),
      members: [],
      projectIds: [],
      timeZone: record.words('Team time zone'),
      cadence: record.choice('Team checks in', ['weekly', 'every-two-weeks', 'monthly']),
      archived: false,
    },
    cycle: {
      id: objective.cycleId,
      name: record.words('Cycle'),
      startsOn: record.day('Cycle starts on'),
      endsOn: record.day('Cycle ends on'),
      phase: 'draft',
      parentId: null,
    },
  };
}

/** Whether a table is this file: it has the columns of ids. */
export function isFlat(head: readonly Cell[]): boolean {
  return ['Objective id', 'Key result id', 'Team id', 'Cycle id'].every((column) => head.includes(column));
}

/** The CSV of a world. */
export function flatCsv(world: World, names: Names): string {
  return csvText(flatRows(world, names));
}

function flatRows(world: World, names: Names): Cell[][] {
  const lines = world.objectives.flatMap((objective): Line[] => {
    const own = world.keyResults.filter(({ objectiveId }) => objectiveId === objective.id);
    return own.length === 0
      ? [{ objective, keyResult: null }]
      : own.map((keyResult) => ({ objective, keyResult }));
  });
  return tableOf<Line>(sheet, lines, { world, names }).rows;
}

/** What such a file tells: objectives and key results, with as much of team and cycle as it takes to make them. */
export function readFlat(rows: Cell[][]): { world: World; faults: Fault[] } {
  const faults: Fault[] = [];
  const lines = readTable(sheet, { name: 'OKRs', rows }, faults);
  const once = <T extends { id: string }>(all: readonly T[]) => [
    ...new Map(all.map((one) => [one.id, one])).values(),
  ];
  return {
    world: {
      ...emptyWorld(),
      teams: once(lines.map(({ team }) => team)),
      cycles: once(lines.map(({ cycle }) => cycle)),
      objectives: once(lines.map(({ objective }) => objective)),
      keyResults: once(lines.flatMap(({ keyResult }) => keyResult ?? [])),
    },
    faults,
  };
}
