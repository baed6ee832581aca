/** "What changed since last week" (issue panel, macro, export and digest say the same). */
import type { CheckIn, Decision } from './check-in';
import { dayIn, type LocalDate } from './dates';
import type { Initiative } from './initiative';
import { countedMeasurements, measurements, type KeyResultRecord, type Measurement } from './measurements';
import type { Rules } from './rules';
import { standing, type Pace, type Standing } from './standing';
import { liveOn } from './work';

export type ChangesSince = {
  /** The day compared with. */
  since: LocalDate;
  before: Standing;
  now: Standing;
  /** The counted value then and now, in the key result's unit; null when there was none then, or no newer one. */
  value: { from: number; to: number; change: number } | null;
  /** Raw progress gained; null when either is not measured. */
  progress: number | null;
  /** null when not said at both times, or not said anew. */
  confidence: { from: number; to: number; change: number } | null;
  pace: { from: Pace; to: Pace } | null;
  /** Measurements recorded since, whatever day they are for. */
  measurements: Measurement[];
  decisions: { decision: Decision; on: LocalDate }[];
  attached: Initiative[];
  live: Initiative[];
  done: Initiative[];
  /** Whether anything of the above did change. */
  any: boolean;
};

/**
 * What changed in a key result after `since`, up to `today`. The standing before is what was known on that day: from the
 * check-ins made up to it. Initiatives detached meanwhile are not here. `timeZone` (the team's) says on which day an
 * initiative was attached.
 */
export function changesSince(
  record: KeyResultRecord & { initiatives: readonly Initiative[]; timeZone: string },
  since: LocalDate,
  rules: Rules,
  today: LocalDate,
): ChangesSince {
  const { definition, checkIns, initiatives, timeZone } = record;
  const fresh = (day: LocalDate | null) => day !== null && day > since && day <= today;
  const known = checkIns.filter(({ madeOn }) => madeOn <= since);
  const before = standing({ ...record, checkIns: known }, rules, since);
  const now = standing(record, rules, today);
  const made = checkIns.filter(({ madeOn }) => fresh(madeOn));
  const changes = {
    value: pair(valueOf(definition, known, since), valueOf(definition, checkIns, today)),
    progress: before.progress && now.progress ? now.progress.raw - before.progress.raw : null,
    confidence:
      now.confidence && fresh(now.confidence.on)
        ? pair(before.confidence?.value ?? null, now.confidence.value)
        : null,
    pace: before.pace === now.pace ? null : { from: before.pace, to: now.pace },
    measurements: recorded(record, made, today),
    decisions: made.flatMap(({ decision, madeOn }) => (decision ? [{ decision, on: madeOn }] : [])),
    attached: initiatives.filter(({ attachedAt }) => fresh(dayIn(timeZone, attachedAt))),
    live: initiatives.filter((initiative) => fresh(liveOn(initiative)?.on ?? null)),
    done: initiatives.filter(({ work }) => fresh(work?.doneOn ?? null)),
  };
  const lists = [changes.measurements, changes.decisions, changes.attached, changes.live, changes.done];
  const any = lists.some(({ length }) => length > 0) || changes.pace !== null || made.length > 0;
  return { since, before, now, ...changes, any };
}

function pair(from: number | null, to: number | null): { from: number; to: number; change: number } | null {
  return from === null || to === null || from === to ? null : { from, to, change: to - from };
}

function valueOf(
  definition: KeyResultRecord['definition'],
  checkIns: readonly CheckIn[],
  day: LocalDate,
): number | null {
  return countedMeasurements(definition, checkIns, day).at(-1)?.value ?? null;
}

function recorded({ definition, checkIns }: KeyResultRecord, made: readonly CheckIn[], today: LocalDate) {
  const ids = new Set(made.map(({ id }) => id));
  return measurements(definition, checkIns, today).filter(({ checkInId }) => ids.has(checkInId));
}
