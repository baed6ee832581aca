import { at, JONAS, list, MARTA, PRIYA, startProducts, type TestProducts } from './products';

let site: TestProducts;
let pageId: string;

/** A page with the app's macro on it, as the Confluence editor writes it. */
const withMacro = JSON.stringify({
  type: 'doc',
  version: 1,
  content: [
    {
      type: 'extension',
      attrs: {
        extensionType: 'com.atlassian.ecosystem',
        extensionKey: 'okr-macro',
        parameters: { guestParams: { show: 'team' }, localId: 'a1' },
        localId: 'a1',
      },
    },
  ],
});

beforeAll(async () => {
  site = await startProducts();
  const { body } = await site.ask(MARTA, 'GET', '/wiki/api/v2/pages?title=OKR%20review');
  pageId = String(at(body, 'results', 0, 'id'));
});
afterAll(() => site.stop());

function update(number: number, value: string) {
  return {
    id: pageId,
    status: 'current',
    title: 'OKR review',
    version: { number },
    body: { representation: 'atlas_doc_format', value },
  };
}

describe('the local Confluence', () => {
  it('publishes a page with a macro and keeps the version before', async () => {
    const url = `/wiki/api/v2/pages/${pageId}`;
    const saved = await site.ask(PRIYA, 'PUT', url, update(2, withMacro));
    expect([
      saved.status,
      at(saved.body, 'version', 'number'),
      at(saved.body, 'version', 'authorId'),
    ]).toEqual([200, 2, PRIYA.slice(5)]);
    const now = await site.ask(JONAS, 'GET', `${url}?body-format=atlas_doc_format`);
    expect(at(now.body, 'body', 'atlas_doc_format', 'value')).toBe(withMacro);
    const before = await site.ask(JONAS, 'GET', `${url}?body-format=atlas_doc_format&version=1`);
    expect(String(at(before.body, 'body', 'atlas_doc_format', 'value'))).toContain(
      'We meet every second Tuesday',
    );
  });

  it('refuses a version somebody else has already written', async () => {
    const { status } = await site.ask(PRIYA, 'PUT', `/wiki/api/v2/pages/${pageId}`, update(2, withMacro));
    expect(status).toBe(409);
  });

  it('refuses what is no document and names the form it does not have', async () => {
    expect(
      (await site.ask(PRIYA, 'PUT', `/wiki/api/v2/pages/${pageId}`, update(3, '<p>Hello</p>'))).status,
    ).toBe(400);
    expect((await site.ask(PRIYA, 'GET', `/wiki/api/v2/pages/${pageId}?body-format=storage`)).status).toBe(
      501,
    );
  });

  it('creates a page under the home of its space, once per title', async () => {
    const { body } = await site.ask(MARTA, 'GET', '/wiki/api/v2/spaces?keys=GRO');
    const spaceId = String(at(body, 'results', 0, 'id'));
    const wanted = {
      spaceId,
      title: 'Notes',
      body: { representation: 'atlas_doc_format', value: withMacro },
    };
    const created = await site.ask(PRIYA, 'POST', '/wiki/api/v2/pages', wanted);
    expect([created.status, at(created.body, 'parentId')]).toEqual([
      200,
      at(body, 'results', 0, 'homepageId'),
    ]);
    expect((await site.ask(PRIYA, 'POST', '/wiki/api/v2/pages', wanted)).status).toBe(400);
  });

  it('hides pages of a space one may not see', async () => {
    const { body } = await site.ask(
      MARTA,
      'GET',
      '/wiki/api/v2/pages?title=When%20somebody%20is%20in%20danger',
    );
    const id = String(at(body, 'results', 0, 'id'));
    expect((await site.ask(JONAS, 'GET', `/wiki/api/v2/pages/${id}`)).status).toBe(404);
    const all = await site.ask(JONAS, 'GET', '/wiki/api/v2/pages?limit=3');
    expect(list(at(all.body, 'results'))).toHaveLength(3);
    expect(at(all.body, '_links', 'next')).toMatch(/^\/wiki\/api\/v2\/pages\?limit=3&cursor=/);
  });
});
