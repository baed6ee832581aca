/** The tables of where numbers come from, as `schema.ts`. */
import { char, mysqlTable as table } from 'drizzle-orm/mysql-core';
import type { MeasurementSource } from '../domain/check-in';
import type {
  CheckInId,
  CorrectionId,
  KeyResultId,
  KpiId,
  KpiValueId,
  SourceId,
  TeamId,
} from '../domain/ids';
import type { Cadence, Unit } from '../domain/metric';
import type { CountEvery, CountOutcome, NumberSource } from '../domain/number-source';
import { account, day, flag, id, json, lastChange, line, name, number, time, whole, words } from './columns';

/**
 * Append-only: a recorded value was wrong. `subjectId` is the key result or KPI it belongs to, `about` the check-in or KPI
 * value that holds it; the last turn counts.
 */
export const correction = table('correction', {
  id: id<CorrectionId>().primaryKey(),
  subjectId: id<KeyResultId | KpiId>().notNull(),
  about: id<CheckInId>().notNull(),
  turn: whole().notNull(),
  fromValue: number(),
  value: number(),
  why: words().notNull(),
  correctedBy: account().notNull(),
  correctedAt: time().notNull(),
  /** SHA-256 of what was asked for: the same id again with other content is refused. */
  print: char({ length: 64 }).notNull(),
});

/** Where a key result's number comes from; one for each, from when somebody says so. */
export const numberSource = table('number_source', {
  id: id<SourceId>().primaryKey(),
  keyResultId: id<KeyResultId>().notNull(),
  kind: name<NumberSource['kind']>().notNull(),
  /** '' unless it is a search. */
  jql: words().notNull(),
  every: name<CountEvery>(),
  kpiId: id<KpiId>(),
  /** The last count of this search; null: not counted since it was set. */
  ranAt: time(),
  outcome: name<CountOutcome>(),
  /** The day of the last value stored. */
  countedOn: day(),
  ...lastChange(),
});

/** A standing metric with a healthy range. Removed is a state, so that it can come back. */
export const kpi = table('kpi', {
  id: id<KpiId>().primaryKey(),
  teamId: id<TeamId>().notNull(),
  name: line().notNull(),
  description: words().notNull(),
  owner: account(),
  unit: json<Unit>().notNull(),
  minValue: number(),
  maxValue: number(),
  cadence: name<Cadence>().notNull(),
  /** The day it was made, in the team's time zone: its first value is due one interval after. */
  madeOn: day().notNull(),
  removed: flag().notNull(),
  ...lastChange(),
});

/** Append-only: one dated value of a KPI. */
export const kpiValue = table('kpi_value', {
  id: id<KpiValueId>().primaryKey(),
  kpiId: id<KpiId>().notNull(),
  day: day().notNull(),
  value: number(),
  note: words().notNull(),
  source: name<MeasurementSource>().notNull(),
  recordedAt: time().notNull(),
  recordedBy: account().notNull(),
  /** SHA-256 of what was asked for: the same id again with other content is refused. */
  print: char({ length: 64 }).notNull(),
});
