import { namesIn } from '../../../static/app/src/features/import/owner-names';
import { oneLine, shortened } from '../../../static/app/src/features/import/texts';

test.each([
  [null, []],
  ['@djdv', ['@djdv']],
  ['@dirkmc (?)', ['@dirkmc']],
  ['@aschmahmann/@achingbrain', ['@aschmahmann', '@achingbrain']],
  ['Mara Lind (and friends)', ['Mara Lind']],
  ['@Nobody Known', ['@Nobody Known']],
  ['@Mara Lind, @ben and others', ['@Mara Lind', '@ben']],
  ['@mara leads', ['@mara']],
  ['Tom Okafor, Priya Raman', ['Tom Okafor', 'Priya Raman']],
  ['Tom Okafor and Ana de la Cruz (half)', ['Tom Okafor', 'Ana de la Cruz']],
  ['Lind, Mara', ['Lind, Mara']],
  ['Research and Development', ['Research and Development']],
  ['mara@a.example; ben@a.example', ['mara@a.example', 'ben@a.example']],
  ['[Mara Lind](https://a.example/mara)', ['Mara Lind']],
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
