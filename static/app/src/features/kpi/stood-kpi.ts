import type { KpiReading } from '../../../../../src/contract/kpi-calls';
import type { SiteReading } from '../../../../../src/contract/readings';
import { kpiStanding } from '../../../../../src/domain/kpi';
import { todayIn } from '../../boot/place-context';
import type { StoodKpi } from './kpi-row';

/** How a KPI stands today, on its team's wall. */
export function stoodKpi(kpi: KpiReading, { rules }: SiteReading): StoodKpi {
  const today = todayIn(kpi.team.timeZone);
  return { kpi, standing: kpiStanding(kpi, rules, today), today };
}
