import { z } from 'zod';
import { adfDocument, type AdfDocument } from '../../frames/adf';
import { request } from './http';

const space = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  homepageId: z.string().nullish(),
});
const page = z.object({
  id: z.string(),
  title: z.string(),
  status: z.string().default('current'),
  spaceId: z.string().default(''),
  parentId: z.string().nullish(),
  authorId: z.string().nullish(),
  createdAt: z.string().nullish(),
  version: z.object({ number: z.number(), createdAt: z.string().nullish(), authorId: z.string().nullish() }),
  body: z.object({ atlas_doc_format: z.object({ value: z.string() }).optional() }).optional(),
});
const pageSummary = z.object({ id: z.string(), title: z.string(), parentId: z.string().nullish() });

export type Space = z.infer<typeof space>;
export type PageSummary = z.infer<typeof pageSummary>;
export interface WikiPage extends Omit<z.infer<typeof page>, 'body'> {
  document: AdfDocument;
}

export async function loadSpaces(): Promise<readonly Space[]> {
  return (await request(z.object({ results: z.array(space) }), '/wiki/api/v2/spaces?limit=50')).results;
}

export async function loadPages(spaceId: string): Promise<readonly PageSummary[]> {
  const path = `/wiki/api/v2/pages?space-id=${encodeURIComponent(spaceId)}&limit=100`;
  return (await request(z.object({ results: z.array(pageSummary) }), path)).results;
}

/** A page with its content. */
export async function loadPage(id: string): Promise<WikiPage> {
  const reply = await request(
    page,
    `/wiki/api/v2/pages/${encodeURIComponent(id)}?body-format=atlas_doc_format`,
  );
  const { body, ...rest } = reply;
  return { ...rest, document: adfDocument(JSON.parse(body?.atlas_doc_format?.value ?? '{}')) };
}

/** Publishes the next version of a page. */
export async function publishPage(current: WikiPage, title: string, document: AdfDocument): Promise<void> {
  await request(z.unknown(), `/wiki/api/v2/pages/${encodeURIComponent(current.id)}`, {
    method: 'PUT',
    body: {
      id: current.id,
      status: 'current',
      title,
      body: { representation: 'atlas_doc_format', value: JSON.stringify(document) },
      version: { number: current.version.number + 1 },
    },
  });
}

/** Creates an empty page and gives its id. */
export async function createPage(spaceId: string, title: string): Promise<string> {
  const empty = { version: 1, type: 'doc', content: [] };
  const reply = await request(z.object({ id: z.string() }), '/wiki/api/v2/pages', {
    method: 'POST',
    body: {
      spaceId,
      status: 'current',
      title,
      body: { representation: 'atlas_doc_format', value: JSON.stringify(empty) },
    },
  });
  return reply.id;
}
