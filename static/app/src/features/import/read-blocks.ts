import type { ListItem, Paragraph, RootContent, Table } from 'mdast';
import type { FoundObjective, Lines, Unplaced } from './document';
import { ownerField } from './fields';
import { saidInLine, saidLines } from './links';
import { beginsItem, columnsOf, keyResultOfRow, labelOf, objectiveOf, type Named } from './objective-body';
import { objectivePrefix } from './prefixes';
import { linesOf, textOf } from './sections';

type Found = { objectives: FoundObjective[]; unplaced: Unplaced[] };
type Source = readonly string[];

/**
 * Objectives in what stands under a heading that names none: nested bullets (`**Objective:** …` over `**Key Result:** …`),
 * bold lines over plain lists (only with `bold`), lines such as `Objective 1: …` over `KR1: …`, and tables with a column of objectives and
 * one of key results. What is none of these is unplaced.
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
    if (block === undefined) break;
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
    } else {
      const own = block.type === 'paragraph' ? ownBlocks(blocks, at, source) : [];
      const head = block.type === 'paragraph' ? headOver(block, own, bold, source) : null;
      if (head === null) {
        leave(linesOf(block));
        continue;
      }
      const lines = { from: linesOf(block).from, to: linesOf(own.at(-1) ?? block).to };
      objectives.push(objectiveOf(head, head.texts, own, lines, source));
      at += own.length;
    }
  }
  return { objectives, unplaced };
}

/** The blocks after a paragraph that are its own if it names an objective: lists, and lines that say what they are. */
function ownBlocks(blocks: readonly RootContent[], at: number, source: Source): RootContent[] {
  const belongs = (block: RootContent | undefined): boolean => {
    if (block?.type === 'list') return !block.children.some((item) => objectiveItem(item, source) !== null);
    if (block?.type !== 'paragraph') return false;
    const [first = ''] = textOf(source, linesOf(block)).split('\n');
    return labelOf(block) !== null || beginsItem(first) || ownerField.test(first);
  };
  const own: RootContent[] = [];
  for (const block of blocks.slice(at + 1)) {
    if (!belongs(block)) break;
    own.push(block);
  }
  return own;
}

/**
 * The objective that a paragraph names, and its other lines: `Objective: …`, or, with `bold`, a line over a list that is bold as
 * a whole.
 */
function headOver(
  paragraph: Paragraph,
  own: readonly RootContent[],
  bold: boolean,
  source: Source,
): (Named & { texts: string[] }) | null {
  const [first = '', ...texts] = textOf(source, linesOf(paragraph)).split('\n');
  const { text, links } = saidInLine(first);
  const named = objectivePrefix.exec(text)?.groups?.['title'];
  const says = own.length > 0 || texts.some(beginsItem);
  if (named !== undefined) return says ? { title: named, links, texts } : null;
  const [only, ...others] = paragraph.children;
  const isBold = bold && only?.type === 'strong' && others.length === 0 && texts.length === 0;
  return isBold && own.length > 0 && labelOf(paragraph) === null ? { title: text, links, texts } : null;
}

function objectiveItem(item: ListItem, source: Source): FoundObjective | null {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return null;
  const [head = { text: '', links: [] }, ...more] = saidLines(first);
  const title = objectivePrefix.exec(head.text)?.groups?.['title'];
  if (title === undefined) return null;
  const texts = more.flatMap(({ text, links }) => [text, ...links]);
  return objectiveOf({ title, links: head.links }, texts, rest, linesOf(item), source);
}

/** A table's objectives; null when no column is headed objective, or none key result. */
function readTable(table: Table, source: Source): FoundObjective[] | null {
  const { objective, keyResult, rows } = columnsOf(table);
  if (objective < 0 || keyResult < 0) return null;
  const found: FoundObjective[] = [];
  for (const row of rows) {
    const { title: named, links } = row.objective;
    const title = objectivePrefix.exec(named)?.groups?.['title'] ?? named;
    // A cell left empty is the one above it.
    if (title !== '' && title !== found.at(-1)?.title)
      found.push(objectiveOf({ title, links: [] }, [], [], row.lines, source));
    const home = found.at(-1);
    if (home === undefined) return null;
    const unsaid = links.filter((link) => !home.why.includes(link));
    home.why = [home.why, ...unsaid].filter((part) => part !== '').join('\n');
    home.lines = { from: home.lines.from, to: row.lines.to };
    if (row.keyResult === '') {
      home.owner = row.owner === '' ? home.owner : row.owner;
      home.why = [home.why, ...row.others].filter((part) => part !== '').join('\n');
      continue;
    }
    home.keyResults.push(keyResultOfRow(row, home.path));
  }
  return found.length === 0 ? null : found;
}
