import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { viewer } from '../../policies/actor';
import { mayEditCycle } from '../../policies/team-policy';
import type { Dependencies } from '../dependencies';

/** How far each team of a cycle is with closing it, and whose turn it is: two statements, side by side. Source: design §3.12. */
export async function listClosing(
  deps: Dependencies,
  { cycleId }: Parsed<'closing.list'>,
): Promise<Result<Output<'closing.list'>>> {
  const [cycle, teams, who] = await Promise.all([
    deps.cycles.find(cycleId),
    deps.closing.teams(cycleId, deps.me),
    viewer(deps.actor),
  ]);
  if (!cycle) return refuse('not-found', 'This cycle is not there. Choose another.');
  const { id, version, name, startsOn, endsOn, phase, parentId } = cycle;
  return ok({
    cycle: { id, version, name, startsOn, endsOn, phase, parentId },
    teams,
    canMove: mayEditCycle(who),
  });
}
