import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { mayAnswerDependency } from '../../policies/dependency-policy';
import { actOf, already, changesBetween, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';
import { placedDependency } from './placed-dependency';

/** A team confirms what a key result needs of it, or declines with a reason; it may change its mind. Source: design §3.11. */
export async function answerDependency(
  deps: Dependencies,
  input: Parsed<'dependency.answer'>,
): Promise<Result<Output<'dependency.answer'>>> {
  const { id, version, confirmed, reason } = input;
  const found = await placedDependency(deps, input);
  if (!found.ok) return found;
  const { standing, place, team } = found.value;
  const act = actOf(deps, 'dependency.answer', input, reason);
  const done = await already(deps, id, standing, act, version);
  if (done) return done;
  const refused = await unlessPermitted(
    deps,
    (who) => mayAnswerDependency(who, team),
    `Only the lead of ${team.name} or an OKR lead can answer this. Ask one of them.`,
  );
  if (refused) return refused;
  if (place.cycle.phase === 'closed') {
    return refuse('closed', 'This cycle is closed, so nothing waits for other teams any more.');
  }
  if (standing.state === 'withdrawn') {
    return refuse('invalid', 'This was withdrawn: nobody waits for an answer any more.');
  }
  if (!confirmed && reason === '') return refuse('invalid', 'Say why you decline.', 'reason');
  const values = { state: confirmed ? ('confirmed' as const) : ('declined' as const), reason };
  const detail = changesBetween(standing, values);
  if (detail.length === 0) return ok({ id, version });
  const all = { ...values, answeredBy: deps.me, answeredAt: deps.now };
  const said = [
    ...changesBetween({}, { team: team.name }),
    ...changesBetween(standing, { state: values.state }),
  ];
  return saved(id, await deps.dependencies.change(id, version, all, act, said));
}
