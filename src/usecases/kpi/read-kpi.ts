import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { viewer } from '../../policies/actor';
import type { Dependencies } from '../dependencies';
import { presentKpi } from './present-kpi';

/** A KPI's page: its values, what was corrected and changed, and who follows it. Four statements, side by side. */
export async function readKpi(
  deps: Dependencies,
  { id }: Parsed<'kpi.read'>,
): Promise<Result<Output<'kpi.read'>>> {
  const filter = { by: 'id' as const, id };
  const [{ site, found }, values, history, followers, who] = await Promise.all([
    deps.kpis.read(filter),
    deps.kpis.values(filter, null),
    deps.kpis.history(id),
    deps.numberSources.followersOf(id, deps.me),
    viewer(deps.actor),
  ]);
  const [place] = found;
  if (!place) return refuse('not-found', 'This KPI is not there.');
  const known = values.get(id);
  return ok({
    site,
    kpi: presentKpi(place, (known?.values ?? []).slice(-shownValues), who),
    corrections: known?.corrections ?? [],
    history,
    followers: followers.map(({ number, ...one }) => ({
      ...one,
      key: `${site.keyPrefix.keyResult}-${number}`,
    })),
  });
}

/** Ten years of weeks, and what a reply holds. */
const shownValues = 520;
