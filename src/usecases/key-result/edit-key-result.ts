import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { dayIn } from '../../domain/dates';
import { mayEditKeyResult } from '../../policies/key-result-policy';
import type { KeyResultRecord } from '../../storage/records';
import { actOf, already, changesBetween, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';
import { refuseDefinition } from './refuse-definition';

/** Fields of a definition that say where it goes: changed while a cycle runs, they need a reason. */
const goal = new Set(['metric', 'startsOn', 'dueOn']);

type Words = Pick<KeyResultRecord, 'title' | 'owner' | 'definition'>;

function flat({ title, owner, definition }: Words) {
  return { title, owner, ...definition };
}

/**
 * Changes a key result. While its cycle runs, changing start, target, metric or due date needs a reason and the
 * day is kept (design §3.12); giving a number to what was not measurable yet is no such change.
 */
export async function editKeyResult(
  deps: Dependencies,
  input: Parsed<'key-result.edit'>,
): Promise<Result<Output<'key-result.edit'>>> {
  const { id, version, keyResult, why } = input;
  const standing = await deps.keyResults.find(id, deps.me);
  if (!standing) return refuse('not-found', 'This key result is not there. Open the page again.');
  const act = actOf(deps, 'key-result.edit', input, why);
  const done = await already(deps, id, standing.last, act, version);
  if (done) return done;
  const refused = await unlessPermitted(
    deps,
    (who) => mayEditKeyResult(who, standing),
    'Only the owner of the key result or objective, the team’s lead or an OKR lead can change it. Ask one of them.',
  );
  if (refused) return refused;
  if (standing.removed || standing.objectiveRemoved) {
    return refuse('not-found', 'This key result was removed. Bring it back first.');
  }
  const { phase } = standing.cycle;
  if (phase === 'closed')
    return refuse('closed', 'This cycle is closed, so its key results stay as they are.');
  const place = { objectiveId: standing.objective.id, keyResultId: id };
  const wrong = await refuseDefinition(deps, place, keyResult.definition);
  if (wrong) return wrong;
  const detail = changesBetween(flat(standing.keyResult), flat(keyResult));
  if (detail.length === 0) return ok({ id, version });
  const goalChanged =
    phase !== 'draft' &&
    standing.keyResult.definition.metric.kind !== 'not-measurable-yet' &&
    detail.some(({ field }) => goal.has(field));
  if (goalChanged && why === '') {
    return refuse(
      'invalid',
      'This cycle is running: say why start, target, metric or due date change.',
      'why',
    );
  }
  const goalChangedOn = goalChanged
    ? dayIn(standing.team.timeZone, deps.now)
    : standing.keyResult.goalChangedOn;
  const values = { ...keyResult, goalChangedOn };
  return saved(id, await deps.keyResults.change(id, version, values, act, detail));
}
