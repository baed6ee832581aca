import type { CountedKeyResult, Counting } from '../../contract/counting-calls';
import type { SiteReading } from '../../contract/readings';
import type { CountedRow } from '../../storage/counts-for-repository';

/** What a key result's measurements serve, from the rows around it. */
export function countingOf(rows: readonly CountedRow[], { keyPrefix }: SiteReading): Counting {
  const read = (row: CountedRow): CountedKeyResult => ({
    id: row.id,
    key: `${keyPrefix.keyResult}-${row.number}`,
    title: row.title,
    team: { id: row.teamId, name: row.teamName },
    cycle: { id: row.cycleId, name: row.cycleName, phase: row.phase },
  });
  const chosen = rows.find(({ side }) => side === 'itself');
  const other = rows.find(({ side }) => side === 'for');
  return {
    id: chosen?.linkId ?? null,
    version: chosen?.version ?? 0,
    countsFor: other ? read(other) : null,
    countedFrom: rows.filter(({ side }) => side === 'from').map(read),
  };
}
