import { and, eq, gte, isNull, or, sql, type SQL } from 'drizzle-orm';
import { union, unionAll } from 'drizzle-orm/mysql-core';
import type { HistoryEntry, SiteReading } from '../contract/readings';
import { corrected, type Correction } from '../domain/correction';
import type { Instant, LocalDate } from '../domain/dates';
import type { AccountId, KpiId, KpiValueId, TeamId } from '../domain/ids';
import type { KpiValue, KpiWords } from '../domain/kpi';
import { aliased, type Joined } from './aliased';
import { appendOnce } from './append-once';
import { changeColumns, changeRow, type Act, type Outcome } from './change';
import type { ChangeDetail } from './columns';
import { createRow } from './create-row';
import type { Database } from './database';
import { correctedOf, entriesOf, kept, lastChange } from './history-reader';
import { toCorrection, type CorrectionRow } from './okr-rows';
import type { TeamRecord } from './records';
import { correction, history, kpi, kpiValue, numberSource, settings, team } from './schema';
import { correctionColumns, lastChangeColumns, teamColumns } from './selections';
import { siteOrDefault } from './site';

export type KpiRow = typeof kpi.$inferSelect;
export type KpiValueRow = typeof kpiValue.$inferSelect;
/** A KPI with its team. */
export type PlacedKpi = { kpi: KpiRow; team: TeamRecord };
/** Values of a KPI as they stand, and what was corrected. */
export type KpiValues = { values: KpiValue[]; corrections: Correction[] };

/** Which KPIs to read; removed ones only by their id. */
export type KpiFilter =
  | { by: 'id'; id: KpiId }
  /** null: of all teams. */
  | { by: 'team'; teamId: TeamId | null }
  /** Those this person owns, and those of their team that nobody owns. */
  | { by: 'owed'; person: AccountId };

/** More do not fit into one view. */
const most = 200;
export const kpiColumns = [
  'id',
  'teamId',
  'name',
  'description',
  'owner',
  'unit',
  'minValue',
  'maxValue',
  'cadence',
  'madeOn',
  'removed',
  ...lastChangeColumns,
] as const;
export const kpiValueColumns = [
  'id',
  'kpiId',
  'day',
  'value',
  'note',
  'source',
  'recordedAt',
  'recordedBy',
] as const;

/** Of KPIs joined with their team. */
export function kpiCondition(filter: KpiFilter): SQL | undefined {
  switch (filter.by) {
    case 'id':
      return eq(kpi.id, filter.id);
    case 'team':
      return and(eq(kpi.removed, false), filter.teamId === null ? undefined : eq(kpi.teamId, filter.teamId));
    case 'owed':
      return and(
        eq(kpi.removed, false),
        or(eq(kpi.owner, filter.person), and(isNull(kpi.owner), eq(team.lead, filter.person))),
      );
  }
}

function columnsOf({ min, max, ...words }: KpiWords) {
  return { ...words, minValue: min, maxValue: max };
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A value with one of its corrections. */
export type ValueRow = {
  value: Omit<KpiValueRow, 'contentHash'>;
  correction: Joined<CorrectionRow>;
};

/** Values as they stand after their corrections, the oldest first. */
export function valuesByKpi(rows: readonly ValueRow[]): Map<KpiId, KpiValues> {
  const of = new Map<KpiId, { recorded: Map<KpiValueId, KpiValue>; corrections: Correction[] }>();
  for (const { value: row, correction: said } of rows) {
    const { kpiId, recordedBy, ...value } = row;
    const one = of.get(kpiId) ?? { recorded: new Map<KpiValueId, KpiValue>(), corrections: [] };
    of.set(kpiId, one);
    one.recorded.set(value.id, { ...value, by: recordedBy });
    if (said.id !== null) one.corrections.push(toCorrection(said));
  }
  return new Map(
    [...of].map(([id, { recorded, corrections }]) => {
      corrections.sort((a, b) => byText(a.at, b.at) || a.turn - b.turn);
      const values = corrected([...recorded.values()], corrections);
      values.sort((a, b) => byText(a.day, b.day) || byText(a.recordedAt, b.recordedAt) || byText(a.id, b.id));
      return [id, { values, corrections }];
    }),
  );
}

/** KPIs and their values. */
export function createKpiRepository(db: Database) {
  const find = async (id: KpiId): Promise<KpiRow | undefined> => {
    const [row] = await db.select().from(kpi).where(eq(kpi.id, id));
    return row;
  };
  return {
    find,

    /** The KPIs with their teams, by name, and the site's settings: one statement. */
    async read(filter: KpiFilter): Promise<{ site: SiteReading; found: PlacedKpi[] }> {
      const one = sql`(SELECT 'site' AS id) one`;
      const places = db
        .select({ kpi: aliased(kpi, 'k', kpiColumns), team: aliased(team, 't', teamColumns) })
        .from(kpi)
        .innerJoin(team, eq(team.id, kpi.teamId))
        .where(kpiCondition(filter))
        .orderBy(sql`${kpi.name}, ${kpi.id} LIMIT ${sql.raw(String(most))}`)
        .as('found');
      const rows = await db
        .select({ settings: aliased(settings, 's', ['site']), kpi: places.kpi, team: places.team })
        .from(one)
        .leftJoin(settings, sql`${settings.id} = one.id`)
        .leftJoin(places, sql`TRUE`);
      const site: SiteReading | null | undefined = rows[0]?.settings.site;
      const placed: { kpi: Joined<KpiRow>; team: Joined<TeamRecord> }[] = rows;
      return {
        site: siteOrDefault(site),
        found: placed.flatMap((row) =>
          row.kpi.id === null || row.team.id === null ? [] : [{ kpi: row.kpi, team: row.team }],
        ),
      };
    },

    /** Values of these KPIs from `since` on (null: all), as they stand after their corrections. One statement. */
    async values(filter: KpiFilter, since: LocalDate | null): Promise<Map<KpiId, KpiValues>> {
      const rows: ValueRow[] = await db
        .select({
          value: aliased(kpiValue, 'v', kpiValueColumns),
          correction: aliased(correction, 'x', correctionColumns),
        })
        .from(kpi)
        .innerJoin(team, eq(team.id, kpi.teamId))
        .innerJoin(kpiValue, eq(kpiValue.kpiId, kpi.id))
        .leftJoin(correction, eq(correction.about, kpiValue.id))
        .where(and(kpiCondition(filter), since === null ? undefined : gte(kpiValue.day, since)));
      return valuesByKpi(rows);
    },

    async create(
      id: KpiId,
      { teamId, madeOn, ...words }: KpiWords & { teamId: TeamId; madeOn: LocalDate },
      act: Act,
    ): Promise<Outcome> {
      const row = { id, teamId, madeOn, ...columnsOf(words), removed: false, ...changeColumns(act, 1, []) };
      return createRow(
        db,
        { id, act },
        () => db.insert(kpi).values(row),
        () => find(id),
      );
    },

    /** One guarded UPDATE, after the row's last change went into history. */
    async change(
      id: KpiId,
      basedOn: number,
      change: KpiWords | { removed: boolean },
      act: Act,
      detail: ChangeDetail,
    ): Promise<Outcome> {
      const columns = 'removed' in change ? change : columnsOf(change);
      return changeRow(
        db,
        kpi,
        'kpi',
        { id, basedOn, act, detail },
        (last, guard) =>
          db
            .update(kpi)
            .set({ ...columns, ...last })
            .where(guard),
        () => find(id),
      );
    },

    /** One INSERT decides; the id is the act's own. Never changed afterwards. */
    async record(row: KpiValueRow): Promise<Outcome> {
      const { recordedBy: by, contentHash } = row;
      return appendOnce(
        { by, contentHash },
        () => db.insert(kpiValue).values(row),
        async () => {
          const [standing] = await db.select().from(kpiValue).where(eq(kpiValue.id, row.id));
          return standing && { by: standing.recordedBy, contentHash: standing.contentHash };
        },
      );
    },

    /** What happened to a KPI and its values, the newest first, in one statement. */
    async history(id: KpiId): Promise<HistoryEntry[]> {
      const rows = await unionAll(
        db.select(kept()).from(history).where(eq(history.entityId, id)),
        db.select(lastChange(kpi, 'kpi')).from(kpi).where(eq(kpi.id, id)),
        correctedOf(db, id),
      );
      return entriesOf(rows);
    },

    /** KPIs with a value, a correction or a follower that is new since a moment: what follows from them may be due. */
    async touchedSince(since: Instant): Promise<KpiId[]> {
      const rows = await union(
        db.select({ id: kpiValue.kpiId }).from(kpiValue).where(gte(kpiValue.recordedAt, since)),
        db
          .select({ id: kpi.id })
          .from(correction)
          .innerJoin(kpi, eq(kpi.id, correction.subjectId))
          .where(gte(correction.correctedAt, since)),
        db
          .select({ id: kpi.id })
          .from(numberSource)
          .innerJoin(kpi, eq(kpi.id, numberSource.kpiId))
          .where(and(eq(numberSource.kind, 'kpi'), gte(numberSource.changedAt, since))),
      );
      return rows.map((row) => row.id);
    },
  };
}
