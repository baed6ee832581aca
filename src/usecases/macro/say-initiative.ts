import { dayIn, type LocalDate } from '../../domain/dates';
import type { Initiative, WorkSnapshot } from '../../domain/initiative';
import { sayDay } from '../../domain/say';
import { liveOn } from '../../domain/work';

const categories = { new: 'not started', indeterminate: 'in progress', done: 'done' } as const;

/**
 * One initiative for readers nobody knows: its public name, or "An issue" since titles are not theirs to see, then its work
 * and when people got it: "Faster sign-up: 7 of 12 done, 1 left out, as of 3 May; live since 1 May".
 */
export function sayInitiative(
  initiative: Initiative,
  timeZone: string,
  locale: string,
  today: LocalDate,
): string {
  const { publicName, work } = initiative;
  const live = liveOn(initiative);
  const parts = [
    work ? sayWork(work, timeZone, locale, today) : 'work not counted yet',
    live ? `live since ${sayDay(live.on, locale, today)}` : '',
  ];
  return `${publicName === '' ? 'An issue' : publicName}: ${parts.filter((part) => part !== '').join('; ')}`;
}

function sayWork(work: WorkSnapshot, timeZone: string, locale: string, today: LocalDate): string {
  const asOf = `as of ${sayDay(dayIn(timeZone, work.asOf), locale, today)}`;
  if (work.gone) return `not to be found in Jira, ${asOf}`;
  if (work.counted === 0 && work.leftOut === 0) {
    return `${work.notDelivered ? 'not delivered' : categories[work.category]}, ${asOf}`;
  }
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const scale = work.unit === 'time' ? 3600 : 1;
  const unit = { count: '', points: ' points', time: ' hours' }[work.unit];
  const done = `${number.format(work.done / scale)} of ${number.format(work.counted / scale)}${unit} done`;
  const leftOut = work.leftOut > 0 ? `, ${work.leftOut} left out as not delivered` : '';
  const fellBack = work.fellBack ? ', counted as issues' : '';
  return `${done}${leftOut}${fellBack}, ${asOf}`;
}
