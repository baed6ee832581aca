import { and, eq, sql } from 'drizzle-orm';
import { unionAll, type MySqlColumn } from 'drizzle-orm/mysql-core';
import type { CyclePhase } from '../contract/readings';
import type { AccountId, CountsForId, CycleId, KeyResultId, TeamId } from '../domain/ids';
import type { Act, Outcome } from './change';
import type { ChangeDetail } from './columns';
import type { Database } from './database';
import { saveOnly } from './save-only';
import { sharedMeasurement, cycle, keyResult, objective, team } from './schema';
import { visibleTo } from './visibility';
import { asText } from './read-as';

/** What somebody chose for a key result, with its last change. */
export type CountsForRow = typeof sharedMeasurement.$inferSelect;
/** A key result that another's values count for, or whose count for it; `itself`: somebody chose, be it none. */
export type CountedRow = {
  side: 'for' | 'from' | 'itself';
  linkId: CountsForId;
  version: number;
  id: KeyResultId;
  number: number;
  title: string;
  teamId: TeamId;
  teamName: string;
  cycleId: CycleId;
  cycleName: string;
  phase: CyclePhase;
};

/** What a key result's values count for, and whose count for it, of what `reader` may see: part of a statement. */
export function countedAround(db: Database, id: KeyResultId, reader: AccountId) {
  // The names are these alone where it is joined to others.
  const side = (name: CountedRow['side'], at: MySqlColumn, is: MySqlColumn) =>
    db
      .select({
        side: asText<CountedRow['side']>(sql`${name}`).as('counted_side'),
        linkId: sql`${sharedMeasurement.id}`.mapWith(sharedMeasurement.id).as('link_id'),
        version: sql`${sharedMeasurement.version}`.mapWith(sharedMeasurement.version).as('link_version'),
        id: sql`${keyResult.id}`.mapWith(keyResult.id).as('counted_id'),
        number: sql`${keyResult.number}`.mapWith(keyResult.number).as('counted_number'),
        title: sql`${keyResult.title}`.mapWith(keyResult.title).as('counted_title'),
        teamId: sql`${team.id}`.mapWith(team.id).as('counted_team_id'),
        teamName: sql`${team.name}`.mapWith(team.name).as('counted_team_name'),
        cycleId: sql`${cycle.id}`.mapWith(cycle.id).as('counted_cycle_id'),
        cycleName: sql`${cycle.name}`.mapWith(cycle.name).as('counted_cycle_name'),
        phase: sql`${cycle.phase}`.mapWith(cycle.phase).as('counted_phase'),
      })
      .from(sharedMeasurement)
      .innerJoin(keyResult, and(eq(keyResult.id, is), eq(keyResult.removed, false)))
      .innerJoin(objective, and(eq(objective.id, keyResult.objectiveId), eq(objective.removed, false)))
      .innerJoin(team, eq(team.id, objective.teamId))
      .innerJoin(cycle, eq(cycle.id, objective.cycleId))
      .where(and(eq(at, id), visibleTo(reader)));
  const { keyResultId, longerKeyResultId } = sharedMeasurement;
  return unionAll(
    side('for', keyResultId, longerKeyResultId),
    side('from', longerKeyResultId, keyResultId),
    side('itself', keyResultId, keyResultId),
  );
}

/** For which key result of a longer cycle another's measurements count, too: one row for each that was ever asked. */
export function createCountsForRepository(db: Database) {
  const find = async (keyResultId: KeyResultId): Promise<CountsForRow | undefined> => {
    const [row] = await db
      .select()
      .from(sharedMeasurement)
      .where(eq(sharedMeasurement.keyResultId, keyResultId));
    return row;
  };
  return {
    find,

    /** The first time (`basedOn` 0) is one INSERT, later ones one guarded UPDATE. */
    async save(
      id: CountsForId,
      basedOn: number,
      keyResultId: KeyResultId,
      forId: KeyResultId | null,
      act: Act,
      detail: ChangeDetail,
    ): Promise<Outcome> {
      return saveOnly(
        db,
        sharedMeasurement,
        'key-result',
        { id, basedOn, act, detail },
        {
          insert: (first) =>
            db.insert(sharedMeasurement).values({ id, keyResultId, longerKeyResultId: forId, ...first }),
          update: (last, guard) =>
            db
              .update(sharedMeasurement)
              .set({ longerKeyResultId: forId, ...last })
              .where(guard),
          find: () => find(keyResultId),
        },
      );
    },
  };
}
