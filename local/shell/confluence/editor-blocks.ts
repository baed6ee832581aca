import { adfText, type AdfDocument, type AdfNode } from '../../frames/adf';

/**
 * A page as the editor holds it: lines of text that can be typed in, and everything else (macros, tables, panels,
 * formatted text) kept whole.
 */
export type Block =
  | { id: number; kind: 'paragraph' | 'heading' | 'bullet'; text: string; source: AdfNode | undefined }
  | { id: number; kind: 'node'; node: AdfNode };

let lastId = 0;

export function newBlockId(): number {
  lastId += 1;
  return lastId;
}

/** Takes a document apart. A line that carries formatting is kept as it is until somebody types in it. */
export function blocksOf(document: AdfDocument): Block[] {
  const blocks = document.content.flatMap((node): Block[] => {
    switch (node.type) {
      case 'paragraph':
        return isPlain(node) ? [line('paragraph', node)] : [whole(node)];
      case 'heading':
        return isPlain(node) ? [line('heading', node)] : [whole(node)];
      case 'bulletList': {
        const items = node.content ?? [];
        const paragraphs = items.map((item) => (item.content?.length === 1 ? item.content[0] : undefined));
        if (!paragraphs.every((item) => item?.type === 'paragraph' && isPlain(item))) return [whole(node)];
        return paragraphs.filter((item) => item !== undefined).map((item) => line('bullet', item));
      }
      default:
        return [whole(node)];
    }
  });
  return blocks.length === 0
    ? [{ id: newBlockId(), kind: 'paragraph', text: '', source: undefined }]
    : blocks;
}

/** Puts the document together again; neighbouring bullets become one list. */
export function documentOf(blocks: readonly Block[]): AdfDocument {
  const content: AdfNode[] = [];
  for (const block of blocks) {
    if (block.kind === 'node') content.push(block.node);
    else if (block.kind === 'heading')
      content.push({
        type: 'heading',
        attrs: { level: headingLevel(block.source) },
        content: textNodes(block.text),
      });
    else if (block.kind === 'paragraph') content.push({ type: 'paragraph', content: textNodes(block.text) });
    else {
      const item: AdfNode = {
        type: 'listItem',
        content: [{ type: 'paragraph', content: textNodes(block.text) }],
      };
      const last = content.at(-1);
      if (last?.type === 'bulletList') last.content = [...(last.content ?? []), item];
      else content.push({ type: 'bulletList', content: [item] });
    }
  }
  return { type: 'doc', version: 1, content };
}

function line(kind: 'paragraph' | 'heading' | 'bullet', node: AdfNode): Block {
  return { id: newBlockId(), kind, text: adfText(node), source: node };
}

function whole(node: AdfNode): Block {
  return { id: newBlockId(), kind: 'node', node };
}

function isPlain(node: AdfNode): boolean {
  return (node.content ?? []).every((child) => child.type === 'text' && (child.marks ?? []).length === 0);
}

function headingLevel(source: AdfNode | undefined): number {
  const level = source?.type === 'heading' ? source.attrs?.['level'] : undefined;
  return typeof level === 'number' ? level : 2;
}

function textNodes(text: string): AdfNode[] {
  return text === '' ? [] : [{ type: 'text', text }];
}
