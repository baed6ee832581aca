import type { KeyResultOption, Output, Parsed } from '../../contract/calls';
import type { SiteReading } from '../../contract/readings';
import { ok, type Result } from '../../contract/result';
import type { Dependencies } from '../dependencies';

/**
 * Key results to choose from, the likeliest first: the issue's own project, then running cycles. The settings are read
 * first: they say which keys are objectives'.
 */
export async function searchKeyResults(
  deps: Dependencies,
  { text, projectId }: Parsed<'key-result.search'>,
): Promise<Result<Output<'key-result.search'>>> {
  const { keyPrefix } = (await deps.settings.read()).site;
  const found = await deps.keyResultSearch.find(text, projectId, deps.me, keyPrefix);
  return ok({ options: found.map((one) => optionOf(one, keyPrefix)) });
}

type Found = Awaited<ReturnType<Dependencies['keyResultSearch']['find']>>[number];

/** A found key result with the keys people say. */
export function optionOf(
  { keyResult, objective, team, cycle, ownProject }: Found,
  prefix: SiteReading['keyPrefix'],
): KeyResultOption {
  return {
    id: keyResult.id,
    key: `${prefix.keyResult}-${keyResult.number}`,
    title: keyResult.title,
    owner: keyResult.owner,
    objective: { id: objective.id, key: `${prefix.objective}-${objective.number}`, title: objective.title },
    team,
    cycle,
    ownProject,
  };
}
