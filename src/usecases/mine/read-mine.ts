import type { Output } from '../../contract/calls';
import { ok, type Result } from '../../contract/result';
import { defaultReminderDay } from '../../domain/reminder-day';
import { viewer } from '../../policies/actor';
import type { Dependencies } from '../dependencies';
import { present } from '../present';
import { owedTo } from './owed-to';

/**
 * What waits for the person asking, and when they are reminded of it by e-mail. Three statements in two steps. Source: design §3.3,
 * §3.8, §3.9.
 */
export async function readMine(deps: Dependencies): Promise<Result<Output<'mine.read'>>> {
  const [found, who, choice] = await Promise.all([
    owedTo(deps, deps.me),
    viewer(deps.actor),
    deps.reminders.choiceOf(deps.me),
  ]);
  const { owed, onObjectives } = found;
  const { id = null, version = 0, day = defaultReminderDay } = choice ?? {};
  return ok({ ...present(found, who), owed, onObjectives, reminders: { id, version, day } });
}
