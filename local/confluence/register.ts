/** Confluence's spaces and pages (`/wiki/api/v2`). A page holds the representation it was last written in. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Json } from '../contracts';
import { openGate } from '../openapi/gate';
import type { Page, PageVersion, Space } from '../site/model';
import { maySeeSpace, type Caller } from '../site/permissions';
import { list, text, whole } from '../site/query';
import {
  confluenceError,
  NotModelled,
  Refused,
  serve,
  type Answer,
  type Asked,
  type Serving,
} from '../site/serve';
import type { Site } from '../site/site';

type Operation = (site: Site, asked: Asked) => Answer;

function visibleSpace(site: Site, caller: Caller, spaceId: string): Space | undefined {
  return site.store.state.spaces.find((one) => one.id === spaceId && maySeeSpace(caller, one));
}

function spaceJson(site: Site, space: Space): { readonly [key: string]: Json } {
  return {
    id: space.id,
    key: space.key,
    name: space.name,
    type: 'global',
    status: 'current',
    authorId: space.authorId,
    createdAt: new Date(space.created).toISOString(),
    homepageId: space.homepageId,
    description: { plain: { representation: 'plain', value: space.description } },
    _links: { webui: `/spaces/${space.key}` },
  };
}

function lastVersion(page: Page): PageVersion {
  const version = page.versions.at(-1);
  if (!version) throw new Error(`Page ${page.id} has no version.`);
  return version;
}

function bodyOf(version: PageVersion, format: string | undefined): { readonly [key: string]: Json } {
  if (format === undefined) return {};
  const { representation, value } = version.body;
  if (format !== representation)
    throw new NotModelled(`the ${format} form of a page written as ${representation}`);
  return { [format]: { representation, value } };
}

function pageJson(
  site: Site,
  page: Page,
  format: string | undefined,
  version = lastVersion(page),
): { readonly [key: string]: Json } {
  const space = site.store.state.spaces.find((one) => one.id === page.spaceId);
  const path = `/spaces/${space?.key ?? ''}/pages`;
  return {
    id: page.id,
    status: 'current',
    title: version.title,
    spaceId: page.spaceId,
    parentId: page.parentId,
    parentType: page.parentId === null ? null : 'page',
    position: page.position,
    authorId: page.authorId,
    ownerId: page.authorId,
    lastOwnerId: null,
    createdAt: new Date(page.created).toISOString(),
    version: {
      number: version.number,
      message: version.message,
      minorEdit: false,
      authorId: version.authorId,
      createdAt: new Date(version.created).toISOString(),
    },
    body: bodyOf(version, format),
    _links: {
      webui: `${path}/${page.id}/${encodeURIComponent(version.title).replace(/%20/g, '+')}`,
      editui: `${path}/edit-v2/${page.id}`,
      tinyui: `/x/${page.id}`,
    },
  };
}

function withBase(site: Site, body: { readonly [key: string]: Json }): Json {
  const links = new Map(Object.entries(body['_links'] ?? {}));
  return { ...body, _links: { ...Object.fromEntries(links), base: `${site.siteUrl}/wiki` } };
}

/** One page of a list; the cursor is where to go on. */
function results(site: Site, { query }: Asked, path: string, all: readonly Json[]): Answer {
  const start = Number(Buffer.from(text(query, 'cursor') ?? '', 'base64url').toString('utf8') || 0);
  const limit = Math.min(whole(query, 'limit', 25), 250);
  const cursor = Buffer.from(String(start + limit)).toString('base64url');
  const next =
    start + limit < all.length ? { next: `/wiki/api/v2${path}?limit=${String(limit)}&cursor=${cursor}` } : {};
  return {
    status: 200,
    body: { results: all.slice(start, start + limit), _links: { ...next, base: `${site.siteUrl}/wiki` } },
  };
}

function spaces(site: Site, asked: Asked): Answer {
  const [ids, keys] = [list(asked.query, 'ids'), list(asked.query, 'keys')];
  const found = site.store.state.spaces
    .filter((one) => maySeeSpace(asked.caller, one))
    .filter((one) => (ids?.includes(one.id) ?? true) && (keys?.includes(one.key) ?? true));
  return results(
    site,
    asked,
    '/spaces',
    found.map((one) => spaceJson(site, one)),
  );
}

function spaceAsked(site: Site, { caller, params }: Asked): Space {
  const space = visibleSpace(site, caller, params['id'] ?? '');
  if (!space) throw new Refused(404, 'Space not found.');
  return space;
}

function pages(site: Site, asked: Asked, path: string, spaceIds: readonly string[] | undefined): Answer {
  const { caller, query } = asked;
  const [ids, title] = [list(query, 'id'), text(query, 'title')];
  const found = site.store.state.pages
    .filter((one) => visibleSpace(site, caller, one.spaceId) !== undefined)
    .filter((one) => (ids?.includes(one.id) ?? true) && (spaceIds?.includes(one.spaceId) ?? true))
    .filter((one) => title === undefined || lastVersion(one).title === title)
    .sort((a, b) => a.position - b.position || Number(a.id) - Number(b.id));
  return results(
    site,
    asked,
    path,
    found.map((one) => pageJson(site, one, text(query, 'body-format'))),
  );
}

function pageAsked(site: Site, { caller, params }: Asked): Page {
  const page = site.store.state.pages.find((one) => one.id === params['id']);
  if (!page || !visibleSpace(site, caller, page.spaceId)) throw new Refused(404, 'Page not found.');
  return page;
}

function getPage(site: Site, asked: Asked): Answer {
  const page = pageAsked(site, asked);
  const number = text(asked.query, 'version');
  const version =
    number === undefined ? lastVersion(page) : page.versions.find((one) => String(one.number) === number);
  if (!version) throw new Refused(404, 'Version not found.');
  return {
    status: 200,
    body: withBase(site, pageJson(site, page, text(asked.query, 'body-format'), version)),
  };
}

const written = z.object({ representation: z.enum(['atlas_doc_format', 'storage']), value: z.string() });
const createBody = z.object({
  spaceId: z.string(),
  status: z.literal('current').default('current'),
  title: z.string().trim().min(1).max(255),
  parentId: z.string().optional(),
  body: written.default({
    representation: 'atlas_doc_format',
    value: '{"type":"doc","version":1,"content":[]}',
  }),
});
const updateBody = createBody.partial({ spaceId: true }).extend({
  id: z.string(),
  version: z.object({ number: z.number(), message: z.string().default('') }),
});

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  const [issue] = parsed.error?.issues ?? [];
  if (!parsed.success)
    throw new Refused(400, `${issue?.path.join('.') ?? 'body'}: ${issue?.message ?? 'is not valid'}.`);
  return parsed.data;
}

function checkDocument(body: z.infer<typeof written>): void {
  if (body.representation === 'storage') return;
  try {
    z.object({ type: z.literal('doc'), version: z.literal(1), content: z.array(z.unknown()) }).parse(
      JSON.parse(body.value),
    );
  } catch {
    throw new Refused(400, 'The body is not a valid Atlassian document.');
  }
}

function createPage(site: Site, { caller, body }: Asked): Answer {
  const given = read(createBody, body);
  const space = visibleSpace(site, caller, given.spaceId);
  if (!space) throw new Refused(404, 'Space not found.');
  checkDocument(given.body);
  const siblings = site.store.state.pages.filter((one) => one.spaceId === space.id);
  if (siblings.some((one) => lastVersion(one).title === given.title)) {
    throw new Refused(
      400,
      'A page with this title already exists: A page already exists with the same TITLE in this space',
    );
  }
  const at = site.now();
  const author = caller.user.accountId;
  const page: Page = {
    id: String(site.store.nextId()),
    spaceId: space.id,
    parentId: given.parentId ?? space.homepageId,
    position: siblings.length,
    authorId: author,
    created: at,
    versions: [
      { number: 1, message: '', authorId: author, created: at, title: given.title, body: given.body },
    ],
  };
  site.store.state.pages.push(page);
  site.store.changed();
  return { status: 200, body: withBase(site, pageJson(site, page, given.body.representation)) };
}

function updatePage(site: Site, asked: Asked): Answer {
  const page = pageAsked(site, asked);
  const given = read(updateBody, asked.body);
  checkDocument(given.body);
  const expected = lastVersion(page).number + 1;
  if (given.version.number !== expected) {
    throw new Refused(
      409,
      `Version must be incremented when updating a page. Current version: ${String(expected - 1)}, provided version: ${String(given.version.number)}`,
    );
  }
  page.versions.push({
    number: expected,
    message: given.version.message,
    authorId: asked.caller.user.accountId,
    created: site.now(),
    title: given.title,
    body: given.body,
  });
  site.store.changed();
  return { status: 200, body: withBase(site, pageJson(site, page, given.body.representation)) };
}

const OPERATIONS: readonly (readonly ['GET' | 'POST' | 'PUT', string, Operation])[] = [
  ['GET', '/spaces', spaces],
  [
    'GET',
    '/spaces/{id}',
    (site, asked) => ({ status: 200, body: withBase(site, spaceJson(site, spaceAsked(site, asked))) }),
  ],
  [
    'GET',
    '/spaces/{id}/pages',
    (site, asked) => {
      const space = spaceAsked(site, asked);
      return pages(site, asked, `/spaces/${space.id}/pages`, [space.id]);
    },
  ],
  ['GET', '/pages', (site, asked) => pages(site, asked, '/pages', list(asked.query, 'space-id'))],
  ['POST', '/pages', createPage],
  ['GET', '/pages/{id}', getPage],
  ['PUT', '/pages/{id}', updatePage],
];

export function registerConfluence(app: FastifyInstance, serving: Serving): void {
  const gateOf = openGate('confluence');
  for (const [method, url, operation] of OPERATIONS) {
    serve(app, serving, confluenceError, gateOf(method, url), method, `/wiki/api/v2${url}`, (asked) =>
      operation(serving.site, asked),
    );
  }
  for (const rest of ['/wiki/api/*', '/wiki/rest/*']) {
    app.all(rest, (request, reply) => {
      const message = `NotModelled: the local site does not do ${request.method} ${request.url.split('?')[0] ?? ''}.`;
      serving.recorder.problem(message);
      return reply.code(501).send(confluenceError(501, message));
    });
  }
}
