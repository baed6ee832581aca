import type { Output, Parsed } from '../../contract/calls';
import { ok, type Result } from '../../contract/result';
import { addDays, dayIn } from '../../domain/dates';
import { nameAmong } from '../../domain/team-tree';
import { viewer } from '../../policies/actor';
import { mayAddObjective } from '../../policies/team-policy';
import type { Dependencies } from '../dependencies';
import { presentKpi } from './present-kpi';

/** Values a list carries: enough for the trend and a small line. */
export const listedValues = 12;
/** A KPI of which nothing was heard for longer is stale whatever it said. */
export const listedDays = 400;

/** The KPIs of a team or the whole site, with their last values. Three statements, side by side. */
export async function listKpis(
  deps: Dependencies,
  { teamId }: Parsed<'kpi.list'>,
): Promise<Result<Output<'kpi.list'>>> {
  const filter = { by: 'team' as const, teamId };
  const since = addDays(dayIn('UTC', deps.now), -listedDays);
  const [{ site, found }, values, teams, who] = await Promise.all([
    deps.kpis.read(filter),
    deps.kpis.values(filter, since),
    deps.teams.list(),
    viewer(deps.actor),
  ]);
  const named = nameAmong(teams);
  const withKpis = new Set(found.map(({ team }) => team.id));
  return ok({
    site,
    kpis: found.map((place) => {
      const known = values.get(place.kpi.id)?.values ?? [];
      return presentKpi(place, known.slice(-listedValues), who);
    }),
    teams: teams
      .filter((team) => !team.archived && mayAddObjective(who, team))
      .map((team) => ({ ...named(team), projectIds: team.projectIds, cadence: team.cadence })),
    teamsWithKpis: teams.filter(({ id }) => withKpis.has(id)).map(named),
  });
}
