import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { countsNotFor } from '../../domain/counts-for';
import { mayEditKeyResult } from '../../policies/key-result-policy';
import { actOf, already, changesBetween, saved, unlessPermitted, unlessSame } from '../acts';
import type { Dependencies } from '../dependencies';
import { countable } from './also-counted';

const sentences = {
  milestones: 'A key result with milestones has no number that could count elsewhere.',
  unit: 'The two are measured in different units, so that one’s value is not the other’s.',
  behaviour: 'The two numbers behave differently, such as a total and a level: choose one that counts alike.',
  cycle: 'Choose a key result of a longer cycle around this one, such as the year of this quarter.',
  restricted: 'This objective is restricted, so that its numbers stay here.',
};

/**
 * Says for which key result of a longer cycle the values of this one count, too, or that they count for none any more. Values
 * from before stay where they were measured. Source: design §3.12.
 */
export async function countFor(
  deps: Dependencies,
  input: Parsed<'key-result.count-for'>,
): Promise<Result<Output<'key-result.count-for'>>> {
  const { id, version, keyResultId, forId, why } = input;
  const [own, standing, other] = await Promise.all([
    deps.keyResults.find(keyResultId, deps.me),
    deps.countsFor.find(keyResultId),
    forId === null ? undefined : deps.keyResults.find(forId, deps.me),
  ]);
  if (!own || own.removed || own.objectiveRemoved) {
    return refuse('not-found', 'This key result is not there. Open the page again.');
  }
  const act = actOf(deps, 'key-result.count-for', input, why);
  const done = standing && (await already(deps, standing.id, standing, act, version));
  if (done) return done;
  if (forId !== null && (!other || other.removed || other.objectiveRemoved)) {
    return refuse('not-found', 'The other key result is not there. Choose another.', 'forId');
  }
  const refused = await unlessPermitted(
    deps,
    (who) => mayEditKeyResult(who, own) && (!other || mayEditKeyResult(who, other)),
    'Only somebody who may change both key results can say this: their owner, their team’s lead or an OKR lead.',
  );
  if (refused) return refused;
  if (own.cycle.phase === 'closed' || other?.cycle.phase === 'closed') {
    return refuse('closed', 'One of the two cycles is closed, so that its key results stay as they are.');
  }
  const not = other && countsNotFor(countable(own), countable(other));
  if (not) return refuse('invalid', sentences[not], 'forId');
  const gone = unlessSame(standing, id, version);
  if (gone) return gone;
  const detail = changesBetween({ countsFor: standing?.longerKeyResultId ?? null }, { countsFor: forId });
  if (detail.length === 0) return ok({ id: standing?.id ?? id, version });
  return saved(id, await deps.countsFor.save(id, version, keyResultId, forId, act, detail));
}
