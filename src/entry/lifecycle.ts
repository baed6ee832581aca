import { runDatabaseQueueAfter } from '../atlassian/queue';
import { removeProperties } from '../usecases/work/remove-properties';
import { prepare } from './prepare';
import { countSources, goOnReconciling, goOnReporting, keepFunctions, remindPeople, run } from './schedules';

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
  await prepare('hourly');
  await goOnReconciling();
  await goOnReporting();
  await keepFunctions();
  await countSources();
  await remindPeople();
  return { statusCode: 204 };
}
