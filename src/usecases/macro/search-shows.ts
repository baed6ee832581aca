import type { Output, Parsed } from '../../contract/calls';
import { ok, type Result } from '../../contract/result';
import type { Dependencies } from '../dependencies';
import { optionOf } from '../key-result/search-key-results';

/**
 * Objectives and key results that a macro can show, running cycles first; objectives without key results too. Three
 * statements: the settings are read first, since they say which keys are objectives'.
 */
export async function searchShows(
  deps: Dependencies,
  { text }: Parsed<'macro.search'>,
): Promise<Result<Output<'macro.search'>>> {
  const { keyPrefix } = (await deps.settings.read()).site;
  const [objectives, keyResults] = await Promise.all([
    deps.keyResultSearch.findObjectives(text, deps.me, keyPrefix),
    deps.keyResultSearch.find({ text, projectId: null, prefix: keyPrefix }, deps.me),
  ]);
  return ok({
    objectives: objectives.map(({ objective: { id, number, title }, team, cycle }) => ({
      id,
      key: `${keyPrefix.objective}-${number}`,
      title,
      team,
      cycle,
    })),
    keyResults: keyResults.map((found) => optionOf(found, keyPrefix)),
  });
}
