import type { Output, Parsed } from '../../contract/calls';
import { refuse, type Result } from '../../contract/result';
import { mayEditObjective } from '../../policies/objective-policy';
import { actOf, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';
import { refuseDefinition } from './refuse-definition';

/** Writes a key result under an objective of a cycle that is not closed. */
export async function createKeyResult(
  deps: Dependencies,
  input: Parsed<'key-result.create'>,
): Promise<Result<Output<'key-result.create'>>> {
  const { id, objectiveId, keyResult } = input;
  const place = await deps.objectives.find(objectiveId, deps.me);
  if (!place || place.removed) {
    return refuse('not-found', 'This objective is not there. Open the page again.', 'objectiveId');
  }
  const refused = await unlessPermitted(
    deps,
    (who) => mayEditObjective(who, place),
    'Only the objective’s owner, the team’s lead or an OKR lead can add to it. Ask one of them.',
  );
  if (refused) return refused;
  if (place.cycle.phase === 'closed') {
    return refuse('closed', 'This cycle is closed, so its objectives stay as they are.');
  }
  const wrong = await refuseDefinition(deps, { objectiveId, keyResultId: id }, keyResult.definition);
  if (wrong) return wrong;
  const values = { ...keyResult, objectiveId, goalChangedOn: null, removed: false };
  return saved(id, await deps.keyResults.create(id, values, actOf(deps, 'key-result.create', input)));
}
