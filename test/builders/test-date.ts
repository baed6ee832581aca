import { localDate, type LocalDate } from '../../src/domain/dates';

/** The setting: a day, `2028-02-29`, on which all tests run instead. */
export const testDateSetting = 'WAYMARK_TEST_DATE';

/** A Tuesday in the middle of a quarter, far from every change of the clock. */
const usual = '2026-05-12';

/**
 * The day on which tests run, whatever day it is: the day of the local site's clock, its database's, and the test process's.
 * Throws a RangeError when the setting is no day.
 */
export function testDay(): LocalDate {
  return localDate(process.env[testDateSetting] ?? usual);
}

/** When tests begin: nine in the morning in UTC, which is the same day from Honolulu to Auckland, and long before midnight. */
export function testTime(): string {
  return `${testDay()}T09:00:00.000Z`;
}
