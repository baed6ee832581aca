import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { actOf, already, changesBetween, saved } from '../acts';
import type { Dependencies } from '../dependencies';

/** Keeps on which day the person asking is reminded by e-mail, or that they never are. Everybody chooses for themselves alone. */
export async function chooseReminders(
  deps: Dependencies,
  input: Parsed<'reminder.choose'>,
): Promise<Result<Output<'reminder.choose'>>> {
  const { id, version, day } = input;
  const standing = await deps.reminders.choiceOf(deps.me);
  const act = actOf(deps, 'reminder.choose', input);
  const done = standing && (await already(deps, standing.id, standing, act, version));
  if (done) return done;
  // The row is found by its person, never by an id that somebody sends.
  if (version > 0 && standing?.id !== id) {
    return refuse('not-found', 'This is no longer there. Open the page again.');
  }
  const detail = changesBetween({ day: standing?.day }, { day });
  if (standing && detail.length === 0) return ok({ id: standing.id, version });
  return saved(id, await deps.reminders.choose(id, version, deps.me, day, act, detail));
}
