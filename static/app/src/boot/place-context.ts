import { createContext, useContext } from 'react';
import { dayIn, instant, type LocalDate } from '../../../../src/domain/dates';
import type { Place } from './place';

export const PlaceContext = createContext<Place | null>(null);

/** Where and for whom this was opened. */
export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (place === null) throw new Error('usePlace outside of the app');
  return place;
}

/** Today for a team: its time zone decides (design §3.2). The only place of the front end that reads the clock. */
export function todayIn(timeZone: string): LocalDate {
  return dayIn(timeZone, instant(Date.now()));
}
