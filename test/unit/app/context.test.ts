import { placeOf } from '../../../static/app/src/boot/place';
import { surfaceOf } from '../../../static/app/src/boot/surface-of';

test('an issue panel', () => {
  const place = placeOf({
    moduleKey: 'issue-panel',
    accountId: '5b10ac8d82e05b22cc7d4ef5',
    locale: 'de_DE',
    timezone: 'Europe/Berlin',
    siteUrl: 'https://lantern.atlassian.net',
    extension: {
      type: 'jira:issueContext',
      issue: { id: '10012', key: 'GROW-12' },
      project: { id: '10001', key: 'GROW' },
    },
  });
  expect(place).toMatchObject({
    locale: 'de-DE',
    issue: { id: '10012', key: 'GROW-12' },
    project: { id: '10001', key: 'GROW' },
    macro: null,
    search: null,
    modal: null,
  });
  expect(surfaceOf(place)).toBe('issue-panel');
});

test.each([
  [{ moduleKey: 'issue-panel', extension: { modal: { surface: 'attach' } } }, 'attach'],
  [{ moduleKey: 'okr-macro', extension: { type: 'macro', config: {} } }, 'okr-macro'],
  [
    { moduleKey: 'okr-macro', extension: { type: 'macro', macro: { isConfiguring: true } } },
    'okr-macro-config',
  ],
])('%j shows %s', (context, surface) => {
  expect(surfaceOf(placeOf(context))).toBe(surface);
});

test('a context that says nothing still has a locale and a time zone', () => {
  expect(placeOf({})).toMatchObject({ locale: 'en-US', timeZone: 'UTC', accountId: null, issue: null });
  expect(placeOf({ locale: 'not a locale', accountId: 'a b' })).toMatchObject({
    locale: 'en-US',
    accountId: null,
  });
});

test('a macro’s config keeps its texts only', () => {
  const place = placeOf({ extension: { type: 'macro', config: { kind: 'team', n: 3 } } });
  expect(place.macro?.config).toEqual({ kind: 'team' });
});

test('the issue navigator’s search and the issues chosen in it', () => {
  const extension = { type: 'jira:issueNavigatorAction', jql: 'project = GROW', issueKeys: ['GROW-1', 7] };
  expect(placeOf({ extension }).search).toEqual({ jql: 'project = GROW', issueKeys: ['GROW-1'] });
  expect(placeOf({ extension: { type: 'jira:issueNavigatorAction' } }).search).toEqual({
    jql: '',
    issueKeys: [],
  });
});
