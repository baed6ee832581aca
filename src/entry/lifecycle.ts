import { prepareDatabase } from '../usecases/settings/prepare-database';
import { upkeep } from './dependencies';
import { countSources, goOnReconciling, goOnReporting, keepFunctions, remindPeople } from './schedules';

/**
 * The app was installed or upgraded. What fails here is done by the hourly schedule or the admin page: right after
 * installing, permissions may lag behind.
 */
export async function onLifecycle(): Promise<void> {
  const applied = await prepareDatabase(upkeep());
  console.info(`lifecycle: ${applied.length} migrations applied`);
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
