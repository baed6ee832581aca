import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { Instant, LocalDate } from '../../../../src/domain/dates';
import { sayDay } from '../../../../src/domain/say';
import type { Message } from './messages';

type Values = Record<string, string | number>;

/** How Waymark speaks to this reader: English texts, numbers and dates as the reader's locale writes them. */
export type Words = {
  /** BCP 47 name of the reader's locale, for the domain's `say*`. */
  locale: string;
  t: (message: Message, values?: Values) => string;
  /** `12 May`, with the year when it is not the year of `today`. */
  day: (day: LocalDate, today?: LocalDate) => string;
  /** `12 May 2026, 14:05` in the reader's time zone. */
  moment: (at: Instant) => string;
  /** At most `digits` decimals (2). */
  number: (value: number, digits?: number) => string;
  /** `a, b and c`. */
  list: (items: string[]) => string;
};

/** The words of this reader's surface. */
export function useWords(): Words {
  const intl = useIntl();
  return useMemo(() => {
    // A calendar day has no time zone: shown in UTC it stays the day it is.
    const long = new Intl.DateTimeFormat(intl.locale, { dateStyle: 'medium', timeZone: 'UTC' });
    const list = new Intl.ListFormat('en', { type: 'conjunction' });
    return {
      locale: intl.locale,
      t: (message, values) => intl.formatMessage(message, values),
      day: (day, today) =>
        today === undefined ? long.format(new Date(day)) : sayDay(day, intl.locale, today),
      moment: (at) => intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short' }),
      number: (value, digits = 2) => intl.formatNumber(value, { maximumFractionDigits: digits }),
      list: (items) => list.format(items),
    };
  }, [intl]);
}
