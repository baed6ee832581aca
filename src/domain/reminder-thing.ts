import type { LocalDate } from './dates';
import { laterOf } from './dates';
import type { Owed, OwedBeside, OwedOnObjective } from './owed';

/**
 * One thing a person is reminded of once. `due` '' for what has no day: then it is the same thing for good. With a later day it is a
 * new one, as a check-in that is due again.
 */
export type ReminderThing = { thing: string; due: LocalDate | '' };

/** What something owed is as a thing to be reminded of; null for what waits for nobody yet. */
export function thingOf(owed: Owed | OwedOnObjective | OwedBeside): ReminderThing | null {
  switch (owed.kind) {
    case 'check-in':
      return { thing: `check-in:${owed.keyResultId}`, due: dueOf(owed) };
    case 'source':
      return { thing: `source:${owed.keyResultId}:${owed.outcome}`, due: '' };
    case 'ask':
      return { thing: `ask:${owed.checkInId}`, due: '' };
    case 'decision':
      return { thing: `decision:${owed.checkInId}`, due: owed.dueOn };
    case 'score':
      return { thing: `score:${owed.keyResultId}`, due: '' };
    case 'write-up':
    case 'next-step':
      return { thing: `${owed.kind}:${owed.objectiveId}`, due: '' };
    case 'verdict':
      return { thing: `verdict:${owed.initiativeId}`, due: owed.live };
    case 'live':
      return { thing: `live:${owed.initiativeId}`, due: owed.on };
    case 'hypothesis':
      return { thing: `hypothesis:${owed.initiativeId}`, due: '' };
    case 'to-confirm':
      return { thing: `to-confirm:${owed.dependencyId}`, due: '' };
    case 'kpi':
      return { thing: `kpi:${owed.kpiId}`, due: owed.value.dueOn ?? '' };
    case 'too-early':
      return null;
  }
}

/** The later of the days on which value and confidence were due, those still fresh left out. */
function dueOf({ value, confidence }: Extract<Owed, { kind: 'check-in' }>): LocalDate | '' {
  const days = [value, confidence].flatMap(({ state, dueOn }) =>
    state === 'fresh' || dueOn === null ? [] : [dueOn],
  );
  return days.length === 0 ? '' : days.reduce(laterOf);
}
