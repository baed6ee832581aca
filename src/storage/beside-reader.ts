import { sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/mysql-core';
import type { KeyResultId } from '../domain/ids';
import { aliased, type Joined } from './aliased';
import type { Database } from './database';
import { dependencyColumns, type DependencyFacts } from './dependency-repository';
import type { RecognitionRow } from './recognition-repository';
import { dependency, recognition, team } from './schema';
import { teamColumns } from './selections';

const asked = alias(team, 'asked_team');
const praiseColumns = ['id', 'person', 'words', 'saidBy', 'saidAt'] as const;

/** Praise as a page shows it. */
type PraiseFacts = Pick<RecognitionRow, (typeof praiseColumns)[number]>;
type BesideRow = {
  praise: Joined<PraiseFacts>;
  dependency: Joined<Omit<DependencyFacts, 'team'>>;
  team: Joined<DependencyFacts['team']>;
};

/** Reads what stands on a key result's page beside its numbers. */
export function createBesideReader(db: Database) {
  return {
    /**
     * The teams that a key result depends on, by name, withdrawn ones too; and praise that stands on it, the latest first. In one
     * statement, since the page has no other to spare (design §7).
     */
    async read(id: KeyResultId): Promise<{ dependencies: DependencyFacts[]; praise: PraiseFacts[] }> {
      const standing = sql`SELECT given.id AS praise_id, NULL AS dependency_id FROM ${recognition} given WHERE given.key_result_id = ${id} AND given.takes_back IS NULL AND NOT EXISTS (SELECT 1 FROM ${recognition} back WHERE back.takes_back = given.id)`;
      const waited = sql`SELECT NULL AS praise_id, needed.id AS dependency_id FROM ${dependency} needed WHERE needed.key_result_id = ${id}`;
      const rows: BesideRow[] = await db
        .select({
          praise: aliased(recognition, 'p', praiseColumns),
          dependency: aliased(dependency, 'd', dependencyColumns),
          team: aliased(asked, 't', teamColumns),
        })
        .from(sql`(${standing} UNION ALL ${waited}) beside`)
        .leftJoin(recognition, sql`${recognition.id} = beside.praise_id`)
        .leftJoin(dependency, sql`${dependency.id} = beside.dependency_id`)
        .leftJoin(asked, sql`${asked.id} = ${dependency.teamId}`)
        .orderBy(sql`t_name, t_id, p_saidAt DESC, p_id DESC`);
      return {
        dependencies: rows.flatMap(({ dependency: own, team: of }) =>
          own.id === null || of.id === null ? [] : [{ ...own, team: of }],
        ),
        praise: rows.flatMap(({ praise }) => (praise.id === null ? [] : [praise])),
      };
    },
  };
}
