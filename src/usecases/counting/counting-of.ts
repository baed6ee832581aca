import type { CountedKeyResult, Counting } from '../../contract/counting-calls';
import type { SiteReading } from '../../contract/readings';
import type { CountedRow, CountsForRow } from '../../storage/counts-for-repository';

/** What a key result's measurements serve, from the rows around it. */
export function countingOf(
  chosen: CountsForRow | undefined,
  rows: readonly CountedRow[],
  { keyPrefix }: SiteReading,
): Counting {
  const read = (row: CountedRow): CountedKeyResult => ({
    id: row.id,
    key: `${keyPrefix.keyResult}-${row.number}`,
    title: row.title,
    team: { id: row.teamId, name: row.teamName },
    cycle: { id: row.cycleId, name: row.cycleName, phase: row.phase },
  });
  const own = rows.find(({ isFrom }) => isFrom === 0);
  return {
    id: chosen?.id ?? null,
    version: chosen?.version ?? 0,
    countsFor: own ? read(own) : null,
    countedFrom: rows.filter(({ isFrom }) => isFrom === 1).map(read),
  };
}
