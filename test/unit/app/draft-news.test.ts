import { newsOf } from '../../../static/app/src/features/draft/news';

const opened = new Map([
  ['one', 1],
  ['two', 3],
]);

test('what others made or changed since the page was opened is news', () => {
  const now = new Map([
    ['one', 2],
    ['two', 3],
    ['three', 1],
  ]);
  expect(newsOf(opened, now, new Map())).toEqual(
    new Map([
      ['one', 'changed'],
      ['three', 'created'],
    ]),
  );
});

test('what this person saved is none, until somebody changes it after that', () => {
  const own = new Map([
    ['one', 2],
    ['three', 1],
  ]);
  expect(newsOf(opened, new Map([...opened, ['one', 2], ['three', 1]]), own)).toEqual(new Map());
  expect(newsOf(opened, new Map([...opened, ['one', 3], ['three', 1]]), own)).toEqual(
    new Map([['one', 'changed']]),
  );
});
