import type { Definition, Image, Link, Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';

/** A line of a document as plain words, and the addresses that stand behind them: `dashboard: https://…`. */
export type SaidLine = { text: string; links: string[] };

/** What a passage says, line by line, from its first words on; white space and empty lines around it mean nothing. */
export function saidLines(node: Nodes): SaidLine[] {
  const lines: SaidLine[] = [{ text: '', links: [] }];
  collect(node, lines);
  const isWorded = ({ text }: SaidLine) => text.trim() !== '';
  const isSaid = (line: SaidLine) => isWorded(line) || line.links.length > 0;
  const first = Math.max(0, lines.findIndex(isWorded));
  // An image without a text of its own above them is theirs.
  const above = lines.slice(0, first).flatMap(({ links }) => links);
  return lines.slice(first, lines.findLastIndex(isSaid) + 1).map(({ text, links }, at) => ({
    text: at === 0 ? text.trim() : text.trimEnd(),
    links: at === 0 ? [...above, ...links] : links,
  }));
}

/** All of a passage as plain words, and the addresses that stand behind them. */
export function saidIn(node: Nodes): SaidLine {
  const lines = saidLines(node);
  return {
    text: lines
      .map(({ text }) => text)
      .join('\n')
      .trim(),
    links: lines.flatMap(({ links }) => links),
  };
}

/** A line of Markdown as plain words, and the addresses that stand behind them. */
export const saidInLine = (line: string): SaidLine => saidIn(fromMarkdown(line));

/** A text whose links say their addresses where they stand: `[x][1]` becomes `[x](https://…)`. Lines stay the same lines. */
export function withInlineLinks(written: string): string {
  // Places in the tree are counted without it.
  const text = written.replace(/^\uFEFF/u, '');
  if (!text.includes(']:')) return text;
  const nodes = nodesIn(fromMarkdown(text));
  const definitions = new Map<string, Definition>();
  for (const node of nodes) {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
  }
  const parts: string[] = [];
  let done = 0;
  const found = nodes.flatMap((node) => replacement(node, text, definitions) ?? []);
  for (const { from, to, address } of found.toSorted((one, other) => one.to - other.to)) {
    parts.push(text.slice(done, from), address);
    done = to;
  }
  return [...parts, text.slice(done)].join('');
}

/** What stands for the `[1]` of `[x][1]`; null for what is no such link. */
function replacement(
  node: Nodes,
  text: string,
  definitions: ReadonlyMap<string, Definition>,
): { from: number; to: number; address: string } | null {
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return null;
  const [from, to] = [node.position?.start.offset, node.position?.end.offset];
  const definition = definitions.get(node.identifier);
  if (definition === undefined || from === undefined || to === undefined) return null;
  const whole = text.slice(from, to);
  const reference = { full: whole.slice(whole.lastIndexOf('[')), collapsed: '[]', shortcut: '' }[
    node.referenceType
  ];
  if (/[\r\n]/u.test(reference)) return null;
  const { url, title } = definition;
  const escaped = url.replace(/[\\<>]/gu, String.raw`\$&`).replace(/&(?=#?\w+;)/gu, '&amp;');
  const named = !title || /["\\\r\n]/u.test(title) ? '' : ` "${title}"`;
  const address = `(${/^$|[\s()<>\\]/u.test(url) ? `<${escaped}>` : escaped}${named})`;
  return { from: to - reference.length, to, address };
}

/** A tree's nodes in no order. */
function nodesIn(root: Nodes): Nodes[] {
  const nodes: Nodes[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.push(node);
    if ('children' in node) for (const child of node.children) waiting.push(child);
  }
  return nodes;
}

function collect(node: Nodes, lines: SaidLine[]): void {
  const here = lines.at(-1);
  if ('value' in node) write(node.value, lines);
  else if (node.type === 'break') write('\n', lines);
  else if ('alt' in node) write(node.alt ?? '', lines);
  else if ('children' in node) for (const child of node.children) collect(child, lines);
  const address = node.type === 'link' || node.type === 'image' ? addressOf(node) : null;
  if (address !== null) here?.links.push(address);
}

function write(text: string, lines: SaidLine[]): void {
  const [first = '', ...more] = text.split('\n');
  const last = lines.at(-1);
  if (last) last.text += first;
  for (const line of more) lines.push({ text: line, links: [] });
}

/** A line of notes; null where the label is the address. */
function addressOf(node: Link | Image): string | null {
  const { url, title } = node;
  const label = toString(node).replace(/\s+/gu, ' ').trim();
  if (url === '' || url === label || url === `mailto:${label}`) return null;
  const named = title ? ` (${title.replace(/\s+/gu, ' ')})` : '';
  return `${label === '' ? '' : `${label}: `}${url}${named}`;
}
