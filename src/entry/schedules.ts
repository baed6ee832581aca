import type { JiraAnswer } from '../atlassian/jira-request';
import { keepPrecomputations } from '../usecases/jql/keep-precomputations';
import { keepDeparted } from '../usecases/people/keep-departed';
import { continueReport, reportAccounts } from '../usecases/people/report-accounts';
import { continueReminders, sendReminders } from '../usecases/reminder/send-reminders';
import { catchUp as catchUpNow } from '../usecases/work/catch-up';
import { keepAllFollowers } from '../usecases/kpi/keep-followers';
import { countSearches } from '../usecases/measuring/count-searches';
import type { Upkeep } from '../usecases/work/keep-issues';
import { continueReconcile, reconcile as reconcileNow } from '../usecases/work/reconcile';
import { upkeep } from './dependencies';
import { prepare } from './prepare';

/** What a scheduled trigger answers (Forge docs, "Scheduled trigger"). */
const done = { statusCode: 204 };

/**
 * Every five minutes: makes the rest of the schema, which a minute's limit keeps from being made at once; recounts attached
 * issues whose children changed, finishes what acts had to leave, brings JQL functions in line with both, and goes on with a
 * round of reminders that was too long for one run.
 */
export async function catchUp() {
  await prepare('every five minutes');
  await run('catch-up', catchUpNow);
  await run('JQL functions', (deps) => keepPrecomputations(deps, 'changes'));
  await run('reminders', (deps) => continueReminders(deps));
  return done;
}

/**
 * Every day: goes through all attached issues, reports accounts to Atlassian when seven days are over, and asks Jira who left. The
 * report is before that: a closed account of an owner has its replacement then.
 */
export async function reconcile() {
  await run('reconcile', reconcileNow);
  await run('accounts', (deps) => reportAccounts(deps));
  await run('people', keepDeparted);
  return done;
}

/** Every hour: the rest of a reconcile that was cut off or too long for one run. */
export async function goOnReconciling(): Promise<void> {
  await run('reconcile', continueReconcile);
}

/** Every hour: the rest of a report of accounts, or of what follows from it, that was cut off or too long for one run. */
export async function goOnReporting(): Promise<void> {
  await run('accounts', (deps) => continueReport(deps));
}

/** Every hour: JQL functions once more, with all that Jira moved beneath attached issues. */
export async function keepFunctions(): Promise<void> {
  await run('JQL functions', (deps) => keepPrecomputations(deps, 'all'));
}

/** Every hour: searches that measure a key result and are due, and values of KPIs that some key result lacks. */
export async function countSources(): Promise<void> {
  await run('searches', countSearches);
  await run('KPI values', keepAllFollowers);
}

/** Every hour: reminders to those for whom it is their day's morning. */
export async function remindPeople(): Promise<void> {
  await run('reminders', (deps) => sendReminders(deps));
}

/**
 * Runs a job on a ready database and logs one line of what it did. Where Jira was silent the next run goes on, later than
 * the waits Jira asks for; the line says what it asked. Surprises are thrown: the platform logs and counts them.
 */
export async function run(
  job: string,
  work: (deps: Upkeep) => Promise<JiraAnswer<object> | null>,
): Promise<void> {
  const deps = upkeep();
  const { applied, known } = await deps.schema.state();
  if (applied < known) {
    console.info(`${job} waits for the database: ${applied} of ${known} migrations applied`);
    return;
  }
  const answer = await work(deps);
  if (answer === null) return;
  if (answer.ok) {
    console.info(`${job} ${JSON.stringify(answer.value)}`);
    return;
  }
  const { reason, retryAfterSeconds } = answer.unavailable;
  const wait = retryAfterSeconds === null ? '' : `, asks to wait ${retryAfterSeconds} s`;
  console.warn(`${job} stopped: ${reason}${wait}; the next run goes on`);
}
