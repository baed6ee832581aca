import { requestConfluence } from '@forge/bridge';
import { loose } from '../boot/place';

/** Confluence answered with an error, or not at all. `detail` is its own sentence, '' when it said none. */
export class ConfluenceError extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
  ) {
    super(`Confluence answered ${status}`);
  }
}

export type Space = { id: string; name: string };

async function answer(response: Response): Promise<unknown> {
  const reply: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ConfluenceError(response.status, errorText(reply));
  return reply;
}

function errorText(reply: unknown): string {
  const { errors } = loose(reply);
  const all: unknown[] = Array.isArray(errors) ? errors : [];
  const [first] = all;
  const { title } = loose(first);
  return typeof title === 'string' ? title : '';
}

/** Spaces the viewer may see, the first 250 by name. Throws ConfluenceError. */
export async function readSpaces(): Promise<Space[]> {
  const response = await requestConfluence('/wiki/api/v2/spaces?limit=250&sort=name', {
    headers: { accept: 'application/json' },
  });
  const { results } = loose(await answer(response));
  return (Array.isArray(results) ? results : []).flatMap((value: unknown) => {
    const { id, name } = loose(value);
    return typeof id === 'string' && typeof name === 'string' ? [{ id, name }] : [];
  });
}

/**
 * Makes a page as the viewer, from a document in Atlassian's document format; answers its path on the site. Throws
 * ConfluenceError: somebody who may not, or a title that is taken, is told so in Confluence's words.
 */
export async function createPage(page: {
  spaceId: string;
  title: string;
  document: object;
}): Promise<string> {
  const { spaceId, title, document } = page;
  const response = await requestConfluence('/wiki/api/v2/pages', {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({
      spaceId,
      title,
      status: 'current',
      body: { representation: 'atlas_doc_format', value: JSON.stringify(document) },
    }),
  });
  const { webui } = loose(loose(await answer(response))._links);
  return typeof webui === 'string' ? `/wiki${webui}` : '/wiki';
}
