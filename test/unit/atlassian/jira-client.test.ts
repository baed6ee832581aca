import { jira } from '../../../src/atlassian/jira';
import type { IssueId } from '../../../src/domain/ids';

type Asked = { as: string; path: string; body: unknown };
type ForgeGlobals = {
  __forge_fetch__?: (
    meta: { provider: string },
    path: string,
    init: { body?: string; signal?: AbortSignal },
  ) => Promise<Response>;
  __forge_runtime__?: object;
};
const forge: ForgeGlobals & typeof globalThis = globalThis;
const asked: Asked[] = [];

/** Jira answers these one after the other. */
function answers(...replies: (() => Response)[]): void {
  asked.length = 0;
  forge.__forge_fetch__ = async ({ provider }, path, { body }) => {
    asked.push({ as: provider, path, body: body === undefined ? undefined : JSON.parse(body) });
    const reply = replies.shift();
    if (!reply) throw new Error('asked once too often');
    return reply();
  };
}
const json =
  (body: object, status = 200) =>
  () =>
    new Response(JSON.stringify(body), { status });
const ids = (...all: number[]) => all.map((id) => String(id) as IssueId);

test('an issue counts as editable only when Jira grants both seeing and editing, and is asked as the person', async () => {
  answers(
    json({
      globalPermissions: [],
      projectPermissions: [
        { permission: 'BROWSE_PROJECTS', issues: [1, 2], projects: [] },
        { permission: 'EDIT_ISSUES', issues: [2, 3], projects: [] },
      ],
    }),
  );
  const answer = await jira.mayEdit(ids(1, 2, 3));
  expect(answer).toEqual({ ok: true, value: { visible: new Set(ids(1, 2)), editable: new Set(ids(2)) } });
  expect(asked).toEqual([
    {
      as: 'user',
      path: '/rest/api/3/permissions/check',
      body: { projectPermissions: [{ permissions: ['BROWSE_PROJECTS', 'EDIT_ISSUES'], issues: [1, 2, 3] }] },
    },
  ]);
});

test('an answer without grants, and an id too large to be exact, permit nothing', async () => {
  answers(json({}));
  const nothing = { ok: true, value: { visible: new Set(), editable: new Set() } };
  expect(await jira.mayEdit(ids(1))).toEqual(nothing);
  answers();
  expect(await jira.mayEdit(['9999999999999999999' as IssueId])).toEqual(nothing);
});

test.each([
  [429, { 'Retry-After': '30' }, 30],
  [503, {}, null],
  [504, { 'Retry-After': 'soon' }, null],
])('%s is no answer, asked once and never tried again here', async (status, headers, retryAfterSeconds) => {
  answers(() => new Response('busy', { status, headers }));
  expect(await jira.readIssues('app', ids(1))).toEqual({
    ok: false,
    unavailable: { reason: `Jira answered ${status}`, retryAfterSeconds, turnedAway: status === 429 },
  });
  expect(asked).toHaveLength(1);
});

test.each([
  ['absent', undefined],
  ['without get', {}],
])('a reply whose headers are %s is read all the same', async (_, headers) => {
  // The package itself asks the first time for an error of the proxy; only what the app gets has no headers.
  const withoutHeaders = (status: number) => () => {
    const given: unknown[] = [new Headers()];
    const get = (): unknown => given.pop() ?? headers;
    return Object.defineProperty(new Response('busy', { status }), 'headers', { get });
  };
  for (const status of [429, 503]) {
    answers(withoutHeaders(status));
    expect(await jira.readIssues('app', ids(1))).toEqual({
      ok: false,
      unavailable: {
        reason: `Jira answered ${status}`,
        retryAfterSeconds: null,
        turnedAway: status === 429,
      },
    });
  }
});

test('a line that is cut is no answer; an answer of another shape is a surprise', async () => {
  answers(() => {
    throw new TypeError('fetch failed');
  });
  expect(await jira.readIssues('app', ids(1))).toMatchObject({ ok: false });
  answers(json({ issues: [{ id: 'not-a-number' }] }));
  await expect(jira.readIssues('app', ids(1))).rejects.toThrow('has another shape');
  answers(json({ errorMessages: ['no'] }, 400));
  await expect(jira.readIssues('app', ids(1))).rejects.toThrow('Jira answered 400');
});

test('children are read page by page, each once', async () => {
  const child = (id: number) => ({
    id: String(id),
    fields: {
      project: { id: '7' },
      parent: { id: '1' },
      status: { statusCategory: { key: 'undefined' } },
      resolution: null,
      timeoriginalestimate: 3600,
    },
  });
  answers(
    json({ issues: [child(11), child(12)], nextPageToken: 'next', isLast: false }),
    json({ issues: [child(12), child(13)], isLast: true }),
  );
  const answer = await jira.readChildren(ids(1));
  expect(answer.ok && answer.value.map(({ issueId, category }) => [issueId, category])).toEqual([
    ['11', 'new'],
    ['12', 'new'],
    ['13', 'new'],
  ]);
  expect(asked.map(({ body }) => body)).toMatchObject([
    { jql: 'parent in (1) ORDER BY id' },
    { nextPageToken: 'next' },
  ]);
});

test('moves are told by category, epochs in seconds or milliseconds alike; a status that is gone has none', async () => {
  const change = (created: number | string, from: string, to: string) => ({
    id: '1',
    created,
    items: [{ field: 'status', fieldId: 'status', from, to, fromString: '', toString: '' }],
  });
  answers(
    json([
      { id: '1', statusCategory: { key: 'new' } },
      { id: '2', statusCategory: { key: 'indeterminate' } },
      { id: '3', statusCategory: { key: 'indeterminate' } },
      { id: '4', statusCategory: { key: 'done' } },
    ]),
    json({
      issueChangeLogs: [
        {
          issueId: '5',
          changeHistories: [
            change(1778580000000, '3', '4'),
            change(1778490000, '1', '2'),
            change('2026-05-11T12:00:00.000+0000', '2', '3'),
            change(1778500000000, '2', '99'),
          ],
        },
      ],
    }),
  );
  const categories = await jira.readStatusCategories();
  if (!categories.ok) throw new Error('no categories');
  const moves = await jira.readStatusMoves(ids(5), categories.value);
  // 1778490000 s is 11 May 2026 09:00 UTC, 1778580000 s is 12 May 2026 10:00 UTC.
  expect(moves.ok && moves.value.get('5' as IssueId)).toEqual([
    { at: '2026-05-11T09:00:00.000Z', from: 'new', to: 'indeterminate', withProject: false },
    { at: '2026-05-11T11:46:40.000Z', from: 'indeterminate', to: null, withProject: false },
    { at: '2026-05-12T10:00:00.000Z', from: 'indeterminate', to: 'done', withProject: false },
  ]);
});

test('a changelog longer than one page is read to its end; a status changed by moving elsewhere is told apart', async () => {
  const status = (from: string, to: string) => ({ field: 'status', fieldId: 'status', from, to });
  const project = { field: 'project', fieldId: 'project', from: '7', to: '8' };
  const page = (created: number, items: object[], nextPageToken?: string) =>
    json({ issueChangeLogs: [{ issueId: '5', changeHistories: [{ created, items }] }], nextPageToken });
  answers(
    page(1778490000000, [status('1', '2')], 'second'),
    page(1778500000000, [project, status('2', '4')], 'third'),
    page(1778580000000, [project]),
  );
  const categories = new Map([
    ['1', 'new' as const],
    ['2', 'indeterminate' as const],
    ['4', 'done' as const],
  ]);
  const moves = await jira.readStatusMoves(ids(5), categories);
  expect(moves.ok && moves.value.get('5' as IssueId)).toEqual([
    { at: '2026-05-11T09:00:00.000Z', from: 'new', to: 'indeterminate', withProject: false },
    { at: '2026-05-11T11:46:40.000Z', from: 'indeterminate', to: 'done', withProject: true },
  ]);
  expect(asked.map(({ body }) => body)).toEqual([
    { issueIdsOrKeys: ['5'], fieldIds: ['status', 'project'], maxResults: 1000 },
    { issueIdsOrKeys: ['5'], fieldIds: ['status', 'project'], maxResults: 1000, nextPageToken: 'second' },
    { issueIdsOrKeys: ['5'], fieldIds: ['status', 'project'], maxResults: 1000, nextPageToken: 'third' },
  ]);
});
