import type { Output, Parsed } from '../../contract/calls';
import { refuse, type Result } from '../../contract/result';
import { dayIn } from '../../domain/dates';
import { checkKpi } from '../../domain/kpi';
import { mayAddObjective } from '../../policies/team-policy';
import { actOf, refusedBy, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';

/** Makes a KPI of a team. Refuses: `not-found`, `not-allowed`, `invalid`, `exists` (an id used for something else). */
export async function createKpi(
  deps: Dependencies,
  input: Parsed<'kpi.create'>,
): Promise<Result<Output<'kpi.create'>>> {
  const { id, teamId, kpi } = input;
  const team = await deps.teams.find(teamId);
  if (!team) return refuse('not-found', 'This team is not there. Choose another.', 'teamId');
  const refused =
    (await unlessPermitted(
      deps,
      (who) => mayAddObjective(who, team),
      'Only the team’s lead or an OKR lead can make KPIs for it. Ask one of them.',
    )) ?? refusedBy(checkKpi(kpi), 'kpi');
  if (refused) return refused;
  const values = { ...kpi, teamId, madeOn: dayIn(team.timeZone, deps.now) };
  return saved(id, await deps.kpis.create(id, values, actOf(deps, 'kpi.create', input)));
}
