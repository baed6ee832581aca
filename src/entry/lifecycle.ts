import { prepareDatabase } from '../usecases/settings/prepare-database';
import { removeProperties } from '../usecases/work/remove-properties';
import { upkeep } from './dependencies';
import { countSources, goOnReconciling, goOnReporting, keepFunctions, remindPeople, run } from './schedules';

/**
 * The app was installed or upgraded. What fails here is done by the hourly schedule or the admin page: right after
 * installing, permissions may lag behind.
 */
export async function onLifecycle(): Promise<void> {
  const applied = await prepareDatabase(upkeep());
  console.info(`lifecycle: ${applied.length} migrations applied`);
}

/** Forge gives this function 55 seconds; the last requests need some of them (Forge docs, "Pre-uninstall trigger"). */
const uninstallMs = 45_000;

/** The app is about to be uninstalled: takes its property from issues. Forge goes on whatever comes of it, and calls once. */
export async function onUninstall(): Promise<void> {
  const until = performance.now() + uninstallMs;
  await run('uninstall', (deps) => removeProperties(deps, () => performance.now() < until));
}

/**
 * Every hour: the schema that installing could not finish, then a reconcile or a report of accounts that was too long for one run,
 * JQL functions, the searches that measure key results, reminders.
 */
export async function hourly() {
  const applied = await prepareDatabase(upkeep());
  if (applied.length > 0) console.info(`hourly: ${applied.length} migrations applied`);
  await goOnReconciling();
  await goOnReporting();
  await keepFunctions();
  await countSources();
  await remindPeople();
  return { statusCode: 204 };
}
