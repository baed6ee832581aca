import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readDays } from '../../scripts/test-days';
import { root } from './temp-app';

const days = readDays(readFileSync(path.join(root, 'scripts/test-days.txt'), 'utf8'));

test('thirty dates, each once and with its reason, three of them for CI', () => {
  expect(new Set(days.map(({ day }) => day)).size).toBe(30);
  expect(days.filter(({ short }) => short).map(({ day }) => day)).toEqual([
    '2026-12-31',
    '2027-01-01',
    '2028-02-29',
  ]);
});

test('every clock that changes does so on its date: its day has not 24 hours', () => {
  const hours = ({ day, timeZone }: { day: string; timeZone: string }): number => {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone });
    const noon = Date.parse(`${day}T12:00:00Z`);
    const around = Array.from({ length: 72 }, (_, at) => noon + (at - 36) * 3_600_000);
    return around.filter((at) => format.format(at) === day).length;
  };
  const changes = days.filter(({ why }) => why.startsWith('the clock goes'));
  expect(changes.map((one) => [one.timeZone, hours(one)]).sort()).toEqual([
    ['America/New_York', 23],
    ['America/New_York', 25],
    ['Europe/London', 23],
    ['Europe/London', 25],
    ['Pacific/Auckland', 23],
    ['Pacific/Auckland', 25],
  ]);
});

test('a line that says no date, zone or reason is refused', () => {
  for (const line of ['2027-02-29 Europe/London no such day', '2027-02-28 Europe/London', 'soon']) {
    expect(() => readDays(line)).toThrow(line);
  }
});
