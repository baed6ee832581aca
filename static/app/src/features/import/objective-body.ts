import type { List, ListItem, RootContent, Table, TableRow } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { guessColumns } from './columns';
import type { FoundInitiative, FoundKeyResult, FoundObjective, Lines } from './document';
import { fieldIn, keyResultField, ownerField, slug, withoutFields, withPriority } from './fields';
import { initiativePrefix, initiativesLabel, keyResultPrefix, keyResultsLabel } from './prefixes';
import { linesOf, textOf } from './sections';

type Source = readonly string[];
type Said = 'key-results' | 'initiatives';
/** `texts`: what is neither a key result nor an initiative. */
type Body = { keyResults: FoundKeyResult[]; initiatives: FoundInitiative[]; texts: string[] };
/** A line that begins an item, and what stands beneath it. */
type Begun = { said: Said; title: string; notes: string[]; lines: Lines };

/** An objective of what stands under its title, `texts` first. */
export function objectiveOf(
  title: string,
  texts: readonly string[],
  blocks: readonly RootContent[],
  lines: Lines,
  source: Source,
): FoundObjective {
  const path = slug(title);
  const body = bodyOf(blocks, path, source);
  const begun = lineItems(texts, lines, path);
  const all = [...begun.texts, ...body.texts];
  return {
    path,
    title,
    owner: fieldIn(all, ownerField),
    why: withoutFields(all),
    keyResults: [...begun.keyResults, ...body.keyResults],
    initiatives: [...begun.initiatives, ...body.initiatives],
    lines,
  };
}

/**
 * Key results and initiatives in what stands under an objective that has no heading for them: lists and tables of key results, lines that
 * begin with `KR1:`, and what stands under a line such as `**Key Results:**`. Where there is such a line, other lists are words.
 */
function bodyOf(blocks: readonly RootContent[], path: string, source: Source): Body {
  const body: Body = { keyResults: [], initiatives: [], texts: [] };
  let said: Said | null = blocks.some((block) => labelOf(block) === 'key-results') ? null : 'key-results';
  for (const block of blocks) {
    const text = textOf(source, linesOf(block));
    if (block.type === 'paragraph') {
      add(body, lineItems(text.split('\n'), linesOf(block), path));
      said = labelOf(block) ?? said;
    } else if (block.type === 'list' && said !== null) {
      add(body, itemsOf(block, said, path, source));
    } else if (block.type === 'table') {
      const found = keyResultRows(block, path);
      if (found === null) body.texts.push(text);
      else body.keyResults.push(...found);
    } else {
      body.texts.push(text);
    }
  }
  return body;
}

function add(body: Body, part: Body): void {
  body.keyResults.push(...part.keyResults);
  body.initiatives.push(...part.initiatives);
  body.texts.push(...part.texts);
}

/** What the last line of a paragraph says of the list after it. */
export function labelOf(block: RootContent): Said | null {
  return block.type === 'paragraph' ? labelIn(toString(block).trim().split('\n').at(-1) ?? '') : null;
}

/** What a line says of the list after it; null where it says anything else. */
function labelIn(line: string): Said | null {
  if (keyResultsLabel.test(line)) return 'key-results';
  return initiativesLabel.test(line) ? 'initiatives' : null;
}

/** A line of Markdown as plain words. */
export const plain = (line: string): string => toString(fromMarkdown(line)).trim();

/** Whether a line begins a key result or an initiative. */
export const beginsItem = (line: string): boolean =>
  keyResultPrefix.test(plain(line)) || initiativePrefix.test(plain(line));

/** Items that lines begin by saying so; the lines after each are its notes. */
function lineItems(texts: readonly string[], lines: Lines, path: string): Body {
  const begun: Begun[] = [];
  const before: string[] = [];
  for (const line of texts.flatMap((text) => text.split('\n'))) {
    const words = plain(line);
    const keyResult = keyResultPrefix.exec(words)?.groups?.['title'];
    const title = keyResult ?? initiativePrefix.exec(words)?.groups?.['title'];
    const said = keyResult === undefined ? 'initiatives' : 'key-results';
    if (title !== undefined) begun.push({ said, title, notes: [], lines });
    else if (labelIn(words) === null) (begun.at(-1)?.notes ?? before).push(line);
  }
  return {
    keyResults: begun
      .filter(({ said }) => said === 'key-results')
      .map((one) => keyResult(one.title, [one.notes.join('\n')], one.lines, path)),
    initiatives: begun
      .filter(({ said }) => said === 'initiatives')
      .map((one) => initiative(one.title, [one.notes.join('\n')], one.lines, path, null)),
    texts: before.length === 0 ? [] : [before.join('\n')],
  };
}

function itemsOf(list: List, said: Said, path: string, source: Source): Body {
  const body: Body = { keyResults: [], initiatives: [], texts: [] };
  for (const item of list.children) {
    const { text } = headOf(item);
    const label = labelIn(text);
    const work = initiativePrefix.exec(text)?.groups?.['title'];
    if (label !== null) {
      for (const block of item.children.slice(1)) {
        if (block.type === 'list') add(body, itemsOf(block, label, path, source));
        else body.texts.push(textOf(source, linesOf(block)));
      }
    } else if (ownerField.test(text)) {
      body.texts.push(textOf(source, linesOf(item)));
    } else if (work !== undefined || (said === 'initiatives' && !keyResultPrefix.test(text))) {
      body.initiatives.push(initiativeOf(work ?? text, item, path, null, source));
    } else {
      const { found, serving } = keyResultOf(item, text, path, source);
      body.keyResults.push(found);
      body.initiatives.push(...serving);
    }
  }
  return body;
}

/** A key result's item, and the initiatives nested in it: they serve it. */
function keyResultOf(
  item: ListItem,
  text: string,
  above: string,
  source: Source,
): { found: FoundKeyResult; serving: FoundInitiative[] } {
  const title = keyResultPrefix.exec(text)?.groups?.['title'] ?? text;
  const serving: FoundInitiative[] = [];
  const notes = textsIn(item, source, (nested) => {
    const work = initiativePrefix.exec(headOf(nested).text)?.groups?.['title'];
    if (work !== undefined)
      serving.push(initiativeOf(work, nested, above, withPriority(title).title, source));
    return work === undefined;
  });
  return { found: keyResult(title, notes, linesOf(item), above), serving };
}

/** A key result with this written for it; lines of `notes` that name its owner are read, not kept. */
export function keyResult(text: string, notes: string[], lines: Lines, above: string): FoundKeyResult {
  const { title, priority } = withPriority(text);
  return {
    path: `${above}/${slug(title)}`,
    title,
    priority,
    sentence: '',
    notes: withoutFields(notes),
    owner: fieldIn(notes, ownerField),
    lines,
  };
}

function initiativeOf(
  text: string,
  item: ListItem,
  above: string,
  serves: string | null,
  source: Source,
): FoundInitiative {
  return initiative(
    text,
    textsIn(item, source, () => true),
    linesOf(item),
    above,
    serves,
  );
}

/** An initiative with this written for it. `serves`: the key result it is nested under. */
export function initiative(
  text: string,
  notes: string[],
  lines: Lines,
  above: string,
  serves: string | null,
): FoundInitiative {
  const { title, priority } = withPriority(text);
  return {
    path: `${above}/initiatives/${slug(title)}`,
    title,
    priority,
    notes: withoutFields(notes),
    owner: fieldIn(notes, ownerField),
    names: fieldIn(notes, keyResultField) ?? serves,
    serves: [],
    lines,
  };
}

const tickBox = /^\[(?<tick>[ x])\]\s+/iu;

/** A title without its box to tick; `ticked`: what stood in it, to be kept among the notes. A tick is no progress. */
export function withoutTickBox(title: string): { text: string; ticked: string } {
  const tick = tickBox.exec(title)?.groups?.['tick']?.trim() ?? '';
  return { text: title.replace(tickBox, ''), ticked: tick === '' ? '' : '[x]' };
}

/** The first line of an item. */
function headOf(item: ListItem): { text: string; ticked: string } {
  const [first] = item.children;
  return withoutTickBox((first === undefined ? '' : toString(first).trim()).split('\n')[0] ?? '');
}

/** All of an item but its first line, passage by passage; of nested items those that are `kept`. */
function textsIn(item: ListItem, source: Source, kept: (nested: ListItem) => boolean): string[] {
  const [first, ...rest] = item.children;
  const more = first === undefined ? '' : toString(first).trim().split('\n').slice(1).join('\n');
  const nested = rest.flatMap((block) =>
    block.type === 'list'
      ? block.children.filter(kept).map((one) => textOf(source, linesOf(one)))
      : [textOf(source, linesOf(block))],
  );
  return [headOf(item).ticked, more, ...nested].filter((text) => text !== '');
}

/** Which columns of a table are what; -1: none is. `cells`: of each row below the heading, with where it stands. */
export function columnsOf({ children: [header, ...rows] }: Table) {
  const heads = header === undefined ? [] : cellsOf(header);
  const columns = guessColumns(heads);
  const objective = columns.objective ?? -1;
  const keyResult = columns.keyResult ?? -1;
  const owner = columns.owner ?? -1;
  const others = (cells: readonly string[]) =>
    cells.flatMap((value, index) =>
      value === '' || [objective, keyResult, owner].includes(index)
        ? []
        : [`${heads[index] ?? ''}: ${value}`],
    );
  return {
    objective,
    keyResult,
    rows: rows.map((row) => {
      const cells = cellsOf(row);
      return {
        objective: cells[objective] ?? '',
        keyResult: cells[keyResult] ?? '',
        owner: cells[owner] ?? '',
        others: others(cells),
        lines: linesOf(row),
      };
    }),
  };
}

/** A row of a table as a key result; what other columns say goes into its notes. */
export function keyResultOfRow(
  row: ReturnType<typeof columnsOf>['rows'][number],
  above: string,
): FoundKeyResult {
  const text = keyResultPrefix.exec(row.keyResult)?.groups?.['title'] ?? row.keyResult;
  return {
    ...keyResult(text, [], row.lines, above),
    notes: row.others.join('\n'),
    owner: row.owner === '' ? null : row.owner,
  };
}

/** The key results of a table that names no objectives; null where it names none, or a row has none. */
export function keyResultRows(table: Table, above: string): FoundKeyResult[] | null {
  const { objective, keyResult: column, rows } = columnsOf(table);
  if (objective >= 0 || column < 0 || rows.some((row) => row.keyResult === '')) return null;
  return rows.map((row) => keyResultOfRow(row, above));
}

function cellsOf(row: TableRow): string[] {
  return row.children.map((cell) => toString(cell).trim());
}
