import { numberText } from '../../components/number-text';
import { keyResultPrefix, objectivePrefix } from './prefixes';
import { slug, withPriority } from './fields';
import type { Cell } from '../portable/csv-text';
import type { Columns, Field } from './columns';
import type { FoundDocument, FoundInitiative, FoundKeyResult, FoundObjective, Unplaced } from './document';

/**
 * A table's objectives. A cell left empty is the one above it; what no field holds goes into the notes under its heading; a row
 * that names no objective and none stands above it is not placed. Numbers of a workbook become text of the reader's `locale`, as
 * all text of the table is read.
 */
export function documentOfRows(
  [head = [], ...rows]: readonly Cell[][],
  columns: Columns,
  locale: string,
): FoundDocument {
  const textOf = (cell: Cell | undefined) =>
    typeof cell === 'number' ? numberText(cell, locale) : String(cell ?? '').trim();
  const heads = head.map(textOf);
  const found = new Found();
  for (const [index, row] of rows.entries()) {
    const line = index + 2;
    const cells = row.map(textOf);
    if (cells.every((cell) => cell === '')) continue;
    const value = (field: Field) => cells[columns[field] ?? -1] ?? '';
    const used = new Set(Object.values(columns));
    const notes = cells.flatMap((cell, at) =>
      cell === '' || used.has(at) ? [] : [`${heads[at] ?? ''}: ${cell}`],
    );
    if (!found.row(value, notes, line)) {
      found.unplaced.push({ text: cells.join(' | '), section: '', lines: { from: line, to: line } });
    }
  }
  return { objectives: found.objectives, unplaced: found.unplaced };
}

class Found {
  readonly objectives: FoundObjective[] = [];
  readonly unplaced: Unplaced[] = [];
  private readonly paths = new Map<string, number>();

  /** Takes a row; false: it says of no objective. */
  row(value: (field: Field) => string, notes: string[], line: number): boolean {
    const named = value('objective');
    const title = objectivePrefix.exec(named)?.groups?.['title'] ?? named;
    const lines = { from: line, to: line };
    let home = title === '' ? this.objectives.at(-1) : this.objectives.find((one) => one.title === title);
    if (title !== '' && !home) {
      home = {
        path: this.path(slug(title)),
        title,
        why: '',
        owner: null,
        keyResults: [],
        initiatives: [],
        lines,
      };
      this.objectives.push(home);
    }
    if (!home) return false;
    home.lines = { from: home.lines.from, to: line };
    const why = value('why');
    if (why !== '' && !home.why.includes(why)) home.why = [home.why, why].filter(Boolean).join('\n');
    const owner = value('owner') === '' ? null : value('owner');
    const keyResult = value('keyResult');
    if (keyResult === '') {
      home.owner ??= owner;
      home.why = [home.why, ...notes].filter(Boolean).join('\n');
      return true;
    }
    const made = this.keyResultOf(keyResult, home.path, value, owner, notes, line);
    home.keyResults.push(made);
    if (value('initiative') !== '')
      home.initiatives.push(this.initiativeOf(value('initiative'), made, home.path, line));
    return true;
  }

  private keyResultOf(
    text: string,
    above: string,
    value: (field: Field) => string,
    owner: string | null,
    notes: string[],
    line: number,
  ): FoundKeyResult {
    const { title, priority } = withPriority(keyResultPrefix.exec(text)?.groups?.['title'] ?? text);
    return {
      path: this.path(`${above}/${slug(title)}`),
      title,
      priority,
      sentence: '',
      notes: notes.join('\n'),
      owner,
      lines: { from: line, to: line },
      said: {
        start: value('start'),
        target: value('target'),
        current: value('current'),
        unit: value('unit'),
        due: value('due'),
      },
    };
  }

  private initiativeOf(title: string, serves: FoundKeyResult, above: string, line: number): FoundInitiative {
    return {
      path: this.path(`${above}/initiatives/${slug(title)}`),
      title,
      priority: null,
      notes: '',
      owner: null,
      names: serves.title,
      serves: [serves.path],
      lines: { from: line, to: line },
    };
  }

  /** Two of one name get `-2`, `-3`. */
  private path(path: string): string {
    const times = (this.paths.get(path) ?? 0) + 1;
    this.paths.set(path, times);
    return times === 1 ? path : `${path}-${String(times)}`;
  }
}
