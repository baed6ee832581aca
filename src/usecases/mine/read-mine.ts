import type { Output } from '../../contract/calls';
import { ok, type Result } from '../../contract/result';
import { addDays, dayIn } from '../../domain/dates';
import { defaultReminderDay } from '../../domain/reminder-day';
import { mostPrepareDays } from '../../domain/rules';
import { viewer } from '../../policies/actor';
import type { Dependencies } from '../dependencies';
import { presentDependency } from '../dependency/present-dependency';
import { listedDays, listedValues } from '../kpi/list-kpis';
import { presentKpi } from '../kpi/present-kpi';
import { present } from '../present';
import { kpisDue } from './kpis-due';
import { owedTo } from './owed-to';
import { preparingOf } from './preparing';

/**
 * What waits for the person asking, KPIs they answer for whose value is due, drafts of cycles that begin soon, what other teams need
 * of those that this person leads, and when they are reminded by e-mail. Four statements in two steps. Source: design §3.3, §3.8,
 * §3.9, §3.11, §3.12.
 */
export async function readMine(deps: Dependencies): Promise<Result<Output<'mine.read'>>> {
  const today = dayIn('UTC', deps.now);
  const [found, drafts, who, { waiting, kpis, choice }] = await Promise.all([
    owedTo(deps, deps.me),
    deps.preparation.ofPerson(deps.me, addDays(today, mostPrepareDays)),
    viewer(deps.actor),
    deps.besideMine.read(deps.me, addDays(today, -listedDays)),
  ]);
  const { owed, onObjectives, site } = found;
  const until = addDays(today, site.rules.prepareDays);
  const due = kpisDue(kpis, site.rules, deps.now).map(({ place, values }) =>
    presentKpi(place, values.slice(-listedValues), who),
  );
  const preparing = preparingOf(
    deps.me,
    drafts.filter(({ startsOn }) => startsOn <= until),
  );
  const toConfirm = waiting.map(({ keyResult, by, cycle, ...dependency }) => ({
    ...presentDependency(dependency, who, { open: true, writes: false }),
    keyResult: {
      id: keyResult.id,
      key: `${site.keyPrefix.keyResult}-${keyResult.number}`,
      title: keyResult.title,
    },
    teamName: by.name,
    cycleName: cycle.name,
  }));
  const { id = null, version = 0, day = defaultReminderDay } = choice ?? {};
  const reminders = { id, version, day };
  return ok({ ...present(found, who), owed, onObjectives, kpis: due, preparing, toConfirm, reminders });
}
