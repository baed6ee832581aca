/** A document in Atlassian Document Format, as far as the site reads it. */
export interface AdfNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: AdfNode[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
}

export interface AdfDocument extends AdfNode {
  type: 'doc';
  version: 1;
  content: AdfNode[];
}

/** Reads a document; what is not one becomes the empty document. */
export function adfDocument(value: unknown): AdfDocument {
  const node = adfNode(value);
  return { type: 'doc', version: 1, content: node?.type === 'doc' ? (node.content ?? []) : [] };
}

/** Reads one node and what is under it; undefined when it is not a node. */
export function adfNode(value: unknown): AdfNode | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value) || typeof value.type !== 'string') {
    return undefined;
  }
  const node: AdfNode = { type: value.type };
  if ('text' in value && typeof value.text === 'string') node.text = value.text;
  if ('attrs' in value && isRecord(value.attrs)) node.attrs = value.attrs;
  if ('content' in value && Array.isArray(value.content)) {
    node.content = value.content.map(adfNode).filter((child) => child !== undefined);
  }
  if ('marks' in value && Array.isArray(value.marks)) {
    node.marks = value.marks.filter(isRecord).map((mark) => ({
      type: String(mark['type']),
      ...(isRecord(mark['attrs']) ? { attrs: mark['attrs'] } : {}),
    }));
  }
  return node;
}

/** The text of a node without its form. */
export function adfText(node: AdfNode): string {
  return node.text ?? (node.content ?? []).map(adfText).join('');
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text attribute of a node, or of a mark; empty when it has none. */
export function adfAttribute(node: Pick<AdfNode, 'attrs'>, name: string): string {
  const value = node.attrs?.[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
