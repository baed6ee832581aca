import type { Output, Parsed } from '../../contract/calls';
import { ok, type Result } from '../../contract/result';
import { enclosingCycles } from '../../domain/serves';
import { nameOf } from '../alignment/present-related';
import type { Dependencies } from '../dependencies';

/**
 * What an objective of a team in a cycle may serve: objectives and key results of other teams, in that cycle and those that hold it.
 * Four statements in two steps: the settings say which keys are objectives', the cycles which ones hold it.
 */
export async function searchParents(
  deps: Dependencies,
  { text, teamId, cycleId }: Parsed<'objective.search-parents'>,
): Promise<Result<Output<'objective.search-parents'>>> {
  const [settings, cycles] = await Promise.all([deps.settings.read(), deps.cycles.list()]);
  const { keyPrefix: prefix } = settings.site;
  const within = { cycleIds: enclosingCycles(cycleId, cycles), notTeamId: teamId };
  const [objectives, keyResults] = await Promise.all([
    deps.keyResultSearch.findObjectives(text, deps.me, prefix, within),
    deps.keyResultSearch.find({ text, projectId: null, prefix, within }, deps.me),
  ]);
  return ok({
    options: [
      ...objectives.map((found) => ({ ...nameOf(found, prefix), keyResult: null })),
      ...keyResults.map(({ keyResult: { id, number, title }, ...found }) => ({
        ...nameOf(found, prefix),
        keyResult: { id, key: `${prefix.keyResult}-${number}`, title },
      })),
    ],
  });
}
