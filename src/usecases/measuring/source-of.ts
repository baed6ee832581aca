import type { SourceReading } from '../../contract/measuring-calls';
import type { NumberSource } from '../../domain/number-source';
import type { NumberSourceRow } from '../../storage/number-source-repository';

/** The source that a row holds; people, where it holds none. */
export function sourceIn({ kind, jql, every, kpiId }: NumberSourceRow): NumberSource {
  if (kind === 'jql') return { kind, jql, every: every ?? 'cadence' };
  return kind === 'kpi' && kpiId !== null ? { kind, kpiId } : { kind: 'person' };
}

/** Where a key result's number comes from, for its page. */
export function sourceOf(row: NumberSourceRow & { kpiName: string }): SourceReading {
  const { id, version, changedBy, changedAt, ranAt, outcome } = row;
  return {
    id,
    version,
    source: sourceIn(row),
    by: changedBy,
    at: changedAt,
    kpi: row.kpiId === null ? null : { id: row.kpiId, name: row.kpiName },
    run: ranAt !== null && outcome !== null ? { at: ranAt, outcome } : null,
  };
}
