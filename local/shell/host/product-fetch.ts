import { z } from 'zod';

const payload = z.object({
  product: z.enum(['jira', 'confluence']),
  restPath: z.string().startsWith('/'),
  fetchRequestInit: z.looseObject({
    method: z.string().optional(),
    body: z.string().nullish(),
    headers: z.array(z.tuple([z.string(), z.string()])).default([]),
  }),
  isMultipartFormData: z.boolean().default(false),
});

/** What `requestJira` and `requestConfluence` get back over the bridge. */
export interface ProductReply {
  body: string;
  headers: Record<string, string>;
  status: number;
  statusText: string;
  isAttachment: boolean;
}

/**
 * Sends a product request of the app as the person at the browser, to the same addresses as on Atlassian's site.
 * `GET /_local/calls` shows it with the origin "browser".
 */
export async function productFetch(data: unknown): Promise<ProductReply> {
  const { restPath, fetchRequestInit, isMultipartFormData, product } = payload.parse(data);
  if (isMultipartFormData) throw new Error('NotModelled: fetchProduct with form data');
  const path = product === 'confluence' && !restPath.startsWith('/wiki/') ? `/wiki${restPath}` : restPath;
  const headers = new Headers(fetchRequestInit.headers);
  headers.set('x-waymark-local-origin', 'browser');
  const { method = 'GET', body } = fetchRequestInit;
  const response = await fetch(path, { method, headers, ...(typeof body === 'string' ? { body } : {}) });
  const isAttachment = response.headers.get('content-disposition')?.startsWith('attachment') ?? false;
  return {
    body: isAttachment ? await asBase64(response) : await response.text(),
    headers: Object.fromEntries(response.headers),
    status: response.status,
    statusText: response.statusText,
    isAttachment,
  };
}

async function asBase64(response: Response): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
