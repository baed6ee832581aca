import { randomUUID } from 'node:crypto';
import * as ids from '../../../src/contract/inputs';
import { addDays, instant, localDate } from '../../../src/domain/dates';
import { inDays, isEmpty } from '../../../static/app/src/features/portable/check-in-rows';
import type { CheckInRow } from '../../../static/app/src/features/portable/world';
import { checkIn } from '../domain/build';

const first = localDate('2026-03-02');
const by = ids.accountId.parse('712020:ana');
const keyResultId = ids.keyResultId.parse(randomUUID());

/** A check-in of the day so many days after the first, recorded so many minutes after midnight. */
const row = (day: number, minute = 0, value: number | null = day): CheckInRow => ({
  ...checkIn(addDays(first, day), {
    id: ids.checkInId.parse(randomUUID()),
    value,
    recordedAt: instant(Date.UTC(2026, 2, 2 + day, 0, minute)),
  }),
  keyResultId,
});

test('of one day they come as they were recorded, whatever their order and their ids', () => {
  const [early, late, next] = [row(0, 1), row(0, 2), row(1)];
  expect(inDays([late, next, early])).toEqual([[early, late, next]]);
  expect(inDays([])).toEqual([]);
});

test('a part ends with a whole day, unless that day alone is more than a part', () => {
  const days = Array.from({ length: 59 }, (_, day) => row(day));
  const pair = [row(59, 1), row(59, 2)];
  expect(inDays([...days, ...pair]).map((part) => part.length)).toEqual([59, 2]);
  expect(inDays([...days, row(59), row(60)]).map((part) => part.length)).toEqual([60, 1]);
  const one = Array.from({ length: 130 }, (_, minute) => row(0, minute));
  expect(inDays(one).map((part) => part.length)).toEqual([60, 60, 10]);
});

test('what was taken back, and what only asked somebody, has nothing to bring', () => {
  expect(isEmpty(row(0, 0, null))).toBe(true);
  expect(isEmpty({ ...row(0, 0, null), ask: { text: 'Who knows?', of: by } })).toBe(true);
  expect(isEmpty({ ...row(0, 0, null), evidence: 'Nobody counted.' })).toBe(false);
  expect(isEmpty(row(0, 0, 0))).toBe(false);
});
