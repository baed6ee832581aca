import type { KpiReading } from '../../contract/kpi-calls';
import type { KpiValue, KpiWords } from '../../domain/kpi';
import type { Who } from '../../policies/actor';
import { mayEditKpi, mayRecordKpi } from '../../policies/kpi-policy';
import type { KpiRow, PlacedKpi } from '../../storage/kpi-repository';

/** What people say of a KPI, from its row. */
export function wordsOf(row: KpiRow): KpiWords {
  const { name, description, owner, unit, minValue, maxValue, cadence } = row;
  return { name, description, owner, unit, min: minValue, max: maxValue, cadence };
}

/** A KPI as `who` reads it. */
export function presentKpi(place: PlacedKpi, values: KpiValue[], who: Who): KpiReading {
  const { kpi, team } = place;
  const { id, version, madeOn, removed } = kpi;
  const { name, timeZone, projectIds } = team;
  return {
    ...wordsOf(kpi),
    id,
    version,
    madeOn,
    removed,
    team: { id: team.id, name, timeZone, projectIds },
    values,
    can: { edit: mayEditKpi(who, place), record: !removed && mayRecordKpi(who, place) },
  };
}
