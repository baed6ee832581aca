import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/mysql-core';
import type { AccountId, KeyResultId } from '../domain/ids';
import { aliased, type Joined } from './aliased';
import type { Database } from './database';
import { dependencyColumns, type DependencyFacts } from './dependency-repository';
import type { RecognitionRow } from './recognition-repository';
import type { CycleRecord, ObjectiveRecord, TeamRecord } from './records';
import { dependency, kudos, sharedKeyResult, team } from './schema';
import { sharedColumns, teamColumns } from './selections';
import { under, type SharedFacts } from './shared-key-result-repository';
import { visibleTo } from './visibility';

const asked = alias(team, 'asked_team');
const praiseColumns = ['id', 'recipient', 'message', 'givenBy', 'givenAt'] as const;

/** Praise as a page shows it. */
type PraiseFacts = Pick<RecognitionRow, (typeof praiseColumns)[number]>;
const objectiveColumns = ['id', 'number', 'title', 'owner'] as const;
const cycleColumns = ['id', 'name', 'phase'] as const;
/** An objective beneath which a key result is shown, too. */
export type ShownFacts = {
  shared: SharedFacts;
  objective: Pick<ObjectiveRecord, (typeof objectiveColumns)[number]>;
  team: TeamRecord;
  cycle: Pick<CycleRecord, (typeof cycleColumns)[number]>;
};
type BesideRow = {
  praise: Joined<PraiseFacts>;
  dependency: Joined<Omit<DependencyFacts, 'team'>>;
  team: Joined<DependencyFacts['team']>;
  shared: Joined<SharedFacts>;
  underObjective: Joined<ShownFacts['objective']>;
  underTeam: Joined<ShownFacts['team']>;
  underCycle: Joined<ShownFacts['cycle']>;
};

/** Reads what stands on a key result's page beside its numbers. */
export function createBesideReader(db: Database) {
  return {
    /**
     * The teams that a key result depends on, by name, withdrawn ones too; praise that stands on it, the latest first; and the objectives
     * that `reader` may see beneath which it is shown, by number. In one statement, since the page has no other to spare (design §7).
     */
    async read(
      id: KeyResultId,
      reader: AccountId,
    ): Promise<{ dependencies: DependencyFacts[]; praise: PraiseFacts[]; shownUnder: ShownFacts[] }> {
      const standing = sql`SELECT given.id AS praise_id, NULL AS dependency_id, NULL AS shared_id FROM ${kudos} given WHERE given.key_result_id = ${id} AND given.withdraws_id IS NULL AND NOT EXISTS (SELECT 1 FROM ${kudos} back WHERE back.withdraws_id = given.id)`;
      const waited = sql`SELECT NULL, needed.id, NULL FROM ${dependency} needed WHERE needed.key_result_id = ${id}`;
      const shown = sql`SELECT NULL, NULL, shown.id FROM ${sharedKeyResult} shown WHERE shown.key_result_id = ${id} AND shown.shown = 1`;
      const rows: BesideRow[] = await db
        .select({
          praise: aliased(kudos, 'p', praiseColumns),
          dependency: aliased(dependency, 'd', dependencyColumns),
          team: aliased(asked, 't', teamColumns),
          shared: aliased(sharedKeyResult, 's', sharedColumns),
          underObjective: aliased(under.objective, 'o', objectiveColumns),
          underTeam: aliased(under.team, 'u', teamColumns),
          underCycle: aliased(under.cycle, 'c', cycleColumns),
        })
        .from(sql`(${standing} UNION ALL ${waited} UNION ALL ${shown}) beside`)
        .leftJoin(kudos, sql`${kudos.id} = beside.praise_id`)
        .leftJoin(dependency, sql`${dependency.id} = beside.dependency_id`)
        .leftJoin(asked, sql`${asked.id} = ${dependency.teamId}`)
        .leftJoin(sharedKeyResult, sql`${sharedKeyResult.id} = beside.shared_id`)
        .leftJoin(
          under.objective,
          and(eq(under.objective.id, sharedKeyResult.objectiveId), eq(under.objective.removed, false)),
        )
        .leftJoin(under.team, and(eq(under.team.id, under.objective.teamId), visibleTo(reader, under)))
        .leftJoin(under.cycle, and(eq(under.cycle.id, under.objective.cycleId), isNotNull(under.team.id)))
        .where(or(isNull(sharedKeyResult.id), isNotNull(under.cycle.id)))
        .orderBy(sql`t_name, t_id, p_givenAt DESC, p_id DESC, o_number`);
      return {
        dependencies: rows.flatMap(({ dependency: own, team: of }) =>
          own.id === null || of.id === null ? [] : [{ ...own, team: of }],
        ),
        praise: rows.flatMap(({ praise }) => (praise.id === null ? [] : [praise])),
        shownUnder: rows.flatMap(({ shared, underObjective: objective, underTeam: of, underCycle: cycle }) =>
          shared.id === null || objective.id === null || of.id === null || cycle.id === null
            ? []
            : [{ shared, objective, team: of, cycle }],
        ),
      };
    },
  };
}
