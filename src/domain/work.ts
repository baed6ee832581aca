/** What Jira says was done (design §3.6). Nothing here knows of outcomes, and no outcome knows of this. */
import { dayIn, type LocalDate } from './dates';
import type { Initiative, WorkAssumption, WorkCount, WorkItem, WorkUnit } from './initiative';
import type { Rules } from './rules';

/**
 * The work of an issue with these children (its direct ones): done ÷ counted, by count, story points or time estimate
 * as the site says; by count when none of them has points or an estimate, and `fellBack` says so. Children resolved as not
 * delivered are not counted but named in `leftOut`. A child without points adds nothing when others have some.
 * Source: design §3.6.
 */
export function countWork(issue: WorkItem, children: readonly WorkItem[], rules: Rules): WorkCount {
  const counted = children.filter((child) => !isNotDelivered(child, rules));
  const fellBack = rules.countBy !== 'count' && counted.length > 0 && total(counted, rules.countBy) <= 0;
  const unit = fellBack ? 'count' : rules.countBy;
  return {
    unit,
    fellBack,
    done: total(
      counted.filter(({ category }) => category === 'done'),
      unit,
    ),
    counted: total(counted, unit),
    leftOut: children.length - counted.length,
    category: issue.category,
    notDelivered: isNotDelivered(issue, rules),
  };
}

/** Resolved as not delivered. One that was reopened is work again, even where Jira kept its resolution. */
export function isNotDelivered({ category, resolution }: WorkItem, rules: Rules): boolean {
  const name = resolution?.trim().toLowerCase();
  return category === 'done' && rules.notDelivered.some((other) => other.trim().toLowerCase() === name);
}

/**
 * Whether all the work is finished: the issue is done and delivered, or every counted child is. By points or time only the
 * issue can say so, since an open child without an estimate does not show in the sum.
 */
export function isFinished(work: WorkCount): boolean {
  if (work.notDelivered) return false;
  if (work.category === 'done') return true;
  return work.unit === 'count' && work.counted > 0 && work.done === work.counted;
}

/** Whether work is under way: begun and not finished. */
export function isRunning(work: WorkCount): boolean {
  if (work.category === 'done' || isFinished(work)) return false;
  return work.category === 'indeterminate' || work.done > 0;
}

/** The day people got it, and how that is known. */
export type Live = { on: LocalDate; source: 'said' | 'first-child-done' | 'done' };

/** The day people got what the initiative made: as somebody said; else first child done, else done. Source: design §3.6. */
export function liveOn({ live, work }: Pick<Initiative, 'live' | 'work'>): Live | null {
  if (live) return { on: live.on, source: 'said' };
  if (work?.firstChildDoneOn) return { on: work.firstChildDoneOn, source: 'first-child-done' };
  return work?.doneOn && !work.notDelivered ? { on: work.doneOn, source: 'done' } : null;
}

/** Whether to ask "When did people get it?": work is done, and nobody has said. `liveOn` fills in the date. Source: design §3.6. */
export function asksWhenLive(initiative: Pick<Initiative, 'live' | 'work'>): boolean {
  const live = liveOn(initiative);
  return live !== null && live.source !== 'said' && initiative.work?.gone !== true;
}

/** `done-before-attached`: the work was done before anybody attached it, so that no hypothesis came first. */
export type InitiativeAssumption = WorkAssumption | 'done-before-attached';

/** What was assumed of an initiative's days, to be said beside them. `timeZone` is its team's. Source: design §3.6, §3.8. */
export function assumedOf(
  { work, attachedAt }: Pick<Initiative, 'work' | 'attachedAt'>,
  timeZone: string,
): InitiativeAssumption[] {
  if (!work) return [];
  const doneOn = isFinished(work) ? (work.doneOn ?? work.firstChildDoneOn) : null;
  const before = doneOn !== null && doneOn < dayIn(timeZone, attachedAt);
  return before ? ['done-before-attached', ...work.assumed] : work.assumed;
}

function total(items: readonly WorkItem[], unit: WorkUnit): number {
  return items.reduce((sum, item) => sum + size(item, unit), 0);
}

function size({ points, estimateSeconds }: WorkItem, unit: WorkUnit): number {
  if (unit === 'count') return 1;
  const value = (unit === 'points' ? points : estimateSeconds) ?? 0;
  return Number.isFinite(value) ? Math.max(0, value) : 0;
}
