import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { dayIn } from '../../domain/dates';
import { liveOn } from '../../domain/work';
import { mayEditInitiative } from '../../policies/initiative-policy';
import { changesBetween, saved } from '../acts';
import type { Dependencies } from '../dependencies';
import { beginAct } from './begin-act';

/**
 * Says when people got it, or with `on` null goes back to the day derived from the work. Confirming the derived day needs
 * no reason; any other day, and taking a said day back, does. Taken after the cycle closed too: verdicts divide at this day.
 * Source: design §3.6, §3.8.
 */
export async function setLive(
  deps: Dependencies,
  input: Parsed<'initiative.set-live'>,
): Promise<Result<Output<'initiative.set-live'>>> {
  const begun = await beginAct(deps, 'initiative.set-live', input, {
    policy: mayEditInitiative,
    takenWhenClosed: true,
  });
  if (!begun.goOn) return begun.answer;
  const { row, place, act } = begun;
  if (row.detached) return refuse('not-found', 'This issue is detached. Attach it again to edit it.');
  if (input.on !== null && input.on > dayIn(place.team.timeZone, deps.now)) {
    return refuse('invalid', 'People cannot have got it in the future: choose today or a day before.', 'on');
  }
  const before = { liveOn: row.liveOn };
  const detail = changesBetween(before, { liveOn: input.on });
  if (detail.length === 0) return ok({ id: row.id, version: row.version });
  if (input.why === '') {
    const work = await deps.work.find(row.issueId);
    const derived = liveOn({ live: null, work: work ?? null });
    if (row.liveOn !== null || input.on !== derived?.on) {
      return refuse(
        'invalid',
        'This is not the day the work was done: say how you know when people got it.',
        'why',
      );
    }
  }
  const change = {
    liveOn: input.on,
    liveReason: input.on === null ? '' : input.why,
    liveBy: input.on === null ? null : deps.me,
  };
  return saved(row.id, await deps.initiatives.change(row.id, input.version, act, detail, change));
}
