import { findRestCalls } from '../../scripts/gates/rest-calls';
import { copyOfTheApp } from './temp-app';

test('finds a path wherever it is written, with the method that goes with it', () => {
  const app = copyOfTheApp([]);
  app.write(
    'client.ts',
    [
      'const search = route`/rest/api/3/search/jql`;',
      "ask('app', search, { method: 'POST', body: {} });",
      "send('app', route`/rest/api/3/issue/${id}/properties/waymark`, { method: 'DELETE' });",
      'api.asUser().requestJira(route`/rest/api/3/user?accountId=${id}`);',
      "ask('/rest/api/3/permissions/check', wanted);",
      "const sentence = 'see /rest/api/3/field for more';",
      '// /rest/api/3/project is only spoken of',
    ].join('\n'),
  );
  const calls = findRestCalls(app.dir, ['client.ts']);
  app.remove();
  expect(calls).toEqual([
    { place: 'client.ts:1', path: '/rest/api/3/search/jql', method: 'POST' },
    { place: 'client.ts:3', path: '/rest/api/3/issue/*/properties/waymark', method: 'DELETE' },
    { place: 'client.ts:4', path: '/rest/api/3/user', method: 'GET' },
    { place: 'client.ts:5', path: '/rest/api/3/permissions/check', method: undefined },
  ]);
});
