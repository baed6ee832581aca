import type { List, ListItem, RootContent, Table, TableRow } from 'mdast';
import { guessColumns } from './columns';
import type { FoundInitiative, FoundKeyResult, FoundObjective, Lines } from './document';
import { fieldIn, keyResultField, ownerField, slug, withoutFields, withPriority } from './fields';
import { saidIn, saidInLine, saidLines, type SaidLine } from './links';
import { initiativePrefix, initiativesLabel, keyResultPrefix, keyResultsLabel } from './prefixes';
import { linesOf, textOf } from './sections';

type Source = readonly string[];
type Said = 'key-results' | 'initiatives';
/** `texts`: what is neither a key result nor an initiative. */
type Body = { keyResults: FoundKeyResult[]; initiatives: FoundInitiative[]; texts: string[] };
/** A line that begins an item, and what stands beneath it. */
type Begun = { said: Said; title: string; notes: string[]; links: string[]; lines: Lines };
/** A title, and the addresses that stand behind its words. */
export type Named = { title: string; links: readonly string[] };

/** An objective of what stands under its title, `texts` first. */
export function objectiveOf(
  { title, links }: Named,
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
    why: withLinks(withoutFields(all, [ownerField]), links),
    keyResults: [...begun.keyResults, ...body.keyResults],
    initiatives: [...begun.initiatives, ...body.initiatives],
    lines,
  };
}

/** A text and, beneath it, the addresses that stand behind the words of its item. */
export function withLinks(text: string, links: readonly string[]): string {
  return [text, links.join('\n')].filter((part) => part !== '').join('\n\n');
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
  return block.type === 'paragraph' ? labelIn(saidLines(block).at(-1)?.text ?? '') : null;
}

/** What a line says of the list after it; null where it says anything else. */
function labelIn(line: string): Said | null {
  if (keyResultsLabel.test(line)) return 'key-results';
  return initiativesLabel.test(line) ? 'initiatives' : null;
}

/** A line of Markdown as plain words. */
const plain = (line: string): string => saidInLine(line).text;

/** Whether a line begins a key result or an initiative. */
export const beginsItem = (line: string): boolean =>
  keyResultPrefix.test(plain(line)) || initiativePrefix.test(plain(line));

/** Items that lines begin by saying so; the lines after each are its notes. */
function lineItems(texts: readonly string[], lines: Lines, path: string): Body {
  const begun: Begun[] = [];
  const before: string[] = [];
  for (const line of texts.flatMap((text) => text.split('\n'))) {
    const { text: words, links } = saidInLine(line);
    const keyResult = keyResultPrefix.exec(words)?.groups?.['title'];
    const title = keyResult ?? initiativePrefix.exec(words)?.groups?.['title'];
    const said = keyResult === undefined ? 'initiatives' : 'key-results';
    if (title !== undefined) begun.push({ said, title, notes: [], links, lines });
    else (begun.at(-1)?.notes ?? before).push(...(labelIn(words) === null ? [line] : links));
  }
  return {
    keyResults: begun
      .filter(({ said }) => said === 'key-results')
      .map((one) => keyResult(one.title, [one.notes.join('\n'), one.links.join('\n')], one.lines, path)),
    initiatives: begun
      .filter(({ said }) => said === 'initiatives')
      .map((one) =>
        initiative(one.title, [one.notes.join('\n'), one.links.join('\n')], one.lines, path, null),
      ),
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
      body.texts.push(...ownTexts(item));
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
    notes: withoutFields(notes, [ownerField]),
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
    notes: withoutFields(notes, [ownerField, keyResultField]),
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
function headOf(item: ListItem): { text: string; ticked: string; links: string[] } {
  const [head = { text: '', links: [] }] = linesIn(item);
  return { ...withoutTickBox(head.text), links: head.links };
}

function linesIn({ children: [first] }: ListItem): SaidLine[] {
  return first === undefined ? [] : saidLines(first);
}

/** What an item's own words say beside its first line. */
function ownTexts(item: ListItem): string[] {
  const more = linesIn(item).slice(1);
  const { ticked, links } = headOf(item);
  return [ticked, more.flatMap((line) => [line.text, ...line.links]).join('\n'), links.join('\n')].filter(
    (text) => text !== '',
  );
}

/** All of an item but its first line, passage by passage; of nested items those that are `kept`. */
function textsIn(item: ListItem, source: Source, kept: (nested: ListItem) => boolean): string[] {
  const nested = item.children
    .slice(1)
    .flatMap((block) =>
      block.type === 'list'
        ? block.children.filter(kept).map((one) => textOf(source, linesOf(one)))
        : [textOf(source, linesOf(block))],
    );
  return [...ownTexts(item), ...nested].filter((text) => text !== '');
}

/** Which columns of a table are what; -1: none is. `cells`: of each row below the heading, with where it stands. */
export function columnsOf({ children: [header, ...rows] }: Table) {
  const heads = header === undefined ? [] : cellsOf(header);
  const columns = guessColumns(heads.map(({ text }) => text));
  const objective = columns.objective ?? -1;
  const keyResult = columns.keyResult ?? -1;
  const owner = columns.owner ?? -1;
  const others = (cells: readonly SaidLine[]) =>
    cells.flatMap(({ text, links }, index) => {
      if (index === objective) return [];
      const isOther = text !== '' && index !== keyResult && index !== owner;
      return [...(isOther ? [`${heads[index]?.text ?? ''}: ${text}`] : []), ...links];
    });
  return {
    objective,
    keyResult,
    rows: rows.map((row, at) => {
      const cells = cellsOf(row);
      return {
        objective: { title: cells[objective]?.text ?? '', links: cells[objective]?.links ?? [] },
        keyResult: cells[keyResult]?.text ?? '',
        owner: cells[owner]?.text ?? '',
        // Addresses in the headings are said once.
        others: [...others(cells), ...(at === 0 ? heads.flatMap(({ links }) => links) : [])],
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

/** The key results of a table that names no objectives; null where it names none, a row has none, or there is no row. */
export function keyResultRows(table: Table, above: string): FoundKeyResult[] | null {
  const { objective, keyResult: column, rows } = columnsOf(table);
  if (objective >= 0 || column < 0 || rows.length === 0) return null;
  if (rows.some((row) => row.keyResult === '')) return null;
  return rows.map((row) => keyResultOfRow(row, above));
}

function cellsOf(row: TableRow): SaidLine[] {
  return row.children.map((cell) => saidIn(cell));
}
