import type { Cell } from '../portable/csv-text';
import type { Fault } from '../portable/tables';
import type { World } from '../portable/world';
import type { FoundDocument } from './document';
import { maxBytes, readMarkdown, refused } from './read-markdown';

/** A file that carries data with ids: Waymark exported it. */
export type DataFile = {
  world: World;
  /** Rows that cannot be read. */
  faults: Fault[];
  /** Sheets that are none of these. */
  unknown: string[];
  /** A document whose text was changed after it was exported. */
  edited: boolean;
  /** Parts of a document's data that are no data any more. */
  broken: number;
  /** It says only as much of teams and cycles as it takes to make them. */
  placesOnly: boolean;
};
/** What a file was understood to be: a document, exported data, or a table of somebody else's. */
export type AnyReading =
  | { ok: true; kind: 'document'; document: FoundDocument }
  | { ok: true; kind: 'data'; data: DataFile }
  | { ok: true; kind: 'rows'; rows: Cell[][] }
  | { ok: false; message: string };

/** What to tell of a file that cannot be read. */
export type Sentences = { notWorkbook: string; notCsv: string; empty: string };

/** A workbook is packed; more than this unpacked no browser reads at ease. */
const maxPackedBytes = 10_000_000;
/** An exported document or table of a whole company. */
const maxTextBytes = 30_000_000;

/** Reads a chosen file by what it is, not only by its name. Never throws for what is in it. */
export async function readAny(file: File, say: Sentences): Promise<AnyReading> {
  const isWorkbook = /\.xls[xm]?$/iu.test(file.name);
  if (file.size > (isWorkbook ? maxPackedBytes : maxTextBytes))
    return { ok: false, message: refused.tooLarge };
  if (isWorkbook) return readExcel(file, say);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, message: refused.notText };
    throw error;
  }
  return /\.(csv|tsv)$/iu.test(file.name) ? readTable(text, say) : readText(text);
}

/** Reads a text that was chosen or pasted. */
export async function readText(text: string): Promise<AnyReading> {
  const { carriesData, readDataIn } = await import('../portable/markdown');
  if (carriesData(text)) {
    return { ok: true, kind: 'data', data: { ...readDataIn(text), unknown: [], placesOnly: false } };
  }
  if (text.length > maxBytes) return { ok: false, message: refused.tooLarge };
  const reading = readMarkdown(text);
  return reading.ok ? { ok: true, kind: 'document', document: reading.document } : reading;
}

async function readTable(text: string, say: Sentences): Promise<AnyReading> {
  const [{ readCsv }, { isFlat, readFlat }] = await Promise.all([
    import('../portable/csv-text'),
    import('../portable/flat'),
  ]);
  const { rows, broken } = readCsv(text);
  if (broken) return { ok: false, message: say.notCsv };
  if (rows.length < 2) return { ok: false, message: say.empty };
  if (!isFlat(rows[0] ?? [])) return { ok: true, kind: 'rows', rows };
  const read = readFlat(rows);
  return {
    ok: true,
    kind: 'data',
    data: { ...read, unknown: [], edited: false, broken: 0, placesOnly: true },
  };
}

async function readExcel(file: File, say: Sentences): Promise<AnyReading> {
  const [{ readWorkbook }, { readTables, isExported }] = await Promise.all([
    import('../portable/workbook'),
    import('../portable/tables'),
  ]);
  let tables: Awaited<ReturnType<typeof readWorkbook>>;
  try {
    tables = await readWorkbook(file);
  } catch (error) {
    console.error(error);
    return { ok: false, message: say.notWorkbook };
  }
  if (isExported(tables)) {
    const read = readTables(tables);
    return { ok: true, kind: 'data', data: { ...read, edited: false, broken: 0, placesOnly: false } };
  }
  const filled = tables.find(({ rows }) => rows.length > 1);
  return filled ? { ok: true, kind: 'rows', rows: filled.rows } : { ok: false, message: say.empty };
}
