import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { mayEditInitiative } from '../../policies/initiative-policy';
import type { InitiativeRow } from '../../storage/initiative-repository';
import { changesBetween, saved } from '../acts';
import type { Dependencies } from '../dependencies';
import { beginAct } from './begin-act';

/**
 * Changes what an initiative should change, and its public name. A hypothesis once stated is changed with a reason: what
 * was expected when the work started is what learning uses (design §3.8), so the first change after that keeps it.
 */
export async function editInitiative(
  deps: Dependencies,
  input: Parsed<'initiative.edit'>,
): Promise<Result<Output<'initiative.edit'>>> {
  const begun = await beginAct(deps, 'initiative.edit', input, {
    policy: mayEditInitiative,
    takenWhenClosed: false,
  });
  if (!begun.goOn) return begun.answer;
  const { row, act } = begun;
  if (row.detached) return refuse('not-found', 'This issue is detached. Attach it again to edit it.');
  const { hypothesis, publicName } = input;
  const before = { hypothesis: row.hypothesis, publicName: row.publicName };
  const detail = changesBetween(before, { hypothesis, publicName });
  if (detail.length === 0) return ok({ id: row.id, version: row.version });
  const restated = row.hypothesis.kind === 'stated' && detail.some(({ field }) => field === 'hypothesis');
  if (restated && input.why === '') {
    return refuse(
      'invalid',
      'Say why the expected change is another one now: the first one stays in history.',
      'why',
    );
  }
  const stated = detail.some(({ field }) => field === 'hypothesis');
  const keep = stated && row.hypothesisAtStart === null && (await hasStarted(deps, row));
  const change = { hypothesis, publicName, ...(keep && { hypothesisAtStart: row.hypothesis }) };
  return saved(row.id, await deps.initiatives.change(row.id, input.version, act, detail, change));
}

/** Whether work had begun when it was last looked at; people may have said it is live where Jira shows no work. */
async function hasStarted({ work }: Dependencies, { issueId, liveOn }: InitiativeRow): Promise<boolean> {
  if (liveOn !== null) return true;
  const seen = await work.find(issueId);
  return seen !== undefined && (seen.startedOn ?? seen.firstChildDoneOn ?? seen.doneOn) !== null;
}
