import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { CyclePhase } from '../contract/readings';
import type { Instant, LocalDate } from '../domain/dates';
import type { AccountId, IssueId, KeyResultId, KpiId, SourceId } from '../domain/ids';
import type { Cadence, KeyResultDefinition } from '../domain/metric';
import type { CountOutcome } from '../domain/number-source';
import { aliased } from './aliased';
import type { Act, Outcome } from './change';
import type { ChangeDetail } from './columns';
import type { Database } from './database';
import { saveOnly } from './save-only';
import { cycle, initiative, keyResult, numberSource, objective, team } from './schema';
import { visibleTo } from './visibility';
import { asText } from './read-as';

export type NumberSourceRow = typeof numberSource.$inferSelect;
/** What a person says of it. */
export type NumberSourceValues = Pick<NumberSourceRow, 'kind' | 'jql' | 'every' | 'kpiId'>;
/** A key result that follows a KPI. */
export type Follower = {
  keyResultId: KeyResultId;
  definition: KeyResultDefinition;
  timeZone: string;
  phase: CyclePhase;
};
/** A search that stored no value today, with what decides whether it is due. */
export type UncountedSource = Pick<NumberSourceRow, 'id' | 'every' | 'countedOn'> & {
  cadence: Cadence;
  timeZone: string;
  startsOn: LocalDate;
};
export type CountedSource = Pick<NumberSourceRow, (typeof sourceColumns)[number]>;

const sourceColumns = ['id', 'version', 'keyResultId', 'jql', 'changedBy'] as const;
/** Every column by name, for a query that joins. */
export const everyColumn = [
  ...sourceColumns,
  'every',
  'countedOn',
  'kind',
  'kpiId',
  'ranAt',
  'outcome',
  'changeRequest',
  'changedAt',
  'changeAct',
  'changeWhy',
  'changeDetail',
  'changeHash',
] as const;
const open: CyclePhase[] = ['active', 'scoring'];

/** Where the numbers of key results come from, one row for each that somebody spoke of. */
export function createNumberSourceRepository(db: Database) {
  const of = async (keyResultId: KeyResultId): Promise<NumberSourceRow | undefined> => {
    const [row] = await db.select().from(numberSource).where(eq(numberSource.keyResultId, keyResultId));
    return row;
  };
  return {
    /** What was said of this key result; undefined: nothing, people enter its values. */
    of,

    /**
     * The first time (`basedOn` 0) is one INSERT, later ones one guarded UPDATE. What the last count of another search came to
     * is forgotten with it.
     */
    async save(
      id: SourceId,
      basedOn: number,
      keyResultId: KeyResultId,
      values: NumberSourceValues,
      act: Act,
      detail: ChangeDetail,
    ): Promise<Outcome> {
      const said = { ...values, ranAt: null, outcome: null, countedOn: null };
      return saveOnly(
        db,
        numberSource,
        'number-source',
        { id, basedOn, act, detail },
        {
          insert: (first) => db.insert(numberSource).values({ id, keyResultId, ...said, ...first }),
          update: (last, guard) =>
            db
              .update(numberSource)
              .set({ ...said, ...last })
              .where(guard),
          find: () => of(keyResultId),
        },
      );
    },

    /**
     * Searches of key results in running cycles that stored no value on or after `day`; those that were counted longest ago come
     * first. Each is few bytes: a reply of Forge SQL holds every search of a site.
     */
    async uncounted(day: LocalDate): Promise<UncountedSource[]> {
      const startsOn = asText<LocalDate>(
        sql`JSON_UNQUOTE(JSON_EXTRACT(${keyResult.definition}, '$.startsOn'))`,
      );
      const rows = await db
        .select({
          source: aliased(numberSource, 'n', ['id', 'every', 'countedOn']),
          startsOn: startsOn.as('starts_on'),
          team: aliased(team, 't', ['cadence', 'timeZone']),
        })
        .from(numberSource)
        .innerJoin(keyResult, eq(keyResult.id, numberSource.keyResultId))
        .innerJoin(objective, eq(objective.id, keyResult.objectiveId))
        .innerJoin(team, eq(team.id, objective.teamId))
        .innerJoin(cycle, eq(cycle.id, objective.cycleId))
        .where(
          and(
            eq(numberSource.kind, 'jql'),
            or(isNull(numberSource.countedOn), lt(numberSource.countedOn, day)),
            eq(keyResult.removed, false),
            eq(objective.removed, false),
            inArray(cycle.phase, open),
          ),
        )
        .orderBy(sql`COALESCE(${numberSource.ranAt}, '1970-01-01'), ${numberSource.id}`);
      return rows.map(({ source, team: { cadence, timeZone }, ...row }) => ({
        ...source,
        ...row,
        cadence,
        timeZone,
      }));
    },

    /** What these ask for now, in the same order as far as they are there. */
    async toCount(ids: readonly SourceId[]): Promise<CountedSource[]> {
      if (ids.length === 0) return [];
      const rows = await db
        .select(aliased(numberSource, 'n', sourceColumns))
        .from(numberSource)
        .where(inArray(numberSource.id, [...ids]));
      const found = new Map(rows.map((row) => [row.id, row]));
      return ids.flatMap((id) => found.get(id) ?? []);
    },

    /** Issues attached to a key result now. */
    async attachedTo(keyResultId: KeyResultId): Promise<IssueId[]> {
      const rows = await db
        .select({ issueId: initiative.issueId })
        .from(initiative)
        .where(and(eq(initiative.keyResultId, keyResultId), eq(initiative.detached, false)));
      return rows.map(({ issueId }) => issueId);
    },

    /** Key results that follow a KPI, with what decides which of its values are theirs. */
    async following(kpiId: KpiId): Promise<Follower[]> {
      const rows = await db
        .select({
          keyResult: aliased(keyResult, 'k', ['id', 'definition']),
          team: aliased(team, 't', ['timeZone']),
          cycle: aliased(cycle, 'c', ['phase']),
        })
        .from(numberSource)
        .innerJoin(keyResult, eq(keyResult.id, numberSource.keyResultId))
        .innerJoin(objective, eq(objective.id, keyResult.objectiveId))
        .innerJoin(team, eq(team.id, objective.teamId))
        .innerJoin(cycle, eq(cycle.id, objective.cycleId))
        .where(and(eq(numberSource.kpiId, kpiId), eq(numberSource.kind, 'kpi')));
      return rows.map((row) => ({
        keyResultId: row.keyResult.id,
        definition: row.keyResult.definition,
        timeZone: row.team.timeZone,
        phase: row.cycle.phase,
      }));
    },

    /** The same for people: those that `reader` may see, the newest first. `number` is the n of KR-n. */
    async followersOf(kpiId: KpiId, reader: AccountId) {
      const rows = await db
        .select({
          keyResult: aliased(keyResult, 'k', ['id', 'number', 'title']),
          team: aliased(team, 't', ['name']),
          cycle: aliased(cycle, 'c', ['name']),
        })
        .from(numberSource)
        .innerJoin(keyResult, eq(keyResult.id, numberSource.keyResultId))
        .innerJoin(objective, eq(objective.id, keyResult.objectiveId))
        .innerJoin(team, eq(team.id, objective.teamId))
        .innerJoin(cycle, eq(cycle.id, objective.cycleId))
        .where(
          and(
            eq(numberSource.kpiId, kpiId),
            eq(numberSource.kind, 'kpi'),
            eq(keyResult.removed, false),
            eq(objective.removed, false),
            visibleTo(reader),
          ),
        )
        .orderBy(sql`${keyResult.number} DESC LIMIT 100`);
      return rows.map((row) => ({
        id: row.keyResult.id,
        number: row.keyResult.number,
        title: row.keyResult.title,
        teamName: row.team.name,
        cycleName: row.cycle.name,
      }));
    },

    /** How a count went; nothing when the source was changed meanwhile. Derived, so no act and no history. */
    async ran(
      { id, version }: Pick<NumberSourceRow, 'id' | 'version'>,
      at: Instant,
      outcome: CountOutcome,
      countedOn: LocalDate | null,
    ): Promise<void> {
      await db
        .update(numberSource)
        .set({ ranAt: at, outcome, ...(countedOn !== null && { countedOn }) })
        .where(and(eq(numberSource.id, id), eq(numberSource.version, version)));
    },
  };
}
