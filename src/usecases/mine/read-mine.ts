import type { Output } from '../../contract/calls';
import { ok, type Result } from '../../contract/result';
import { defaultReminderDay } from '../../domain/reminder-day';
import { viewer } from '../../policies/actor';
import type { Dependencies } from '../dependencies';
import { present } from '../present';
import { owedTo } from './owed-to';

/** What waits for the person asking, and when they are reminded of it by e-mail. Two statements at once. Source: design §3.8. */
export async function readMine(deps: Dependencies): Promise<Result<Output<'mine.read'>>> {
  const [found, who, choice] = await Promise.all([
    owedTo(deps, deps.me),
    viewer(deps.actor),
    deps.reminders.choiceOf(deps.me),
  ]);
  const { id = null, version = 0, day = defaultReminderDay } = choice ?? {};
  return ok({ ...present(found, who), owed: found.owed, reminders: { id, version, day } });
}
