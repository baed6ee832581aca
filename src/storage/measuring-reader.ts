import { eq, sql } from 'drizzle-orm';
import type { AccountId, KeyResultId } from '../domain/ids';
import { aliased, type Joined } from './aliased';
import { countedAround, type CountedRow } from './counts-for-repository';
import type { Database } from './database';
import { everyColumn, type NumberSourceRow } from './number-source-repository';
import { kpi, numberSource } from './schema';

/** What measures a key result, and what else its measurements serve. */
export type Measuring = {
  /** Where its number comes from, with the name of the KPI it follows ('' where it follows none); null: nobody said. */
  source: (NumberSourceRow & { kpiName: string }) | null;
  counted: CountedRow[];
};

export function createMeasuringReader(db: Database) {
  return {
    /** Both in one statement; of other key results only what `reader` may see. */
    async around(id: KeyResultId, reader: AccountId): Promise<Measuring> {
      const one = sql`(SELECT 'measuring' AS id) one`;
      const counted = countedAround(db, id, reader).as('counted');
      const rows: {
        source: Joined<NumberSourceRow>;
        kpi: { name: string | null };
        counted: Joined<CountedRow>;
      }[] = await db
        .select({
          source: aliased(numberSource, 'n', everyColumn),
          kpi: aliased(kpi, 'p', ['name']),
          counted: counted._.selectedFields,
        })
        .from(one)
        .leftJoin(numberSource, eq(numberSource.keyResultId, id))
        .leftJoin(kpi, eq(kpi.id, numberSource.kpiId))
        .leftJoin(counted, sql`TRUE`);
      const first = rows[0];
      return {
        source: first && first.source.id !== null ? { ...first.source, kpiName: first.kpi.name ?? '' } : null,
        counted: rows.flatMap(({ counted: row }) => (row.id === null ? [] : [row])),
      };
    },
  };
}
