import type { OkrsReading } from '../../../../../src/contract/readings';
import { changesSince } from '../../../../../src/domain/changes-since';
import { addDays, type LocalDate } from '../../../../../src/domain/dates';
import { sayChanges } from '../../../../../src/domain/headline';
import { inOrderOfNeed } from '../../../../../src/domain/ordering';
import type { Mismatch } from '../../../../../src/domain/standing';
import { todayIn } from '../../boot/place-context';
import { allStanding, type Stood } from '../../components/how-it-stands';
import { mismatchOf } from '../../components/mismatch-line';

/** A key result as the macro tells it. */
export type Told = Stood & {
  /** What changed since last week; '' when nothing did. */
  changes: string;
  /** Where outcome and work do not fit together; at most one is shown (design §3.7). */
  mismatch: Mismatch | null;
};

export type Telling = {
  /** In the order of need, over all objectives. */
  all: Told[];
  /** The latest day it is for any of the teams. */
  today: LocalDate;
  /** The day compared with: a week before `today`. */
  since: LocalDate;
};

/** How everything read stands, and what changed since last week, each by its own team's day. */
export function tell(reading: OkrsReading, locale: string): Telling {
  const all = allStanding(reading).map((of) => ({
    ...of,
    changes: changesOf(of, locale),
    mismatch: mismatchOf(of),
  }));
  const days = all.map((of) => of.today).sort();
  const today = days.at(-1) ?? todayIn('UTC');
  return { all: inOrderOfNeed(all, ({ standing }) => standing), today, since: addDays(today, -7) };
}

function changesOf({ keyResult, objective, record, rules, today }: Stood, locale: string): string {
  const { initiatives, definition } = keyResult;
  const { timeZone } = objective.team;
  const changes = changesSince({ ...record, initiatives, timeZone }, addDays(today, -7), rules, today);
  return sayChanges(changes, definition.unit, locale);
}
