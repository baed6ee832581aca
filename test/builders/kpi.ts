import { localDate } from '../../src/domain/dates';
import type { KeyResultId, KpiId, TeamId } from '../../src/domain/ids';
import type { KpiWords } from '../../src/domain/kpi';
import type { Installation } from './installation';
import { call, newId, people, unwrap } from './world';

export const aKpi = (more: Partial<KpiWords> = {}): KpiWords => ({
  name: 'Monthly churn',
  description: 'Customers who left ÷ customers at the start of the month.',
  owner: people.owner,
  unit: { kind: 'percent' },
  min: null,
  max: 3,
  cadence: 'weekly',
  ...more,
});

export const aKpiValue = (kpiId: KpiId, day = '2026-05-12', value = 2.4) => ({
  id: newId<'check-in'>(),
  kpiId,
  day: localDate(day),
  value,
  note: 'From the export.',
  source: 'person' as const,
});

/** Makes a KPI, as the team's lead; `people.owner` owns it unless said otherwise. */
export async function makeKpi(
  site: Installation,
  teamId: TeamId,
  more: Partial<KpiWords> = {},
): Promise<KpiId> {
  const input = { id: newId<'kpi'>(), requestId: newId<'request'>(), teamId, kpi: aKpi(more) };
  return unwrap(await call(site, people.lead, 'kpi.create', input)).id;
}

/** Has a key result take its values from a KPI, as its owner unless said otherwise; nothing was said of its source before. */
export async function follow(site: Installation, keyResultId: KeyResultId, kpiId: KpiId, by = people.owner) {
  const ids = { id: newId<'source'>(), version: 0, requestId: newId<'request'>(), keyResultId };
  const source = { kind: 'kpi' as const, kpiId };
  return call(site, by, 'number-source.save', { ...ids, source, why: '' });
}
