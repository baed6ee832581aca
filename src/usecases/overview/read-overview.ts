import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { viewer } from '../../policies/actor';
import type { Dependencies } from '../dependencies';
import { presentDirectory } from '../directory/read-directory';
import { present } from '../present';
import { presentShared } from '../sharing/present-shared';
import { choosePlace } from './choose-place';

/** OKRs of a place with everything around them: four statements in two steps. */
export async function readOverview(
  deps: Dependencies,
  input: Parsed<'overview.read'>,
): Promise<Result<Output<'overview.read'>>> {
  const [named, cycles, who] = await Promise.all([
    deps.teams.listWithProfiles(),
    deps.cycles.list(),
    viewer(deps.actor),
  ]);
  const { teams } = named;
  if (input.teamId && !teams.some(({ id }) => id === input.teamId)) {
    return refuse('not-found', 'This team is not there. Choose another.', 'teamId');
  }
  if (input.cycleId && !cycles.some(({ id }) => id === input.cycleId)) {
    return refuse('not-found', 'This cycle is not there. Choose another.', 'cycleId');
  }
  const { cycleId, teamId, teamIds } = choosePlace(
    input,
    teams.filter(({ archived }) => !archived),
    cycles,
    deps.me,
    deps.now,
  );
  const [found, notices] = await Promise.all([
    deps.okrs.readWithShared({ by: 'place', teamIds, cycleId }, deps.me),
    deps.notices.of(deps.me),
  ]);
  const { keyResult: prefix } = found.site.keyPrefix;
  return ok({
    ...present(found, who),
    shared: presentShared(found, who),
    ...presentDirectory(named, cycles, who, found.site),
    cycleId,
    teamId,
    notices: notices.map(({ number, ...notice }) => ({ ...notice, keyResultKey: `${prefix}-${number}` })),
  });
}
