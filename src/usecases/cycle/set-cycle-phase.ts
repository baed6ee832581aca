import type { Output, Parsed } from '../../contract/calls';
import type { CyclePhase } from '../../contract/readings';
import { ok, refuse, type Result } from '../../contract/result';
import { mayEditCycle, mayStartCycle } from '../../policies/team-policy';
import { actOf, already, changesBetween, saved, unlessPermitted } from '../acts';
import { findBlocking } from '../review/find-blocking';
import type { Dependencies } from '../dependencies';

const order: readonly CyclePhase[] = ['draft', 'active', 'scoring', 'closed'];

/**
 * Moves a cycle one phase on, or back with a reason: draft → active → scoring → closed (design §3.12). Whoever leads a team may start a
 * draft, unless a rule that the site made blocking stands against it; every other move is an OKR lead's, and stays in history.
 */
export async function setCyclePhase(
  deps: Dependencies,
  input: Parsed<'cycle.set-phase'>,
): Promise<Result<Output<'cycle.set-phase'>>> {
  const { id, version, phase, why } = input;
  const standing = await deps.cycles.find(id);
  if (!standing) return refuse('not-found', 'This cycle is not there. Open the page again.');
  const act = actOf(deps, 'cycle.set-phase', input, why);
  const done = await already(deps, id, standing, act, version);
  if (done) return done;
  const starts = standing.phase === 'draft' && phase === 'active';
  const leads = starts && (await deps.teams.leadsAny(deps.me));
  const refused = await unlessPermitted(
    deps,
    (who) => (starts ? mayStartCycle(who, leads) : mayEditCycle(who)),
    starts
      ? 'Only a team’s lead or an OKR lead can start a cycle. Ask one of them.'
      : 'Only an OKR lead can score, close or reopen a cycle. Ask one of them.',
  );
  if (refused) return refused;
  const steps = order.indexOf(phase) - order.indexOf(standing.phase);
  if (steps === 0) return ok({ id, version });
  if (Math.abs(steps) > 1) {
    return refuse('invalid', 'A cycle goes draft, active, scoring, closed, one step at a time.', 'phase');
  }
  const blocking = starts ? await findBlocking(deps, id) : null;
  if (blocking) {
    const rules = blocking.rules.join(', ');
    return refuse(
      'invalid',
      `This site starts no cycle while a finding of ${rules} stands: see ${blocking.of.join(', ')}. Mend what it says, or dismiss it with a reason.`,
      'phase',
    );
  }
  if (steps < 0 && why === '') return refuse('invalid', 'Say why this cycle goes back.', 'why');
  return saved(
    id,
    await deps.cycles.change(id, version, { phase }, act, changesBetween(standing, { phase })),
  );
}
