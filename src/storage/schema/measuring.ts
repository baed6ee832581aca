/** Tables of values: check-ins, KPIs, their corrections, and where numbers come from. */
import { index, mysqlTable as table, uniqueIndex } from 'drizzle-orm/mysql-core';
import type { Ask, Decision, MeasurementSource } from '../../domain/check-in';
import type {
  CheckInId,
  CorrectionId,
  CountsForId,
  KeyResultId,
  KpiId,
  KpiValueId,
  SourceId,
  TeamId,
} from '../../domain/ids';
import type { Cadence, MilestoneId, Unit } from '../../domain/metric';
import type { CountEvery, CountOutcome, NumberSource } from '../../domain/number-source';
import {
  account,
  contentHash,
  day,
  flag,
  id,
  json,
  lastChange,
  name,
  number,
  searchedLine,
  time,
  whole,
  words,
} from '../columns';

/** Append-only: its own history. A measurement is a check-in with a value. */
export const checkIn = table(
  'check_in',
  {
    id: id<CheckInId>().primaryKey(),
    keyResultId: id<KeyResultId>().notNull(),
    day: day().notNull(),
    madeOn: day().notNull(),
    recordedAt: time().notNull(),
    recordedBy: account().notNull(),
    source: name<MeasurementSource>().notNull(),
    value: number(),
    reached: json<MilestoneId[]>(),
    confidence: whole(),
    evidence: words('note').notNull(),
    blocker: words().notNull(),
    decision: json<Decision>(),
    ask: json<Ask>('help_request'),
    contentHash: contentHash().notNull(),
  },
  (row) => [index('check_in_day').on(row.keyResultId, row.day, row.recordedAt)],
);

/**
 * Append-only: a recorded value was wrong. `subjectId` is the key result or KPI it belongs to, `about` the check-in or KPI
 * value that holds it; the last turn counts.
 */
export const correction = table(
  'correction',
  {
    id: id<CorrectionId>().primaryKey(),
    subjectId: id<KeyResultId | KpiId>().notNull(),
    about: id<CheckInId>('corrected_id').notNull(),
    turn: whole('revision').notNull(),
    fromValue: number(),
    value: number(),
    why: words().notNull(),
    correctedBy: account().notNull(),
    correctedAt: time().notNull(),
    contentHash: contentHash().notNull(),
  },
  (row) => [
    uniqueIndex('correction_revision').on(row.about, row.turn),
    index('correction_subject').on(row.subjectId),
  ],
);

/** For which key result of a longer cycle the measurements of another count, too; null: for none any more. */
export const sharedMeasurement = table(
  'shared_measurement',
  {
    id: id<CountsForId>().primaryKey(),
    keyResultId: id<KeyResultId>().notNull(),
    longerKeyResultId: id<KeyResultId>(),
    ...lastChange(),
  },
  (row) => [
    uniqueIndex('shared_measurement_key_result').on(row.keyResultId),
    index('shared_measurement_longer').on(row.longerKeyResultId),
  ],
);

/** Where a key result's number comes from; one row a key result, from when somebody sets it. */
export const numberSource = table(
  'number_source',
  {
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
  },
  (row) => [
    uniqueIndex('number_source_key_result').on(row.keyResultId),
    index('number_source_kind').on(row.kind, row.ranAt),
    index('number_source_kpi').on(row.kpiId),
  ],
);

/** A health metric with a healthy range. Removed is a state, so that it can come back. */
export const kpi = table(
  'kpi',
  {
    id: id<KpiId>().primaryKey(),
    teamId: id<TeamId>().notNull(),
    name: searchedLine().notNull(),
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
  },
  (row) => [index('kpi_team').on(row.teamId), index('kpi_owner').on(row.owner)],
);

/** Append-only: one dated value of a KPI. */
export const kpiValue = table(
  'kpi_value',
  {
    id: id<KpiValueId>().primaryKey(),
    kpiId: id<KpiId>().notNull(),
    day: day().notNull(),
    value: number(),
    note: words().notNull(),
    source: name<MeasurementSource>().notNull(),
    recordedAt: time().notNull(),
    recordedBy: account().notNull(),
    contentHash: contentHash().notNull(),
  },
  (row) => [index('kpi_value_day').on(row.kpiId, row.day), index('kpi_value_recorded').on(row.recordedAt)],
);
