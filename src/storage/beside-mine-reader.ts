import { and, eq, gte, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/mysql-core';
import type { LocalDate } from '../domain/dates';
import type { AccountId } from '../domain/ids';
import type { KpiValue } from '../domain/kpi';
import { aliased, type Joined } from './aliased';
import type { Database } from './database';
import { dependencyColumns, type DependencyFacts } from './dependency-repository';
import {
  kpiColumns,
  kpiCondition,
  kpiValueColumns,
  valuesByKpi,
  type PlacedKpi,
  type ValueRow,
} from './kpi-repository';
import type { PlacedKeyResult } from './records';
import type { ReminderChoiceRow } from './reminder-repository';
import {
  correction,
  cycle,
  dependency,
  keyResult,
  kpi,
  kpiValue,
  objective,
  reminderChoice,
  team,
} from './schema';
import { correctionColumns, teamColumns } from './selections';
import { visibleTo } from './visibility';

const asked = alias(team, 'asked_team');
const measuring = alias(team, 'measuring_team');
const choiceColumns = ['id', 'version', 'day'] as const;

type ChoiceFacts = Pick<ReminderChoiceRow, (typeof choiceColumns)[number]>;
/** What a key result needs of a team, with the key result. */
export type WaitingFor = DependencyFacts & {
  keyResult: Pick<PlacedKeyResult['keyResult'], 'id' | 'number' | 'title'>;
  /** Whose key result it is. */
  by: { name: string };
  cycle: { name: string };
};
type BesideRow = {
  choice: Joined<ChoiceFacts>;
  dependency: Joined<Omit<DependencyFacts, 'team'>>;
  team: Joined<DependencyFacts['team']>;
  keyResult: Joined<WaitingFor['keyResult']>;
  by: Joined<WaitingFor['by']>;
  cycle: Joined<WaitingFor['cycle']>;
  kpi: Joined<PlacedKpi['kpi']>;
  measuring: Joined<PlacedKpi['team']>;
  value: Joined<ValueRow['value']>;
  correction: ValueRow['correction'];
};
/** A KPI with its values as they stand, the oldest first. */
export type KpiBeside = { place: PlacedKpi; values: KpiValue[] };

/** Reads what stands on a person's own page beside what they owe. */
export function createBesideMineReader(db: Database) {
  return {
    /**
     * What waits for an answer of teams that this person leads, of key results they may see in cycles that are not closed, the oldest
     * first; KPIs they answer for, with their values from `since` on; and when they chose to be reminded. In one statement, since the page
     * has no other to spare (design §7).
     */
    async read(
      person: AccountId,
      since: LocalDate,
    ): Promise<{ waiting: WaitingFor[]; kpis: KpiBeside[]; choice: ChoiceFacts | null }> {
      const chosen = sql`SELECT ${reminderChoice.id} AS choice_id, NULL AS dependency_id, NULL AS kpi_id FROM ${reminderChoice} WHERE ${reminderChoice.person} = ${person}`;
      const waits = sql`SELECT NULL AS choice_id, ${dependency.id} AS dependency_id, NULL AS kpi_id FROM ${team} asked_team INNER JOIN ${dependency} ON ${dependency.teamId} = ${asked.id} AND ${dependency.state} = 'asked' INNER JOIN ${keyResult} ON ${keyResult.id} = ${dependency.keyResultId} AND ${keyResult.removed} = 0 INNER JOIN ${objective} ON ${objective.id} = ${keyResult.objectiveId} AND ${objective.removed} = 0 INNER JOIN ${team} ON ${team.id} = ${objective.teamId} INNER JOIN ${cycle} ON ${cycle.id} = ${objective.cycleId} AND ${cycle.phase} <> 'closed' WHERE ${asked.lead} = ${person} AND ${visibleTo(person)}`;
      const measured = sql`SELECT NULL AS choice_id, NULL AS dependency_id, ${kpi.id} AS kpi_id FROM ${kpi} INNER JOIN ${team} ON ${team.id} = ${kpi.teamId} WHERE ${kpiCondition({ by: 'owed', person })}`;
      const rows: BesideRow[] = await db
        .select({
          choice: aliased(reminderChoice, 'r', choiceColumns),
          dependency: aliased(dependency, 'd', dependencyColumns),
          team: aliased(asked, 't', teamColumns),
          keyResult: aliased(keyResult, 'k', ['id', 'number', 'title']),
          by: aliased(team, 'b', ['name']),
          cycle: aliased(cycle, 'c', ['name']),
          kpi: aliased(kpi, 'm', kpiColumns),
          measuring: aliased(measuring, 'w', teamColumns),
          value: aliased(kpiValue, 'v', kpiValueColumns),
          correction: aliased(correction, 'x', correctionColumns),
        })
        .from(sql`(${chosen} UNION ALL ${waits} UNION ALL ${measured}) beside`)
        .leftJoin(reminderChoice, sql`${reminderChoice.id} = beside.choice_id`)
        .leftJoin(dependency, sql`${dependency.id} = beside.dependency_id`)
        .leftJoin(asked, sql`${asked.id} = ${dependency.teamId}`)
        .leftJoin(keyResult, sql`${keyResult.id} = ${dependency.keyResultId}`)
        .leftJoin(objective, sql`${objective.id} = ${keyResult.objectiveId}`)
        .leftJoin(team, sql`${team.id} = ${objective.teamId}`)
        .leftJoin(cycle, sql`${cycle.id} = ${objective.cycleId}`)
        .leftJoin(kpi, sql`${kpi.id} = beside.kpi_id`)
        .leftJoin(measuring, eq(measuring.id, kpi.teamId))
        .leftJoin(kpiValue, and(eq(kpiValue.kpiId, kpi.id), gte(kpiValue.day, since)))
        .leftJoin(correction, eq(correction.about, kpiValue.id))
        .orderBy(sql`d_askedAt, d_id`);
      return {
        waiting: rows.flatMap(waitingFor),
        kpis: kpisBeside(rows),
        choice: rows.flatMap(({ choice }) => (choice.id === null ? [] : [choice]))[0] ?? null,
      };
    },
  };
}

function waitingFor({
  dependency: own,
  team: of,
  keyResult: on,
  by,
  cycle: during,
}: BesideRow): WaitingFor[] {
  if (own.id === null || of.id === null || on.id === null || by.name === null || during.name === null)
    return [];
  return [{ ...own, team: of, keyResult: on, by, cycle: during }];
}

function kpisBeside(rows: readonly BesideRow[]): KpiBeside[] {
  const places = new Map(
    rows.flatMap(({ kpi: own, measuring: of }) =>
      own.id === null || of.id === null ? [] : [[own.id, { kpi: own, team: of }] as const],
    ),
  );
  const known = valuesByKpi(
    rows.flatMap(({ value, correction: said }) => (value.id === null ? [] : [{ value, correction: said }])),
  );
  return [...places].map(([id, place]) => ({ place, values: known.get(id)?.values ?? [] }));
}
