import type { Json } from '../../../local/contracts';
import { at, JONAS, list, MARTA, startProducts, TOM, type TestProducts } from './products';

let site: TestProducts;
let path: string;

beforeEach(async () => {
  site = await startProducts();
  const [key = ''] = await site.keys(MARTA, 'project = GROW and type = Story');
  path = `/rest/api/3/issue/${key}`;
});
afterEach(() => site.stop());

const said = (text: string): Json => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const says = (as: string, text: string) => site.ask(as, 'POST', `${path}/comment`, { body: said(text) });
const wordsOf = (comment: unknown) => at(comment, 'body', 'content', 0, 'content', 0, 'text');

it('keeps comments in their order, each its author’s, a page at a time', async () => {
  expect(await says(TOM, 'First')).toMatchObject({
    status: 201,
    body: { author: { displayName: 'Tom Okafor' }, created: '2026-03-16T09:00:00.000+0000' },
  });
  site.wait(60_000);
  await says(MARTA, 'Second');
  const { body } = await site.ask(TOM, 'GET', `${path}/comment`);
  expect(body).toMatchObject({ startAt: 0, maxResults: 100, total: 2 });
  expect(list(at(body, 'comments')).map(wordsOf)).toEqual(['First', 'Second']);

  const second = await site.ask(TOM, 'GET', `${path}/comment?startAt=1&maxResults=1`);
  expect(second.body).toMatchObject({ startAt: 1, maxResults: 1, total: 2 });
  expect(list(at(second.body, 'comments')).map(wordsOf)).toEqual(['Second']);
});

it('moves `updated`, leaves no changelog and tells the app nothing', async () => {
  const changes = async () => {
    const asked = { issueIdsOrKeys: [path.split('/').at(-1) ?? ''] };
    const { body } = await site.ask(MARTA, 'POST', '/rest/api/3/changelog/bulkfetch', asked);
    return list(at(body, 'issueChangeLogs', 0, 'changeHistories'));
  };
  const before = await changes();
  site.wait(60_000);
  await says(TOM, 'Nothing changes by this');
  const { body } = await site.ask(MARTA, 'GET', `${path}?fields=updated`);
  expect(at(body, 'fields', 'updated')).toBe('2026-03-16T09:01:00.000+0000');
  expect(before.length).toBeGreaterThan(0);
  expect(await changes()).toEqual(before);
  expect(site.events).toEqual([]);
});

it('refuses what is no document, what is too long, and who may not comment or see the issue', async () => {
  expect(await site.ask(TOM, 'POST', `${path}/comment`, { body: 'plain text' })).toMatchObject({
    status: 400,
    body: { errors: { comment: 'Comment body is not valid!' } },
  });
  const long = await says(TOM, 'x'.repeat(33_000));
  expect(long.status).toBe(400);
  expect(at(long.body, 'errors', 'comment')).toContain('exceeds the allowed limit of 32767 characters');

  const [secret = ''] = await site.keys(MARTA, 'project = TRUST');
  const hidden = `/rest/api/3/issue/${secret}/comment`;
  expect((await site.ask(JONAS, 'GET', hidden)).status).toBe(404);
  expect((await site.ask(JONAS, 'POST', hidden, { body: said('Hello') })).status).toBe(404);
  const { body } = await site.ask(TOM, 'GET', `${path}/comment`);
  expect(at(body, 'total')).toBe(0);
});

it('says by name what it does not model: a comment for some people alone', async () => {
  const restricted = { body: said('For us'), visibility: { type: 'role', value: 'Administrators' } };
  const { status, body } = await site.ask(TOM, 'POST', `${path}/comment`, restricted);
  expect(status).toBe(501);
  expect(JSON.stringify(body)).toContain('comments that say more than their body');
  expect(site.problems).toHaveLength(1);
});
