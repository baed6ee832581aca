import { runDatabaseQueueAfter } from '../atlassian/queue';
import { prepare } from './prepare';
import { countSources, goOnReconciling, keepFunctions, remindPeople } from './schedules';

/**
 * When a database that installing could not finish is gone on with, in seconds: each time in a new minute of Forge's limit on DDL.
 * The first one ends it. The others are for what failed; on a ready database they cost one statement each.
 */
const goOnAfter = [65, 130, 195, 260];

/**
 * The app was installed or upgraded. Going on is asked for first, so that a run that dies half-way is gone on with too, and all at
 * once, so that no failure can go on for ever. Where Forge does not take it, the schedules and the admin page remain: right after
 * installing, permissions may lag behind.
 */
export async function onLifecycle(): Promise<void> {
  const pushed = await runDatabaseQueueAfter(goOnAfter);
  if (!pushed.ok)
    console.warn(`lifecycle: the next schedule goes on, for the queue refused: ${pushed.reason}`);
  await prepare('lifecycle');
}

/** Some time after installing: the schema that did not fit in the minutes before. Running twice does nothing twice. */
export async function goOnPreparing(): Promise<void> {
  await prepare('queue');
}

/** Every hour: the schema that installing could not finish, then a reconcile that was too long for one run, JQL functions, the
 * searches that measure key results, reminders. */
export async function hourly() {
  await prepare('hourly');
  await goOnReconciling();
  await keepFunctions();
  await countSources();
  await remindPeople();
  return { statusCode: 204 };
}
