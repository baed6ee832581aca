/** A world as tables of cells, and back. What a table says that cannot be read is told with its place, never dropped. */
import type { Cell } from './csv-text';
import { TableRecord, Unreadable } from './record';
import type { Beside, Sheet } from './sheet';
import { sheets } from './sheets';
import { emptyWorld, type Names, type Noun, type World } from './world';

export type Table = {
  name: string;
  /** The headings first. */
  rows: Cell[][];
  columns: { day: boolean; width: number }[];
};
/** A row that could not be read. `line`: counted as a spreadsheet counts, the headings are line 1. */
export type Fault = {
  table: string;
  line: number;
  column: string;
  problem: Unreadable['problem'];
  found: string;
  cells: Cell[];
};
export type ReadTables = {
  world: World;
  faults: Fault[];
  /** Tables that are none of these. */ unknown: string[];
};

const usualWidth = 14;

/** Every noun as a table; a noun of which there is nothing is a table with headings alone. */
export function tablesOf(world: World, names: Names): Table[] {
  const beside = { world, names };
  return [
    tableOf(sheets.objectives, world.objectives, beside),
    tableOf(sheets.keyResults, world.keyResults, beside),
    tableOf(sheets.checkIns, world.checkIns, beside),
    tableOf(sheets.initiatives, world.initiatives, beside),
    tableOf(sheets.events, world.events, beside),
    tableOf(sheets.scores, world.scores, beside),
    tableOf(sheets.confirmations, world.confirmations, beside),
    tableOf(sheets.retrospectives, world.retrospectives, beside),
    tableOf(sheets.teams, world.teams, beside),
    tableOf(sheets.cycles, world.cycles, beside),
  ];
}

/** The rows of one noun under the headings of its sheet. */
export function tableOf<T>({ name, columns }: Sheet<T>, rows: readonly T[], beside: Beside): Table {
  return {
    name,
    rows: [
      columns.map(({ head }) => head),
      ...rows.map((row) => columns.map(({ get }) => plain(get(row, beside)))),
    ],
    columns: columns.map(({ day = false, width = usualWidth }) => ({ day, width })),
  };
}

/** Files have one kind of line break. */
const plain = (cell: Cell): Cell => (typeof cell === 'string' ? cell.replaceAll('\r\n', '\n') : cell);

/** Whether these are the sheets of an exported workbook: objectives and key results with their ids. */
export function isExported(tables: readonly { name: string; rows: Cell[][] }[]): boolean {
  return [sheets.objectives.name, sheets.keyResults.name].every(
    (wanted) => tables.find(({ name }) => name === wanted)?.rows[0]?.includes('Id') ?? false,
  );
}

/** The world that tables tell, each found by its name. */
export function readTables(tables: readonly { name: string; rows: Cell[][] }[]): ReadTables {
  const world = emptyWorld();
  const faults: Fault[] = [];
  const read = <N extends Noun>(noun: N, sheet: Sheet<World[N][number]>): World[N][number][] => {
    const table = tables.find(({ name }) => name === sheet.name);
    return table ? readTable(sheet, table, faults) : [];
  };
  world.objectives = read('objectives', sheets.objectives);
  world.keyResults = read('keyResults', sheets.keyResults);
  world.checkIns = read('checkIns', sheets.checkIns);
  world.initiatives = read('initiatives', sheets.initiatives);
  world.events = read('events', sheets.events);
  world.scores = read('scores', sheets.scores);
  world.confirmations = read('confirmations', sheets.confirmations);
  world.retrospectives = read('retrospectives', sheets.retrospectives);
  world.teams = read('teams', sheets.teams);
  world.cycles = read('cycles', sheets.cycles);
  const known = new Set(Object.values(sheets).map(({ name }) => name));
  return { world, faults, unknown: tables.map(({ name }) => name).filter((name) => !known.has(name)) };
}

/** The rows of a table as its sheet reads them; what cannot be read goes to `faults`. */
export function readTable<T>(
  sheet: Sheet<T>,
  { name, rows: [head = [], ...rows] }: { name: string; rows: Cell[][] },
  faults: Fault[],
): T[] {
  const heads = head.map((cell) => String(cell ?? '').trim());
  return rows.flatMap((cells, at) => {
    if (cells.every((cell) => cell === null || cell === '')) return [];
    try {
      return [
        sheet.read(new TableRecord(new Map(heads.map((column, index) => [column, cells[index] ?? null])))),
      ];
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      const { column, problem, found } = error;
      faults.push({ table: name, line: at + 2, column, problem, found, cells });
      return [];
    }
  });
}
