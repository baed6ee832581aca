/** Columns and readings that several sheets share. */
import { isInstant, type Instant } from '../../../../../src/domain/dates';
import { Unreadable, type TableRecord } from './record';
import type { Beside, Column } from './sheet';

/** The way back to the row. */
export const id = <T extends { id: string }>(): Column<T> => ({ head: 'Id', get: (row) => row.id });
/** A team's name; null where it is not in the file. */
export const teamName = (teamId: string | null, { world }: Beside) =>
  world.teams.find((team) => team.id === teamId)?.name ?? null;
/** A cycle's name, as above. */
export const cycleName = (cycleId: string | null, { world }: Beside) =>
  world.cycles.find((cycle) => cycle.id === cycleId)?.name ?? null;

/** Which key result a row hangs on: its key and title for the reader, its id for the way back. */
export function onKeyResult<T extends { keyResultId: string }>(): { name: Column<T>[]; id: Column<T> } {
  const found = (row: T, { world }: Beside) => world.keyResults.find((one) => one.id === row.keyResultId);
  return {
    name: [
      { head: 'Key', get: (row, beside) => found(row, beside)?.key ?? null },
      { head: 'Key result', get: (row, beside) => found(row, beside)?.title ?? null, width: 40 },
    ],
    id: { head: 'Key result id', get: (row) => row.keyResultId },
  };
}

/** The team and cycle of a row: names for the reader, ids for the way back. */
export function inPlace<T extends { teamId: string; cycleId: string }>(): {
  names: Column<T>[];
  ids: Column<T>[];
} {
  return {
    names: [
      { head: 'Team', get: ({ teamId }, beside) => teamName(teamId, beside), width: 20 },
      { head: 'Cycle', get: ({ cycleId }, beside) => cycleName(cycleId, beside), width: 16 },
    ],
    ids: [
      { head: 'Team id', get: ({ teamId }) => teamId },
      { head: 'Cycle id', get: ({ cycleId }) => cycleId },
    ],
  };
}

/** The value, which must be there. Throws Unreadable. */
export function required<T>(value: T | null, column: string): T {
  if (value === null) throw new Unreadable(column, 'missing', '');
  return value;
}

/** A moment in UTC. Throws Unreadable. */
export function readMoment(record: TableRecord, column: string): Instant {
  const text = record.words(column);
  if (!isInstant(text)) throw new Unreadable(column, 'day', text);
  return text;
}
