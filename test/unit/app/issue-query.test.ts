import { issueQueryOf } from '../../../static/app/src/features/attach/issue-query';

test.each([
  ['GROW-12', ['GROW-12']],
  ['grow-12, PAY-3\nLEARN-40', ['GROW-12', 'PAY-3', 'LEARN-40']],
  ['GROW-12 GROW-12', ['GROW-12']],
  ['https://lantern.atlassian.net/browse/GROW-12?focusedId=1', ['GROW-12']],
  ['https://a-1.atlassian.net/browse/PAY-7 GROW-1;', ['PAY-7', 'GROW-1']],
])('%j are keys', (text, keys) => {
  expect(issueQueryOf(text)).toEqual({ kind: 'keys', keys });
});

test.each([
  'project = GROW AND type = Epic',
  'status in (Done, "In Progress")',
  'assignee is EMPTY',
  'ORDER BY created DESC',
  'summary ~ onboarding',
  'issue in servesKeyResult("KR-3")',
  'issue not in withoutKeyResult()',
])('%j is JQL as it stands', (text) => {
  expect(issueQueryOf(text)).toEqual({ kind: 'jql', jql: text });
});

test('anything else is words of a title, with nothing that JQL would understand', () => {
  expect(issueQueryOf('sign-up "flow")')).toEqual({
    kind: 'jql',
    jql: 'summary ~ "sign* up* flow*" ORDER BY updated DESC',
  });
  expect(issueQueryOf('works in progress')).toMatchObject({
    jql: 'summary ~ "works* in* progress*" ORDER BY updated DESC',
  });
});

test.each(['', '   ', '"', '***'])('%j asks for nothing', (text) => {
  expect(issueQueryOf(text)).toEqual({ kind: 'none' });
});
