import type { JiraAnswer } from '../atlassian/jira-request';
import { catchUp as catchUpNow } from '../usecases/work/catch-up';
import { continueReconcile, reconcile as reconcileNow } from '../usecases/work/reconcile';
import { upkeep } from './dependencies';

/** What a scheduled trigger answers (Forge docs, "Scheduled trigger"). */
const done = { statusCode: 204 };

/** Every five minutes: recounts attached issues whose children changed, and finishes what acts had to leave. */
export async function catchUp() {
  report('catch-up', await catchUpNow(upkeep()));
  return done;
}

/** Every day: goes through all attached issues. */
export async function reconcile() {
  report('reconcile', await reconcileNow(upkeep()));
  return done;
}

/** Every hour: goes on with a reconcile that was too long for one run, or that Jira cut off. */
export async function goOnReconciling() {
  const answer = await continueReconcile(upkeep());
  if (answer) report('reconcile', answer);
}

/**
 * One line of what was done. Jira silent: the next run begins where this one did, which is later than any wait Jira asks
 * for by Retry-After in practice; the line says what it asked.
 */
function report(job: string, answer: JiraAnswer<object>): void {
  if (answer.ok) {
    console.info(`${job} ${JSON.stringify(answer.value)}`);
    return;
  }
  const { reason, retryAfterSeconds } = answer.unavailable;
  const wait = retryAfterSeconds === null ? '' : `, asks to wait ${retryAfterSeconds} s`;
  console.warn(`${job} stopped: ${reason}${wait}; the next run goes on`);
}
