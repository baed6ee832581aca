import type { RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { FoundInitiative, FoundKeyResult, FoundObjective, Lines, Reading, Unplaced } from './document';
import { fieldIn, isField, ownerField, slug, withoutFields } from './fields';
import { saidIn, withInlineLinks } from './links';
import {
  initiative,
  keyResult,
  keyResultRows,
  labelOf,
  objectiveOf,
  withLinks,
  withoutTickBox,
  type Named,
} from './objective-body';
import {
  initiativePrefix,
  initiativesLabel,
  keyResultPrefix,
  keyResultsLabel,
  objectivePrefix,
} from './prefixes';
import { readBlocks } from './read-blocks';
import { linesOf, sectionsOf, textOf, type Section } from './sections';

/** Larger documents are refused: one cycle of one team is a few kilobytes. */
export const maxBytes = 1_000_000;

/** Why a document was not taken, and what to do instead. */
export const refused = {
  tooLarge: 'This file is larger than 1 MB. Upload the part with one cycle’s OKRs.',
  notText: 'This file is not text. Upload a Markdown file (.md) or paste its text.',
  empty: 'This file is empty. Upload a Markdown file with objectives and key results.',
  noObjective:
    'No objective was found. Start each objective with a heading such as “## Objective: Learners finish what they start”, with “### Key Results” under it, or with a bullet “- **Objective:** …” over its key results.',
} as const;

/** A heading whose objective stands in the line beneath it. */
const bareObjective = /^objective\s*[\d.]*\s*:?$/iu;

/**
 * Reads a Markdown document of OKRs written with headings: `Objective: …`, under it `Key Results` and `Initiatives`, whose deeper headings
 * (or else list items, or else paragraphs) are the key results and initiatives; or with nested bullets, bold lines over lists, or tables
 * (`readBlocks`). An initiative is placed under the key result its text names (`**KR**: …`). Every line that is not blank ends up in
 * exactly one item or in `unplaced`.
 */
export function readMarkdown(text: string): Reading {
  if (text.length > maxBytes) return { ok: false, message: refused.tooLarge };
  if (/[\u{0}\u{FFFD}]/u.test(text)) return { ok: false, message: refused.notText };
  if (text.trim() === '') return { ok: false, message: refused.empty };
  const said = withInlineLinks(text);
  const source = said.split(/\r\n|\r|\n/u);
  const tree = fromMarkdown(said, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const objectives: FoundObjective[] = [];
  const unplaced: Unplaced[] = [];
  const walk = (section: Section, above: string): void => {
    const own = objectiveIn(section);
    if (own !== null) {
      objectives.push(readObjective(section, own, source, unplaced));
      return;
    }
    const here = section.title === '' ? above : section.title;
    if (section.links.length > 0) {
      const lines = { from: section.lines.from, to: section.lines.from };
      unplaced.push({ text: section.links.join('\n'), section: here, lines });
    }
    const found = readBlocks(section.blocks, here, source, !headed);
    objectives.push(...found.objectives);
    unplaced.push(...found.unplaced);
    for (const inner of section.sections) walk(inner, here);
  };
  const top = sectionsOf(tree);
  // Where headings name the objectives, a bold line over a list is emphasis.
  const headed = hasObjectiveHeading(top);
  walk(top, '');
  if (objectives.length === 0) return { ok: false, message: refused.noObjective };
  return { ok: true, document: { objectives: distinct(objectives), unplaced } };
}

function hasObjectiveHeading(section: Section): boolean {
  return objectiveIn(section) !== null || section.sections.some(hasObjectiveHeading);
}

/** An objective's title, and the blocks between it and the headings beneath. */
type Own = Named & { blocks: RootContent[] };

/** The objective that a section is: its heading says so, or it has key results and nothing in it is an objective. */
function objectiveIn({ title: heading, links, blocks, sections }: Section): Own | null {
  const named = objectivePrefix.exec(heading)?.groups?.['title'];
  if (named !== undefined) return { title: named, links, blocks };
  const [first, ...rest] = blocks;
  if (bareObjective.test(heading) && first?.type === 'paragraph') {
    const beneath = saidIn(first);
    if (!beneath.text.includes('\n'))
      return { title: beneath.text, links: [...links, ...beneath.links], blocks: rest };
  }
  const hasKeyResults =
    sections.some(({ title }) => keyResultsLabel.test(title)) ||
    blocks.some((block) => labelOf(block) === 'key-results');
  const hasObjectives = sections.some(isOfObjectives) || blocks.some(namesObjective);
  return heading !== '' && hasKeyResults && !hasObjectives ? { title: heading, links, blocks } : null;
}

const isOfObjectives = (section: Section): boolean =>
  /^objectives?\b/iu.test(section.title) || hasObjectiveHeading(section);

/** Whether a line is bold as a whole, or begins with `Objective:`. */
function namesObjective(block: RootContent): boolean {
  if (block.type === 'list')
    return block.children.some(({ children: [first] }) => first && namesObjective(first));
  if (block.type !== 'paragraph' || labelOf(block) !== null) return false;
  const [only, ...others] = block.children;
  return (only?.type === 'strong' && others.length === 0) || objectivePrefix.test(saidIn(block).text);
}

function readObjective(
  section: Section,
  { title, links: ownLinks, blocks }: Own,
  source: readonly string[],
  unplaced: Unplaced[],
): FoundObjective {
  const path = slug(title);
  const links = [...ownLinks];
  const keyResults: FoundKeyResult[] = [];
  const initiatives: FoundInitiative[] = [];
  for (const inner of section.sections) {
    const measured = keyResultPrefix.exec(inner.title)?.groups?.['title'];
    const work = initiativePrefix.exec(inner.title)?.groups?.['title'];
    if (keyResultsLabel.test(inner.title)) {
      links.push(...inner.links);
      keyResults.push(...readKeyResults(inner, path, source, unplaced));
    } else if (initiativesLabel.test(inner.title)) {
      links.push(...inner.links);
      initiatives.push(...readInitiatives(inner, path, source, unplaced));
    } else if (measured !== undefined) {
      keyResults.push(keyResultUnder(inner, measured, path, source));
    } else if (work !== undefined) {
      initiatives.push(initiativeUnder(inner, work, path, source));
    } else {
      unplaced.push({ text: textOf(source, inner.lines), section: title, lines: inner.lines });
    }
  }
  // Where headings say what the key results are, what stands above them is words.
  if (keyResults.length === 0) {
    const found = objectiveOf({ title, links }, [], blocks, section.lines, source);
    return { ...found, initiatives: [...found.initiatives, ...initiatives] };
  }
  const why = blocks.map((block) => textOf(source, linesOf(block)));
  return {
    path,
    title,
    owner: fieldIn(why, ownerField),
    why: withLinks(withoutFields(why, [ownerField]), links),
    keyResults,
    initiatives,
    lines: section.lines,
  };
}

/** A heading that is a key result: the first words under it are its sentence, the others its notes. */
function keyResultUnder(
  section: Section,
  heading: string,
  above: string,
  source: readonly string[],
): FoundKeyResult {
  const texts = passages(section, source);
  const first = texts.findIndex((passage) => !isField(passage));
  const found = keyResult(
    heading,
    texts.filter((_, at) => at !== first),
    section.lines,
    above,
  );
  return {
    ...found,
    notes: withLinks(found.notes, section.links),
    sentence: texts[first] ?? '',
    owner: fieldIn(texts, ownerField),
  };
}

/** A heading that is an initiative, and what stands under it. */
function initiativeUnder(
  section: Section,
  heading: string,
  above: string,
  source: readonly string[],
): FoundInitiative {
  const found = initiative(heading, passages(section, source), section.lines, above, null);
  return { ...found, notes: withLinks(found.notes, section.links) };
}

function readKeyResults(
  section: Section,
  above: string,
  source: readonly string[],
  unplaced: Unplaced[],
): FoundKeyResult[] {
  if (section.sections.length > 0) {
    leaveBlocks(section, section.title, source, unplaced);
    return section.sections.map((inner) => {
      const named = keyResultPrefix.exec(inner.title)?.groups?.['title'];
      return keyResultUnder(inner, named ?? inner.title, above, source);
    });
  }
  const rows = section.blocks.map((block) => (block.type === 'table' ? keyResultRows(block, above) : null));
  if (rows.some((found) => found !== null)) {
    const rest = section.blocks.filter((_, at) => (rows[at] ?? null) === null);
    leaveBlocks({ ...section, blocks: rest }, section.title, source, unplaced);
    return rows.flatMap((found) => found ?? []);
  }
  const blocks = worded(section, source, unplaced);
  return items(blocks, source).map(({ text, notes, lines }) =>
    keyResult(keyResultPrefix.exec(text)?.groups?.['title'] ?? text, [notes], lines, above),
  );
}

function readInitiatives(
  section: Section,
  above: string,
  source: readonly string[],
  unplaced: Unplaced[],
): FoundInitiative[] {
  if (section.sections.length > 0) {
    leaveBlocks(section, section.title, source, unplaced);
    return section.sections.map((inner) => initiativeUnder(inner, inner.title, above, source));
  }
  const blocks = worded(section, source, unplaced);
  return items(blocks, source).map(({ text, notes, lines }) => initiative(text, [notes], lines, above, null));
}

/** A section's blocks that say something; a rule between two, or where a link's address is said, is nobody's title. */
function worded(section: Section, source: readonly string[], unplaced: Unplaced[]): RootContent[] {
  const isWordless = (block: RootContent) => block.type !== 'list' && saidIn(block).text === '';
  const wordless = section.blocks.filter(isWordless);
  leaveBlocks({ ...section, blocks: wordless }, section.title, source, unplaced);
  return section.blocks.filter((block) => !isWordless(block));
}

/** List items, each with what is nested in it; a document without lists says one thing a paragraph. */
function items(
  blocks: RootContent[],
  source: readonly string[],
): { text: string; notes: string; lines: Lines }[] {
  const lists = blocks.flatMap((block) => (block.type === 'list' ? block.children : []));
  if (lists.length === 0) {
    return blocks.map((block) => {
      const { text, links } = saidIn(block);
      return { text, notes: links.join('\n'), lines: linesOf(block) };
    });
  }
  const introduced = blocks
    .filter((block) => block.type !== 'list')
    .map((block) => textOf(source, linesOf(block)));
  return lists.map((item, index) => {
    const [first, ...rest] = item.children;
    const lines = { from: item.position?.start.line ?? 1, to: item.position?.end.line ?? 1 };
    const nested = rest.map((block) => textOf(source, linesOf(block)));
    const said = first === undefined ? { text: '', links: [] } : saidIn(first);
    const { text, ticked } = withoutTickBox(said.text);
    return {
      text,
      notes: [ticked, said.links.join('\n'), ...(index === 0 ? introduced : []), ...nested]
        .filter((note) => note !== '')
        .join('\n\n'),
      lines,
    };
  });
}

/** All of a section below its heading, passage by passage, deeper headings included. */
function passages(section: Section, source: readonly string[]): string[] {
  return [
    ...section.blocks.map((block) => textOf(source, linesOf(block))),
    ...section.sections.map((inner) => textOf(source, inner.lines)),
  ];
}

function leaveBlocks(section: Section, where: string, source: readonly string[], unplaced: Unplaced[]): void {
  for (const block of section.blocks) {
    unplaced.push({ text: textOf(source, linesOf(block)), section: where, lines: linesOf(block) });
  }
}

/** The key results a short name fits: the one of that name, else all whose words include it. */
function named(name: string, keyResults: FoundKeyResult[]): string[] {
  const wanted = slug(name);
  const exact = keyResults.filter((keyResult) => slug(keyResult.title) === wanted);
  const fitting =
    exact.length > 0 ? exact : keyResults.filter((keyResult) => hasWords(keyResult.title, wanted));
  return fitting.map((keyResult) => keyResult.path);
}

function hasWords(title: string, wanted: string): boolean {
  return `-${slug(title)}-`.includes(`-${wanted}-`);
}

/** Two items of one name get `-2`, `-3`, so that a path means one item. */
function distinct(objectives: FoundObjective[]): FoundObjective[] {
  const seen = new Map<string, number>();
  const unique = <T extends { path: string }>(item: T): T => {
    const times = (seen.get(item.path) ?? 0) + 1;
    seen.set(item.path, times);
    return times === 1 ? item : { ...item, path: `${item.path}-${String(times)}` };
  };
  return objectives.map((objective) => {
    const keyResults = objective.keyResults.map(unique);
    return {
      ...unique(objective),
      keyResults,
      initiatives: objective.initiatives.map((initiative) => ({
        ...unique(initiative),
        // Only now do paths mean one key result each.
        serves: initiative.names === null ? [] : named(initiative.names, keyResults),
      })),
    };
  });
}
