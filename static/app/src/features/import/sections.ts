import type { Heading, Root, RootContent } from 'mdast';
import type { Lines } from './document';
import { saidIn } from './links';

/** A heading with what stands under it: its own blocks first, then deeper headings. */
export type Section = {
  title: string;
  /** Addresses that stand behind the heading's words. */
  links: string[];
  depth: number;
  lines: Lines;
  blocks: RootContent[];
  sections: Section[];
};

/** The tree that a document's headings draw. The root section has depth 0 and no title. */
export function sectionsOf(root: Root): Section {
  const top: Section = { title: '', links: [], depth: 0, lines: linesOf(root), blocks: [], sections: [] };
  const open = [top];
  for (const node of root.children) {
    if (node.type === 'heading') {
      const section = sectionOf(node);
      while ((open.at(-1)?.depth ?? 0) >= section.depth) open.pop();
      (open.at(-1) ?? top).sections.push(section);
      open.push(section);
    } else {
      (open.at(-1) ?? top).blocks.push(node);
    }
    for (const section of open) section.lines.to = linesOf(node).to;
  }
  return top;
}

function sectionOf(heading: Heading): Section {
  const { text, links } = saidIn(heading);
  return {
    title: text,
    links,
    depth: heading.depth,
    lines: linesOf(heading),
    blocks: [],
    sections: [],
  };
}

/** Where a node stands in the document. */
export function linesOf(node: Root | RootContent): Lines {
  return { from: node.position?.start.line ?? 1, to: node.position?.end.line ?? 1 };
}

/** The lines of the source a range covers, without the white space around them. */
export function textOf(source: readonly string[], lines: Lines): string {
  return source
    .slice(lines.from - 1, lines.to)
    .join('\n')
    .trim();
}
