import type { AccountId } from '../../../../../src/domain/ids';
import type { Cell } from './csv-text';
import type { TableRecord } from './record';
import type { Names, World } from './world';

/** What a cell may need to know beside its own row. */
export type Beside = { world: World; names: Names };
export type Column<T> = {
  head: string;
  get: (row: T, beside: Beside) => Cell;
  /** Holds days: Excel shows them as dates. */
  day?: true;
  /** Of the column in Excel, in characters. */
  width?: number;
};
/** How one noun is written as a table, and read from one. */
export type Sheet<T> = { name: string; columns: Column<T>[]; read: (record: TableRecord) => T };

/** A person as two columns: their name for the reader, their account for the way back. */
export function person<T>(head: string, get: (row: T) => AccountId | null): Column<T>[] {
  return [
    {
      head,
      width: 20,
      get: (row, { names }) => {
        const id = get(row);
        return id === null ? null : (names.get(id) ?? null);
      },
    },
    { head: `${head} account`, get },
  ];
}

/** Several people, as above. */
export function people<T>(head: string, get: (row: T) => readonly AccountId[]): Column<T>[] {
  return [
    {
      head,
      width: 24,
      get: (row, { names }) =>
        get(row)
          .map((id) => names.get(id) ?? '')
          .filter((name) => name !== '')
          .join(', ') || null,
    },
    { head: `${head} accounts`, get: (row) => get(row).join(' ') || null },
  ];
}
