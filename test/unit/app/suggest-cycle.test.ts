import { localDate } from '../../../src/domain/dates';
import { yearNameOf } from '../../../static/app/src/features/cycle/year-plan';
import { suggestQuarter, suggestYear } from '../../../static/app/src/features/cycle/suggest-cycle';

const span = (startsOn: string, endsOn: string) => ({
  startsOn: localDate(startsOn),
  endsOn: localDate(endsOn),
});
const year = span('2026-07-01', '2027-06-30');
const quarter = span('2026-10-01', '2026-12-31');

test('the year to plan follows the last one that is there; without one it is the calendar’s', () => {
  const today = localDate('2026-11-22');
  expect(suggestYear(today, [quarter, year])).toBe('2027-07-01');
  expect(suggestYear(today, [year, span('2027-07-01', '2028-06-30')])).toBe('2028-07-01');
  expect(suggestYear(today, [quarter])).toBe('2027-01-01');
  expect(suggestYear(today, [span('2025-01-01', '2025-12-31')])).toBe('2027-01-01');
  expect(suggestYear(localDate('2026-08-31'), [])).toBe('2026-01-01');
});

test('the quarter to plan is this one, or the next when two thirds of it are over', () => {
  // Of 1 October to 31 December 61 of 91 days are just over two thirds.
  expect(suggestQuarter(localDate('2026-11-30')).name).toBe('Q4 2026');
  expect(suggestQuarter(localDate('2026-12-01'))).toMatchObject({
    name: 'Q1 2027',
    ...span('2027-01-01', '2027-03-31'),
  });
});

test('a year is named after the calendar years it is in', () => {
  expect(yearNameOf(span('2027-01-01', '2027-12-31'))).toBe('2027');
  expect(yearNameOf(span('2027-07-01', '2028-06-30'))).toBe('2027/28');
  expect(yearNameOf(span('2099-07-01', '2100-06-30'))).toBe('2099/00');
});
