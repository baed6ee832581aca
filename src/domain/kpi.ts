/** How a KPI stands: a standing health metric with a healthy range, beside the OKRs (design §2). */
import type { CheckIn, MeasurementSource } from './check-in';
import { daysBetween, localDate, type Instant, type LocalDate } from './dates';
import { refusal, type Finding } from './finding';
import { valueFreshness } from './freshness';
import type { AccountId, KpiValueId } from './ids';
import { measurements, type KeyResultRecord } from './measurements';
import type { Cadence, Unit } from './metric';
import { isInside } from './progress';
import type { Rules } from './rules';
import type { Freshness } from './standing';
import { median, pairSlopes, residuals } from './theil-sen';

/** What people say of a KPI. At least one of `min` and `max` is given; both belong to the range. */
export type KpiWords = {
  name: string;
  /** What counts, what does not, where the number comes from. */
  description: string;
  owner: AccountId | null;
  unit: Unit;
  min: number | null;
  max: number | null;
  cadence: Cadence;
};
/** One dated value; null: it was taken back. */
export type KpiValue = {
  id: KpiValueId;
  day: LocalDate;
  value: number | null;
  note: string;
  source: MeasurementSource;
  by: AccountId;
  recordedAt: Instant;
};
/** What the rules know of it; values in any order. */
export type KpiRecord = Pick<KpiWords, 'unit' | 'min' | 'max' | 'cadence'> & {
  madeOn: LocalDate;
  values: readonly KpiValue[];
};

/** `unknown`: never measured, or stale. Silence is never healthy. */
export type KpiHealth = 'healthy' | 'below' | 'above' | 'unknown';
/** Where the last values go, and whether that is towards the healthy range or away from it. */
export type KpiTrend = {
  direction: 'rising' | 'falling' | 'flat';
  towards: 'inside' | 'back' | 'away' | null;
};
export type KpiStanding = {
  /** One a day, the later recorded one; oldest first. */
  points: { on: LocalDate; value: number; source: MeasurementSource }[];
  latest: { value: number; on: LocalDate } | null;
  health: KpiHealth;
  /** null: fewer than three values. */
  trend: KpiTrend | null;
  freshness: Freshness;
};

/** How a KPI stands on `today`, the day in its team's time zone. */
export function kpiStanding(kpi: KpiRecord, rules: Rules, today: LocalDate): KpiStanding {
  const record = recordOf(kpi);
  const points = measurements(record.definition, record.checkIns, today).map(({ on, value, source }) => ({
    on,
    value,
    source,
  }));
  const last = points.at(-1);
  const freshness = valueFreshness(record, rules, today);
  return {
    points,
    latest: last ? { value: last.value, on: last.on } : null,
    health: last && freshness.state !== 'stale' ? healthOf(kpi, last.value) : 'unknown',
    trend: trendOf(kpi, points),
    freshness,
  };
}

/** Where a value lies. */
export function healthOf(
  { min, max }: Pick<KpiWords, 'min' | 'max'>,
  value: number,
): Exclude<KpiHealth, 'unknown'> {
  if (isInside({ min, max }, value)) return 'healthy';
  return min !== null && value < min ? 'below' : 'above';
}

const longest = 6;
const fewest = 3;

/**
 * The Theil–Sen line through the last three to six values. *Flat* when its change over them is within twice their median
 * scatter around it: less could not be told from noise.
 */
function trendOf(kpi: Pick<KpiWords, 'min' | 'max'>, points: KpiStanding['points']): KpiTrend | null {
  const last = points.slice(-longest);
  const [from, to] = [last[0], last.at(-1)];
  if (last.length < fewest || !from || !to) return null;
  const line = last.map(({ on, value }) => ({ x: daysBetween(from.on, on), y: value }));
  const change = median(pairSlopes(line)) * daysBetween(from.on, to.on);
  const scatter = median(residuals(line).map(Math.abs));
  if (Math.abs(change) <= 2 * scatter || change === 0) return { direction: 'flat', towards: null };
  const rising = change > 0;
  const health = healthOf(kpi, to.value);
  const direction = rising ? 'rising' : 'falling';
  if (health === 'healthy') return { direction, towards: 'inside' };
  return { direction, towards: rising === (health === 'below') ? 'back' : 'away' };
}

/** A KPI has no dates: it starts with its first value and is never due. */
function recordOf({ unit, min, max, cadence, madeOn, values }: KpiRecord): KeyResultRecord {
  const days = values.filter(({ value }) => value !== null).map(({ day }) => day);
  const startsOn = [...days].sort()[0] ?? madeOn;
  return {
    cadence,
    checkIns: values.map(asCheckIn),
    definition: {
      metric: { kind: 'maintain', min, max },
      behaviour: { kind: 'level', averageOverDays: null },
      unit,
      startsOn,
      dueOn: localDate('2199-12-31'),
      commitment: 'committed',
      indicator: null,
      weight: 1,
      checkpoints: [],
      measuredEvery: { kind: 'cadence' },
      definition: '',
    },
  };
}

function asCheckIn({ id, day, value, note, source, by, recordedAt }: KpiValue): CheckIn {
  return {
    id,
    day,
    madeOn: day,
    recordedAt,
    by,
    source,
    value,
    reached: null,
    confidence: null,
    evidence: note,
    blocker: '',
    decision: null,
    ask: null,
  };
}

const healths: readonly KpiHealth[] = ['below', 'above', 'unknown', 'healthy'];

/** Orders KPIs as they need somebody: outside the range, unknown, healthy; overdue values first among equals. */
export function byNeed(a: KpiStanding, b: KpiStanding): number {
  const rank = ({ health, freshness }: KpiStanding) =>
    (healths.indexOf(health) < 2 ? 0 : healths.indexOf(health)) * 2 + (freshness.state === 'fresh' ? 1 : 0);
  return rank(a) - rank(b);
}

/** Everything wrong with a KPI's range; empty when nothing is. */
export function checkKpi({ min, max }: Pick<KpiWords, 'min' | 'max'>): Finding[] {
  if (min === null && max === null) {
    return [refusal('min', 'Say what is healthy: the lowest value, the highest, or both.')];
  }
  if (min !== null && max !== null && min >= max) {
    return [refusal('max', 'The highest healthy value must be above the lowest.')];
  }
  return [];
}

/** The end of the healthy range that a value outside of it has to reach; null where it is inside. */
export function healthyEnd(kpi: Pick<KpiWords, 'min' | 'max'>, value: number): number | null {
  const health = healthOf(kpi, value);
  return health === 'healthy' ? null : health === 'below' ? kpi.min : kpi.max;
}
