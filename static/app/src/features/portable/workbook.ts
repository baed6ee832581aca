/** Excel files, written and read in the browser. */
import readXlsxFile from 'read-excel-file/universal';
import writeXlsxFile from 'write-excel-file/universal';
import { isLocalDate } from '../../../../../src/domain/dates';
import type { Cell } from './csv-text';
import type { Table } from './tables';

/** A workbook with a sheet for each table; texts are texts, whatever they begin with, so that nothing runs as a formula. */
export async function workbookOf(tables: readonly Table[]): Promise<Blob> {
  return writeXlsxFile(
    tables.map(({ name, rows: [head = [], ...rows], columns }) => ({
      sheet: name,
      data: [
        head.map((cell) => ({ value: String(cell ?? ''), type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at]?.day ?? false))),
      ],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    })),
  ).toBlob();
}

/** Excel's days begin in 1900 and count a 29 February that never was: earlier days stay texts. */
const firstDay = '1900-03-01';

function cellOf(cell: Cell, isDay: boolean) {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  if (isDay && isLocalDate(cell) && cell >= firstDay) {
    return { value: new Date(`${cell}T00:00:00.000Z`), type: Date, format: 'yyyy-mm-dd' };
  }
  // The package looks texts up in an object that has these names already, and would write a file nobody can read.
  const value = Object.hasOwn(Object.prototype, cell) ? `${cell} ` : cell;
  return { value, type: String, wrap: true, alignVertical: 'top' as const };
}

/** Every sheet of a workbook, its cells as they are, days as texts. Throws on a file that is no workbook. */
export async function readWorkbook(file: Blob): Promise<{ name: string; rows: Cell[][] }[]> {
  const sheets = await readXlsxFile(file, { trim: false });
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellIn)) }));
}

function cellIn(cell: unknown): Cell {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  return null;
}
