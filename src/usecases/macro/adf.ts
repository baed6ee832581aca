/** The few nodes of the Atlassian Document Format that the export needs. */
import type { AccountId } from '../../domain/ids';

export type AdfNode = {
  type: string;
  attrs?: Record<string, string | number>;
  content?: AdfNode[];
  text?: string;
  marks?: { type: 'strong' | 'em' }[];
};
export type AdfDocument = { type: 'doc'; version: 1; content: AdfNode[] };

/** A document of these blocks. */
export function doc(...content: AdfNode[]): AdfDocument {
  return { type: 'doc', version: 1, content };
}

/** A heading, 1 to 6. */
export function heading(level: number, ...content: AdfNode[]): AdfNode {
  return { type: 'heading', attrs: { level }, content };
}

/** A paragraph of inline nodes. Texts are texts: nothing in them is markup. */
export function paragraph(...content: AdfNode[]): AdfNode {
  return { type: 'paragraph', content: content.filter((node) => node.type !== 'text' || node.text !== '') };
}

/** A text. ADF refuses an empty one: `paragraph` leaves those out. */
export function text(value: string): AdfNode {
  return { type: 'text', text: value };
}

export function strong(value: string): AdfNode {
  return { type: 'text', text: value, marks: [{ type: 'strong' }] };
}

/** A person, by account id: Confluence writes the name, since Waymark knows none. */
export function mention(id: AccountId): AdfNode {
  return { type: 'mention', attrs: { id } };
}

/** A bullet list of paragraphs; [] when there are none, since ADF refuses an empty list. */
export function bullets(items: readonly AdfNode[]): AdfNode[] {
  if (items.length === 0) return [];
  return [{ type: 'bulletList', content: items.map((item) => ({ type: 'listItem', content: [item] })) }];
}
