import type { LocalDate } from './dates';
import { sayDay, sayShare } from './say';
import type { Mismatch } from './standing';

/** A mismatch as every surface says it: the numbers that triggered it, and the one thing to do. */
export type SaidMismatch = { what: string; act: string };

/** Where outcome and work of a key result do not fit together, in words. Source: design §3.7. */
export function sayMismatch(mismatch: Mismatch, locale: string, today: LocalDate): SaidMismatch {
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  const initiatives = (count: number) =>
    count === 1 ? '1 initiative is' : `${number(count)} initiatives are`;
  switch (mismatch.kind) {
    case 'finished-but-flat': {
      const { initiatives: count, gained } = mismatch;
      const done = count === 1 ? 'The work attached is' : `All ${number(count)} initiatives are`;
      const flat = `${done} done and had time to show, yet the number ${sayGained(gained, locale)} of the way.`;
      return { what: flat, act: 'Decide what to try instead' };
    }
    case 'moving-without-work':
      return {
        what: `The number ${sayGained(mismatch.gained, locale)} of the way, and no work is attached.`,
        act: 'Attach what moved it',
      };
    case 'no-initiative':
      return {
        what: `No work attached after ${number(mismatch.cadences)} check-in intervals.`,
        act: 'Attach what should move it',
      };
    case 'reached-but-running':
      return {
        what: `Reached, and ${initiatives(mismatch.running)} still under way.`,
        act: 'Decide whether it goes on',
      };
    case 'initiative-overdue': {
      const days = mismatch.daysOver === 1 ? '1 day' : `${number(mismatch.daysOver)} days`;
      return {
        what: `An initiative is ${days} too late to show before the due date.`,
        act: 'Change the plan',
      };
    }
    case 'done-not-judged':
      return {
        what: `${initiatives(mismatch.initiatives)} done, and nobody has said whether the number moved.`,
        act: 'Give your verdict',
      };
    case 'goal-changed':
      return {
        what: `Start, target, metric or due date changed on ${sayDay(mismatch.on, locale, today)}, after the cycle began.`,
        act: 'Read why',
      };
  }
}

/** "gained 3%", or "lost 3%": a loss is said as one. */
function sayGained(share: number, locale: string): string {
  return `${Math.round(share * 100) < 0 ? 'lost' : 'gained'} ${sayShare(Math.abs(share), locale)}`;
}
