/** What a verdict is computed from: measurements, prepared so that each says something new (design §3.8). */
import { periodEnd, slotOf } from './cadence';
import { addDays, addMonths, daysBetween, type LocalDate } from './dates';
import type { CheckInId } from './ids';
import { byDay, measurements, placeOf, type KeyResultRecord, type Measurement } from './measurements';
import type { CheckIn, MeasurementSource } from './check-in';
import { median } from './theil-sen';

/** Why a measurement serves no verdict. */
export type LeftOutWhy =
  /** The same value again, typed by a person: more often than chance would repeat it. */
  | 'retyped'
  /** A later one in its cadence slot counts. */
  | 'same-slot'
  /** Its period has not ended. */
  | 'unfinished'
  /** What it speaks of began before people got the work and ended after, or lies before the effect could show. */
  | 'spans-live'
  /** Windows of a rolling average that overlap say the same thing twice. */
  | 'overlapping-window'
  /** What is counted changed since. */
  | 'old-definition'
  /** Other work or an outside event lies between it and the days that are compared. */
  | 'other-change'
  /** One of the two values because of which the work may have begun. */
  | 'why-work-began'
  /** More than thirteen values, or 26 slots, from the day people got it. */
  | 'far-away';

export type LeftOut = { on: LocalDate; value: number; why: LeftOutWhy; checkInId: CheckInId };

/** One value a verdict is computed from. It speaks of the days after `from` up to and with `on`. */
export type ImpactValue = {
  /** The day it is of; of a per-period number the last day of its period. */
  on: LocalDate;
  from: LocalDate;
  /** In the key result's unit; of running totals and milestones (in % of the way) the gain of one slot. */
  value: number;
  /** Slots it stands for; 1 unless it is a gain. */
  weight: number;
  checkInId: CheckInId;
};

export type ImpactValues = {
  /** Oldest first. */
  values: ImpactValue[];
  leftOut: LeftOut[];
  /** Values are gains of a slot, not the number itself. */
  gains: boolean;
  /** How finely the number is written: 1 for whole numbers, 0.1 with one decimal, 0 where doubles are not rounded. */
  grain: number;
};

type Drop = (value: Pick<ImpactValue, 'on' | 'value' | 'checkInId'>, why: LeftOutWhy) => void;

/**
 * The values of a key result as verdicts use them, known on `today`: history and follow-up too; at most one a cadence slot, the
 * last; unfinished periods left out; retyped values dropped; running totals and milestones as gains a slot. A slot that
 * holds `live`, the day people got the work, keeps a value on either side of it. Source: design §3.8.
 */
export function impactValues(record: KeyResultRecord, live: LocalDate, today: LocalDate): ImpactValues {
  const { definition } = record;
  const { behaviour, metric } = definition;
  const { fresh, slots, grain, leftOut: before } = prepared(record, today);
  const leftOut = [...before];
  // A number of a period is of one side, whatever day it was typed on.
  const slotKey = (one: Measurement, index: number) =>
    behaviour.kind === 'per-period'
      ? slots[index]
      : `${String(slots[index])} ${one.on <= live ? 'before' : 'after'}`;
  const single = fresh.filter((one, index) => {
    const next = fresh[index + 1];
    if (!next || slotKey(next, index + 1) !== slotKey(one, index)) return true;
    leftOut.push(leftOutOf(one, 'same-slot'));
    return false;
  });
  const gains = behaviour.kind === 'running-total' || metric.kind === 'milestones';
  return {
    values: gains ? gainsOf(single, record) : single.map((one) => spoken(one, record)),
    leftOut,
    gains,
    grain,
  };
}

/** Of the values of a key result what is the same for each of its initiatives. */
type Prepared = {
  /** Finished and not typed again, oldest first. */
  fresh: readonly Measurement[];
  /** The period or the cadence slot of each of them. */
  slots: readonly (string | number)[];
  grain: number;
  leftOut: readonly LeftOut[];
};

/** By the check-ins they are of: a key result with hundreds of initiatives asks for them hundreds of times. */
const preparedBefore = new WeakMap<
  readonly CheckIn[],
  Pick<KeyResultRecord, 'definition' | 'cadence'> & { today: LocalDate; count: number; is: Prepared }
>();

function prepared({ definition, cadence, checkIns }: KeyResultRecord, today: LocalDate): Prepared {
  const count = checkIns.length;
  const before = preparedBefore.get(checkIns);
  if (
    before?.definition === definition &&
    before.cadence === cadence &&
    before.today === today &&
    before.count === count
  ) {
    return before.is;
  }
  const is = prepare({ definition, cadence, checkIns }, today);
  preparedBefore.set(checkIns, { definition, cadence, today, count, is });
  return is;
}

function prepare(record: KeyResultRecord, today: LocalDate): Prepared {
  const { definition, cadence } = record;
  const { behaviour, metric } = definition;
  const leftOut: LeftOut[] = [];
  const drop: Drop = (one, why) => leftOut.push(leftOutOf(one, why));
  const known =
    metric.kind === 'milestones'
      ? reachedShares(record, today)
      : measurements(definition, record.checkIns, today);
  const finished = known.filter(({ unfinished }) => !unfinished);
  for (const one of known) if (one.unfinished) drop(one, 'unfinished');
  const grain = metric.kind === 'milestones' ? 0 : grainOf(finished.map(({ value }) => value));
  const fresh = metric.kind === 'milestones' ? finished : withoutRetyped(finished, grain, drop);
  const slots = fresh.map(({ on }) =>
    behaviour.kind === 'per-period'
      ? periodEnd(behaviour.period, on)
      : slotOf(definition.startsOn, cadence, on),
  );
  return { fresh, slots, grain, leftOut };
}

function leftOutOf(
  { on, value, checkInId }: Pick<LeftOut, 'on' | 'value' | 'checkInId'>,
  why: LeftOutWhy,
): LeftOut {
  return { on, value, why, checkInId };
}

/**
 * Days between two values that say something new: the cadence slot, or what the number spans where that is longer. Months
 * and quarters as their mean.
 */
export function slotDays({ definition, cadence }: KeyResultRecord): number {
  const month = 365.25 / 12;
  const { behaviour, measuredEvery } = definition;
  const slot = cadence === 'weekly' ? 7 : cadence === 'every-two-weeks' ? 14 : month;
  const number = measuredEvery.kind === 'monthly' ? month : 0;
  const spans =
    behaviour.kind === 'level'
      ? (behaviour.averageOverDays ?? 0)
      : behaviour.kind === 'per-period'
        ? { week: 7, month, quarter: 3 * month }[behaviour.period]
        : 0;
  return Math.max(slot, number, spans);
}

/** Where people type values; what counts by itself may well repeat one. */
const typed: readonly MeasurementSource[] = ['person', 'import', 'sample'];

/**
 * Without values that were typed again. Two values in a row are the same by chance where numbers are written coarsely beside
 * how they vary; only more repeats than that (by two standard deviations) are taken for retyped, and then all of them,
 * each run leaving its first. Chance: grain / (2 √π σ) for normal values rounded to a grain.
 */
function withoutRetyped(values: readonly Measurement[], grain: number, drop: Drop): Measurement[] {
  const again = values.map(({ value, source }, index) => {
    const before = values[index - 1];
    return before?.value === value && typed.includes(source);
  });
  const repeats = again.filter(Boolean).length;
  const moves = values
    .map(({ value }, index) => Math.abs(value - (values[index - 1]?.value ?? value)))
    .filter((move) => move > 0);
  if (repeats === 0) return [...values];
  if (moves.length > 0) {
    const deviation = median(moves) / 0.954;
    const chance = Math.min(1, grain / (2 * Math.sqrt(Math.PI) * deviation));
    const pairs = values.length - 1;
    if (repeats <= pairs * chance + 2 * Math.sqrt(pairs * chance * (1 - chance))) return [...values];
  }
  return values.filter((value, index) => {
    if (again[index]) drop(value, 'retyped');
    return again[index] !== true;
  });
}

/** The largest power of ten that all values are whole multiples of; 0 for more than nine decimals. */
function grainOf(values: readonly number[]): number {
  if (values.every((value) => value === 0)) return 1;
  for (let power = 15; power >= -9; power -= 1) {
    const scale = 10 ** Math.abs(power);
    const scaled = values.map((value) => (power >= 0 ? value / scale : value * scale));
    if (scaled.every((value) => Math.abs(value - Math.round(value)) <= Math.abs(value) * 1e-12)) {
      return 10 ** power;
    }
  }
  return 0;
}

/** What a value of a level or a period speaks of. */
function spoken({ on, value, checkInId }: Measurement, { definition }: KeyResultRecord): ImpactValue {
  const { behaviour } = definition;
  if (behaviour.kind === 'per-period') {
    const end = periodEnd(behaviour.period, on);
    const from =
      behaviour.period === 'week'
        ? addDays(end, -7)
        : addDays(addMonths(addDays(end, 1), behaviour.period === 'month' ? -1 : -3), -1);
    return { on: end, from, value, weight: 1, checkInId };
  }
  const average = behaviour.kind === 'level' ? behaviour.averageOverDays : null;
  return { on, from: average === null ? on : addDays(on, -average), value, weight: 1, checkInId };
}

/**
 * Gains a slot between totals that follow each other. A total begins at the key result's start, so nothing is taken from
 * a value before it to one after.
 */
function gainsOf(totals: readonly Measurement[], record: KeyResultRecord): ImpactValue[] {
  const { metric, startsOn, behaviour } = record.definition;
  const days = slotDays(record);
  const start =
    metric.kind === 'milestones'
      ? 0
      : metric.kind === 'increase' && behaviour.kind === 'running-total'
        ? metric.start
        : null;
  return totals.flatMap(({ on, value, place, checkInId }, index): ImpactValue[] => {
    const before = totals[index - 1];
    const same = before && (before.place === 'history') === (place === 'history') ? before : undefined;
    const base =
      same ??
      (start !== null && place !== 'history' && on > startsOn ? { on: startsOn, value: start } : undefined);
    if (!base) return [];
    const slots = daysBetween(base.on, on) / days;
    return [{ on, from: base.on, value: (value - base.value) / slots, weight: slots, checkInId }];
  });
}

/** Weight reached, in % of all, as people said it; one a day, the later said. */
function reachedShares({ definition, checkIns }: KeyResultRecord, today: LocalDate): Measurement[] {
  const { metric } = definition;
  if (metric.kind !== 'milestones') return [];
  const all = metric.milestones.reduce((sum, { weight }) => sum + weight, 0);
  const ofDay = new Map<LocalDate, Measurement>();
  for (const { id, day, reached, source } of [...checkIns].sort(byDay)) {
    if (reached === null || day > today) continue;
    const weight = metric.milestones.reduce(
      (sum, one) => sum + (reached.includes(one.id) ? one.weight : 0),
      0,
    );
    ofDay.set(day, {
      on: day,
      value: (100 * weight) / all,
      place: placeOf(definition, day),
      unfinished: false,
      source,
      checkInId: id,
    });
  }
  return [...ofDay.values()];
}
