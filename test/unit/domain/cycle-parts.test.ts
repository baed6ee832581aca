import { liesWithin, overlaps, partsOf, yearFrom, type Cut } from '../../../src/domain/cycle-parts';
import { localDate } from '../../../src/domain/dates';

const span = (from: string, to: string) => ({ startsOn: localDate(from), endsOn: localDate(to) });
const said = (of: { startsOn: string; endsOn: string }[]) =>
  of.map(({ startsOn, endsOn }) => `${startsOn} ${endsOn}`);

test.each<[string, Cut, [string, string], string[]]>([
  [
    'a year has four quarters',
    'quarters',
    ['2027-01-01', '2027-12-31'],
    ['2027-01-01 2027-03-31', '2027-04-01 2027-06-30', '2027-07-01 2027-09-30', '2027-10-01 2027-12-31'],
  ],
  [
    'a year that begins in February ends its quarters with January',
    'quarters',
    ['2027-02-01', '2028-01-31'],
    ['2027-02-01 2027-04-30', '2027-05-01 2027-07-31', '2027-08-01 2027-10-31', '2027-11-01 2028-01-31'],
  ],
  [
    'months that begin on the 31st begin on the last day of shorter ones',
    'months',
    ['2027-01-31', '2027-04-29'],
    ['2027-01-31 2027-02-27', '2027-02-28 2027-03-30', '2027-03-31 2027-04-29'],
  ],
  [
    'a week that remains lengthens the last quarter',
    'quarters',
    ['2027-01-04', '2027-07-11'],
    ['2027-01-04 2027-04-03', '2027-04-04 2027-07-11'],
  ],
  ['what is shorter than a part is one', 'quarters', ['2027-01-01', '2027-01-20'], ['2027-01-01 2027-01-20']],
])('%s', (_, cut, [from, to], expected) => {
  expect(said(partsOf(span(from, to), cut))).toEqual(expected);
});

test('a year of six-week cycles: eight, and 29 days that are a ninth', () => {
  const parts = partsOf(span('2027-01-01', '2027-12-31'), 'six-weeks');
  expect(parts).toHaveLength(9);
  expect(said(parts.slice(0, 2))).toEqual(['2027-01-01 2027-02-11', '2027-02-12 2027-03-25']);
  expect(said(parts.slice(-1))).toEqual(['2027-12-03 2027-12-31']);
});

test('a year begins on any day; 29 February ends it a day before the 28th', () => {
  expect(yearFrom(localDate('2027-04-01'))).toEqual(span('2027-04-01', '2028-03-31'));
  expect(yearFrom(localDate('2028-02-29'))).toEqual(span('2028-02-29', '2029-02-27'));
});

test('a quarter lies within its year, the year not within the quarter', () => {
  const year = span('2027-01-01', '2027-12-31');
  const last = span('2027-10-01', '2027-12-31');
  expect(liesWithin(last, year)).toBe(true);
  expect(liesWithin(year, last)).toBe(false);
});

test('one day in common is enough to overlap', () => {
  const quarter = span('2027-04-01', '2027-06-30');
  expect(overlaps(quarter, span('2027-06-30', '2027-10-31'))).toBe(true);
  expect(overlaps(span('2027-01-01', '2027-12-31'), quarter)).toBe(true);
  expect(overlaps(quarter, span('2027-07-01', '2027-09-30'))).toBe(false);
  expect(overlaps(span('2027-07-01', '2027-09-30'), quarter)).toBe(false);
});
