/** The sample company's Confluence spaces, their plain text made into Atlassian documents. */
import type { Json } from '../../contracts';
import type { Page, Space } from '../model';
import type { SpaceFile } from './read';

const DAY = 24 * 60 * 60 * 1_000;

function text(words: string): Json {
  return { type: 'text', text: words };
}

/** `# ` starts a heading, `- ` a list item, any other line is a paragraph. */
function documentOf(source: string): string {
  const content: Json[] = [];
  let items: Json[] = [];
  const closeList = (): void => {
    if (items.length > 0) content.push({ type: 'bulletList', content: items });
    items = [];
  };
  for (const line of source.split('\n').filter((one) => one.trim() !== '')) {
    if (line.startsWith('- ')) {
      items.push({ type: 'listItem', content: [{ type: 'paragraph', content: [text(line.slice(2))] }] });
      continue;
    }
    closeList();
    content.push(
      line.startsWith('# ')
        ? { type: 'heading', attrs: { level: 2 }, content: [text(line.slice(2))] }
        : { type: 'paragraph', content: [text(line)] },
    );
  }
  closeList();
  return JSON.stringify({ type: 'doc', version: 1, content });
}

export function makeSpaces(
  files: readonly SpaceFile[],
  idOf: (name: string) => string,
  nextId: () => number,
  now: number,
): { spaces: Space[]; pages: Page[] } {
  const spaces: Space[] = [];
  const pages: Page[] = [];
  for (const file of files) {
    const spaceId = String(nextId());
    const made = file.pages.map((page, position): Page => {
      const created = now - (100 - position * 7) * DAY;
      const authorId = idOf(page.author);
      const body = { representation: 'atlas_doc_format' as const, value: documentOf(page.text) };
      return {
        id: String(nextId()),
        spaceId,
        parentId: null,
        position,
        authorId,
        created,
        versions: [{ number: 1, message: '', authorId, created, title: page.title, body }],
      };
    });
    const [home] = made;
    if (!home) throw new Error(`The space ${file.key} has no page.`);
    for (const page of made.slice(1)) page.parentId = home.id;
    spaces.push({
      id: spaceId,
      key: file.key,
      name: file.name,
      description: file.description,
      authorId: home.authorId,
      created: home.created,
      homepageId: home.id,
      viewers: file.viewers,
    });
    pages.push(...made);
  }
  return { spaces, pages };
}
