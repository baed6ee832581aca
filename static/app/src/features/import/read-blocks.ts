import { keyResultPrefix, objectivePrefix } from './prefixes';
import type { List, ListItem, Paragraph, RootContent, Table, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { FoundInitiative, FoundKeyResult, FoundObjective, Lines, Unplaced } from './document';
import { fieldIn, keyResultField, ownerField, slug, withoutFields, withPriority } from './fields';
import { linesOf, textOf } from './sections';

type Found = { objectives: FoundObjective[]; unplaced: Unplaced[] };
type Source = readonly string[];

const initiativePrefix = /^(?:initiatives?|projects?)\s*[\d.]*\s*[:–—-]\s*(?<title>\S.*)$/iu;

/**
 * Objectives in what stands under a heading that names none: nested bullets (`**Objective:** …` over `**Key Result:** …`),
 * bold lines over plain lists (only with `bold`), and tables with a column of objectives and one of key results. What is
 * none of these is unplaced.
 */
export function readBlocks(
  blocks: readonly RootContent[],
  where: string,
  source: Source,
  bold: boolean,
): Found {
  const objectives: FoundObjective[] = [];
  const unplaced: Unplaced[] = [];
  const leave = (lines: Lines) => unplaced.push({ text: textOf(source, lines), section: where, lines });
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    const next = blocks[at + 1];
    if (block === undefined) break;
    const title = block.type === 'paragraph' && next?.type === 'list' ? titleOver(block, bold) : null;
    if (block.type === 'list') {
      for (const item of block.children) {
        const found = objectiveItem(item, source);
        if (found === null) leave(linesOf(item));
        else objectives.push(found);
      }
    } else if (block.type === 'table') {
      const found = readTable(block, source);
      if (found === null) leave(linesOf(block));
      else objectives.push(...found);
    } else if (title !== null && next?.type === 'list') {
      const lines = { from: linesOf(block).from, to: linesOf(next).to };
      objectives.push(objectiveOf(title, [], [next], lines, source));
      at += 1;
    } else {
      leave(linesOf(block));
    }
  }
  return { objectives, unplaced };
}

/** What a paragraph over a list names: `Objective: …`, or, with `bold`, a line that is bold as a whole. */
function titleOver(paragraph: Paragraph, bold: boolean): string | null {
  const text = toString(paragraph).trim();
  if (text.includes('\n')) return null;
  const named = objectivePrefix.exec(text)?.groups?.['title'];
  if (named !== undefined) return named;
  const [only, ...others] = paragraph.children;
  return bold && only?.type === 'strong' && others.length === 0 ? text : null;
}

function objectiveItem(item: ListItem, source: Source): FoundObjective | null {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return null;
  const [head = '', ...more] = toString(first).trim().split('\n');
  const title = objectivePrefix.exec(head)?.groups?.['title'];
  if (title === undefined) return null;
  const lists = rest.filter((block): block is List => block.type === 'list');
  const texts = rest.filter((block) => block.type !== 'list').map((block) => textOf(source, linesOf(block)));
  return objectiveOf(title, [...more, ...texts], lists, linesOf(item), source);
}

function objectiveOf(
  title: string,
  texts: string[],
  lists: readonly List[],
  lines: Lines,
  source: Source,
): FoundObjective {
  const path = slug(title);
  const keyResults: FoundKeyResult[] = [];
  const initiatives: FoundInitiative[] = [];
  for (const item of lists.flatMap((list) => list.children)) {
    const text = headOf(item);
    const work = initiativePrefix.exec(text)?.groups?.['title'];
    if (work !== undefined) {
      initiatives.push(initiativeOf(work, item, path, null, source));
      continue;
    }
    const { keyResult, serving } = keyResultOf(item, text, path, source);
    keyResults.push(keyResult);
    initiatives.push(...serving);
  }
  return {
    path,
    title,
    owner: fieldIn(texts, ownerField),
    why: withoutFields(texts),
    keyResults,
    initiatives,
    lines,
  };
}

/** A key result's item, and the initiatives nested in it: they serve it. */
function keyResultOf(
  item: ListItem,
  text: string,
  above: string,
  source: Source,
): { keyResult: FoundKeyResult; serving: FoundInitiative[] } {
  const { title, priority } = withPriority(keyResultPrefix.exec(text)?.groups?.['title'] ?? text);
  const serving: FoundInitiative[] = [];
  const notes = textsIn(item, source, (nested) => {
    const work = initiativePrefix.exec(headOf(nested))?.groups?.['title'];
    if (work !== undefined) serving.push(initiativeOf(work, nested, above, title, source));
    return work === undefined;
  });
  return {
    keyResult: {
      path: `${above}/${slug(title)}`,
      title,
      priority,
      sentence: '',
      notes: withoutFields(notes),
      owner: fieldIn(notes, ownerField),
      lines: linesOf(item),
    },
    serving,
  };
}

function initiativeOf(
  text: string,
  item: ListItem,
  above: string,
  serves: string | null,
  source: Source,
): FoundInitiative {
  const { title, priority } = withPriority(text);
  const notes = textsIn(item, source, () => true);
  return {
    path: `${above}/initiatives/${slug(title)}`,
    title,
    priority,
    notes: withoutFields(notes),
    owner: fieldIn(notes, ownerField),
    names: fieldIn(notes, keyResultField) ?? serves,
    serves: [],
    lines: linesOf(item),
  };
}

/** The first line of an item. */
function headOf(item: ListItem): string {
  const [first] = item.children;
  return (first === undefined ? '' : toString(first).trim()).split('\n')[0] ?? '';
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
  return [more, ...nested].filter((text) => text !== '');
}

/** A table's objectives; null when no column is headed objective, or none key result. */
function readTable({ children: [header, ...rows] }: Table, source: Source): FoundObjective[] | null {
  const heads = header === undefined ? [] : cells(header);
  const column = (pattern: RegExp) => heads.findIndex((head) => pattern.test(head));
  const [objective, keyResult, owner] = [
    column(/^objectives?$/iu),
    column(/^(?:key\s+results?|krs?)$/iu),
    column(/^owners?$/iu),
  ];
  if (objective < 0 || keyResult < 0) return null;
  const found: FoundObjective[] = [];
  for (const row of rows) {
    const values = cells(row);
    const named = values[objective] ?? '';
    const title = objectivePrefix.exec(named)?.groups?.['title'] ?? named;
    const lines = linesOf(row);
    // A cell left empty is the one above it.
    if (title !== '' && title !== found.at(-1)?.title) found.push(objectiveOf(title, [], [], lines, source));
    const home = found.at(-1);
    const text = values[keyResult] ?? '';
    if (home === undefined) return null;
    home.lines = { from: home.lines.from, to: lines.to };
    const others = values.flatMap((value, index) =>
      value === '' || [objective, keyResult, owner].includes(index)
        ? []
        : [`${heads[index] ?? ''}: ${value}`],
    );
    const person = values[owner] ?? '';
    if (text === '') {
      home.owner = person === '' ? home.owner : person;
      home.why = [home.why, ...others].filter((part) => part !== '').join('\n');
      continue;
    }
    const { title: name, priority } = withPriority(keyResultPrefix.exec(text)?.groups?.['title'] ?? text);
    home.keyResults.push({
      path: `${home.path}/${slug(name)}`,
      title: name,
      priority,
      sentence: '',
      notes: others.join('\n'),
      owner: person === '' ? null : person,
      lines,
    });
  }
  return found.length === 0 ? null : found;
}

function cells(row: TableRow): string[] {
  return row.children.map((cell) => toString(cell).trim());
}
