import { readFromTo } from '../../../src/domain/from-to';
import { namesIn } from '../../../static/app/src/features/import/owner-names';
import { oneLine, shortened } from '../../../static/app/src/features/import/texts';

describe('numbers in a sentence', () => {
  test.each([
    ['Searches that find nothing fall from 30 % to 10 %.', 30, 10, { kind: 'percent' }],
    ['Raise activation from 22.5 to 40 percent', 22.5, 40, { kind: 'percent' }],
    ['Revenue grows from $1,200,000 to $2,000,000', 1_200_000, 2_000_000, { kind: 'currency', code: 'USD' }],
    ['from 1 200 to 1 500 readers', 1200, 1500, { kind: 'plain' }],
    ['Bring waiting from 12 minutes to 5 minutes.', 12, 5, { kind: 'duration', of: 'minutes' }],
    ['Complaints go from about 7 a month to 2. 5 people watch.', 7, 2, { kind: 'plain' }],
  ])('%s', (sentence, start, target, unit) => {
    expect(readFromTo(sentence)).toEqual({ start, target, unit });
  });

  test.each([
    'Books move from the shelf to the window.',
    'A plan that runs from 2025 to 2026.',
    'From 5 to 5 is no change.',
    'IPFS can rsync at a rate of 10MiB/s.',
    'from 2k to 5k users',
  ])('says nothing about: %s', (sentence) => {
    expect(readFromTo(sentence)).toBeNull();
  });
});

test.each([
  [null, []],
  ['@djdv', ['@djdv']],
  ['@dirkmc (?)', ['@dirkmc']],
  ['@aschmahmann/@achingbrain', ['@aschmahmann', '@achingbrain']],
  ['Mara Lind (and friends)', ['Mara Lind']],
  ['(?)', []],
])('the owners that %j names', (owner, names) => {
  expect(namesIn(owner)).toEqual(names);
});

test('texts become one line, and a shortened one ends at a word and never inside a character', () => {
  expect(oneLine('two\nlines\u0000 and\ttabs ')).toBe('two lines and tabs');
  expect(shortened('one two three', 9)).toBe('one two…');
  expect(shortened('one', 3)).toBe('one');
  expect(shortened('ab😀😀', 4)).toBe('ab…');
});
