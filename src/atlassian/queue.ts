import { Queue } from '@forge/events';

/** The queue of manifest.yml whose consumer goes on with a database that is not whole. */
const databaseQueue = new Queue({ key: 'database' });

/** Whether Forge took the events; `reason` is for the log. */
export type Pushed = { ok: true } | { ok: false; reason: string };

/**
 * Asks Forge to run the consumer of the queue `database` once after each of these delays, in seconds: at least once each, in no
 * promised order, and perhaps later. Forge may refuse; right after a deploy it does so for a minute or two. Nothing is tried again
 * here: whoever asks has schedules that do the same.
 */
export async function runDatabaseQueueAfter(delays: readonly number[]): Promise<Pushed> {
  try {
    await databaseQueue.push(delays.map((delayInSeconds) => ({ body: {}, delayInSeconds })));
    return { ok: true };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
