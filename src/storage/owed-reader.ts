import { and, eq, gte, inArray, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/mysql-core';
import type { LocalDate } from '../domain/dates';
import type { AccountId, KeyResultId, ObjectiveId } from '../domain/ids';
import type { KpiValue } from '../domain/kpi';
import { needsPerson, type CountTrouble } from '../domain/number-source';
import { aliased, type Joined } from './aliased';
import type { Database } from './database';
import {
  kpiColumns,
  kpiCondition,
  kpiValueColumns,
  valuesByKpi,
  type PlacedKpi,
  type ValueRow,
} from './kpi-repository';
import type { ReminderChoiceRow } from './reminder-repository';
import { correction, kpi, kpiValue, numberSource, reminderChoice, score, team } from './schema';
import { correctionColumns, teamColumns } from './selections';

/** What decides, beside the OKRs themselves, what somebody owes on them. */
export type SaidOf = {
  /** Objectives and key results that somebody said the score of. */
  scored: ReadonlySet<string>;
  /** Why the searches of these key results stored nothing last time, until somebody does something. */
  troubles: ReadonlyMap<KeyResultId, CountTrouble>;
};

/** What waits for a person besides their OKRs. */
export type Besides = {
  /** null: they chose nothing yet. */
  choice: Choice | null;
  kpis: { place: PlacedKpi; values: KpiValue[] }[];
};

type Choice = Pick<ReminderChoiceRow, 'id' | 'version' | 'day'>;
type BesideRow = {
  choice: Joined<Choice>;
  kpi: Joined<PlacedKpi['kpi']>;
  team: Joined<PlacedKpi['team']>;
  value: Joined<ValueRow['value']>;
  correction: ValueRow['correction'];
};

function besidesIn(rows: readonly BesideRow[]): Besides {
  const places = new Map(
    rows.flatMap((row) =>
      row.kpi.id === null || row.team.id === null
        ? []
        : [[row.kpi.id, { kpi: row.kpi, team: row.team }] as const],
    ),
  );
  const known = valuesByKpi(
    rows.flatMap(({ value, correction: said }) => (value.id === null ? [] : [{ value, correction: said }])),
  );
  const choice = rows[0]?.choice;
  return {
    choice: choice && choice.id !== null ? choice : null,
    kpis: [...places].map(([id, place]) => ({ place, values: known.get(id)?.values ?? [] })),
  };
}

/** What decides what waits for a person, beside the OKRs themselves. */
export function createOwedReader(db: Database) {
  return {
    /** Scores of `subjects`, and troubles of the searches that measure `keyResults`: one statement, none where both are empty. */
    async said(
      subjects: readonly (KeyResultId | ObjectiveId)[],
      keyResults: readonly KeyResultId[],
    ): Promise<SaidOf> {
      const scored = new Set<string>();
      const troubles = new Map<KeyResultId, CountTrouble>();
      if (keyResults.length + subjects.length === 0) return { scored, troubles };
      // Drizzle says FALSE for a list without anything in it.
      const rows = await unionAll(
        db
          .select({
            subjectId: sql`${score.subjectId}`.mapWith(score.subjectId).as('subject_id'),
            keyResultId: sql<KeyResultId | null>`NULL`.as('key_result_id'),
            outcome: sql<CountTrouble | null>`NULL`.as('outcome'),
          })
          .from(score)
          .where(inArray(score.subjectId, [...subjects])),
        db
          .select({
            subjectId: sql`''`.mapWith(score.subjectId).as('subject_id'),
            keyResultId: sql<KeyResultId | null>`${numberSource.keyResultId}`.as('key_result_id'),
            outcome: sql<CountTrouble | null>`${numberSource.outcome}`.as('outcome'),
          })
          .from(numberSource)
          .where(
            and(
              inArray(numberSource.keyResultId, [...keyResults]),
              eq(numberSource.kind, 'jql'),
              inArray(numberSource.outcome, [...needsPerson]),
            ),
          ),
      );
      for (const { subjectId, keyResultId, outcome } of rows) {
        if (keyResultId !== null && outcome !== null) troubles.set(keyResultId, outcome);
        else scored.add(subjectId);
      }
      return { scored, troubles };
    },

    /** When a person is reminded, and the KPIs they answer for with their values from `since` on: one statement, since they are few. */
    async besides(person: AccountId, since: LocalDate): Promise<Besides> {
      const one = sql`(SELECT 'person' AS id) one`;
      const found = db
        .select({
          kpi: aliased(kpi, 'k', kpiColumns),
          team: aliased(team, 't', teamColumns),
          value: aliased(kpiValue, 'v', kpiValueColumns),
          correction: aliased(correction, 'x', correctionColumns),
        })
        .from(kpi)
        .innerJoin(team, eq(team.id, kpi.teamId))
        .leftJoin(kpiValue, and(eq(kpiValue.kpiId, kpi.id), gte(kpiValue.day, since)))
        .leftJoin(correction, eq(correction.about, kpiValue.id))
        .where(kpiCondition({ by: 'owed', person }))
        .as('found');
      const rows: BesideRow[] = await db
        .select({
          choice: aliased(reminderChoice, 'r', ['id', 'version', 'day']),
          kpi: found.kpi,
          team: found.team,
          value: found.value,
          correction: found.correction,
        })
        .from(one)
        .leftJoin(reminderChoice, eq(reminderChoice.person, person))
        .leftJoin(found, sql`TRUE`);
      return besidesIn(rows);
    },
  };
}
