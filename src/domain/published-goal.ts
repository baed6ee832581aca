/** Where a key result was meant to go when its cycle was published, whatever was changed since (design §3.9, §3.12). */
import type { Instant } from './dates';
import type { KeyResultDefinition } from './metric';

/** What says where a key result goes, and by when. */
export type Goal = Pick<KeyResultDefinition, 'metric' | 'startsOn' | 'dueOn'>;

/** One change of a key result: the parts of its goal as they were before. */
export type GoalChange = { at: Instant; from: Partial<Goal> };

/**
 * The goal as published: as it is now, with the changes since `publishedAt` taken back, the latest first. One written after
 * that was published as it was written. Giving a number to what was not measurable yet publishes it: earlier changes are not
 * looked at. `changes` the oldest first; `publishedAt` null: the cycle never ran. Source: design §3.9.
 */
export function publishedGoal(now: Goal, changes: readonly GoalChange[], publishedAt: Instant | null): Goal {
  let { metric, startsOn, dueOn } = now;
  for (const { at, from } of changes.toReversed()) {
    if (publishedAt === null || at < publishedAt || from.metric?.kind === 'not-measurable-yet') break;
    ({ metric, startsOn, dueOn } = { metric, startsOn, dueOn, ...from });
  }
  return { metric, startsOn, dueOn };
}

/** Whether two goals are the same to whoever is measured against them. */
export function sameGoal(a: Goal, b: Goal): boolean {
  return (
    a.startsOn === b.startsOn && a.dueOn === b.dueOn && JSON.stringify(a.metric) === JSON.stringify(b.metric)
  );
}
