import { z } from 'zod';
import type { Clock, Json, ManifestModule, Recorder } from '../contracts';
import { CrashFault, type Faults } from '../control/faults';
import type { Outcome } from './backend';
import type { Release } from './events';
import { QUEUE_LIMITS } from './limits';
import { modulesOfType, type Manifest } from './manifest';
import { nameOf, NotModelled } from './product-door';
import { createRateMeter } from './rate-meter';
import type { PlatformRequest } from './worker-messages';

/** Answers what @forge/events asks, for `global.__forge_fetch__`. Throws CrashFault when a planned crash befalls it. */
export type QueueDoor = (request: PlatformRequest) => Promise<Response>;

/** One event given to the consumer of its queue. */
export interface QueueDelivery {
  readonly consumer: string;
  readonly queue: string;
  readonly eventId: string;
  readonly outcome: Outcome;
}

/** The app's queues, as Forge runs them: an event is delivered at least once, some time after its delay, in no promised order. */
export interface Queues {
  readonly door: QueueDoor;
  /** Delivers what is due by the site's clock, and waits for it. */
  deliverDue(): Promise<readonly QueueDelivery[]>;
  /** Delivers all that waits now, due or not, and waits for it. What is pushed meanwhile stays. */
  drain(how: Release): Promise<readonly QueueDelivery[]>;
  /** How many events wait. */
  waiting(): number;
}

interface Waiting {
  readonly consumer: ManifestModule;
  readonly queue: string;
  readonly jobId: string;
  readonly eventId: string;
  readonly body: Json;
  readonly delayInSeconds: number | null;
  readonly retryContext: { readonly [name: string]: Json } | null;
  readonly tries: number;
  readonly delayMs: number;
  readonly dueAt: number;
}

/** As @forge/events writes it, braces included: the platform fills them in. */
const PUSH = '/webhook/queue/publish/{contextAri}/{environmentId}/{appId}/{appVersion}';
/** What a fault's pattern is tried on. */
const OPERATION = 'POST /webhook/queue/publish';
/** How long the platform waits after a failure of its own; it does not say. */
const PLATFORM_WAIT_SECONDS = 60;
const PLATFORM_TRIES = 4;
const RETRY_REASONS: { readonly [kind: string]: string } = {
  timeout: 'FUNCTION_TIME_OUT',
  memory: 'FUNCTION_OUT_OF_MEMORY',
  crash: 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
};

const pushed = z.object({
  queueName: z.string(),
  jobId: z.string().min(1),
  type: z.literal('avi:forge:app:event'),
  schema: z.literal('ari:cloud:ecosystem::forge/app-event-2'),
  payload: z
    .array(
      z.strictObject({
        body: z.record(z.string(), z.json()),
        delayInSeconds: z.number().min(0).max(QUEUE_LIMITS.delaySeconds).optional(),
        concurrency: z.json().optional(),
      }),
    )
    .min(1)
    .max(QUEUE_LIMITS.eventsAPush),
  time: z.iso.datetime(),
});

/** What a consumer returns to have its event again: `new InvocationError({ … })` of @forge/events. */
const asksAgain = z.object({
  _retry: z.literal(true),
  retryOptions: z
    .object({
      retryAfter: z.number().optional(),
      retryReason: z.string().optional(),
      retryData: z.json().optional(),
    })
    .default({}),
});

/** Queues for the consumers of the manifest, empty. Sources: Forge docs, "Async events API" and "Async events limits". */
export function createQueues(options: {
  manifest: Manifest;
  clock: Clock;
  recorder: Recorder;
  faults?: Faults;
  /** Runs a consumer's function. */
  run(consumer: ManifestModule, payload: Json): Promise<Outcome>;
}): Queues {
  const { clock, recorder } = options;
  const consumers = new Map(
    modulesOfType(options.manifest, 'consumer').map((module) => [nameOf(module.props.queue), module]),
  );
  const events = createRateMeter(QUEUE_LIMITS.eventsAMinute, 60_000);
  let waiting: Waiting[] = [];

  const wait = (event: Omit<Waiting, 'dueAt' | 'delayMs'>, seconds: number): void => {
    const delayMs = seconds * 1000;
    waiting.push({ ...event, delayMs, dueAt: clock.now().getTime() + delayMs });
  };

  function push(body: string): Response {
    if (Buffer.byteLength(body) > QUEUE_LIMITS.bytesAPush)
      return answer(413, { errorMessage: 'A push may have 200 KB.' });
    const parsed = pushed.safeParse(parseJson(body));
    if (!parsed.success) return answer(400, { message: z.prettifyError(parsed.error) });
    const { queueName, jobId, payload } = parsed.data;
    const consumer = consumers.get(queueName);
    if (!consumer) return answer(400, { message: `The app has no consumer of the queue ${queueName}.` });
    if (payload.some(({ concurrency }) => concurrency !== undefined))
      throw new NotModelled(`concurrency of the queue ${queueName}`);
    if (!events.take(payload.length)) return answer(429, { message: 'Too many requests.' });
    for (const { body: given, delayInSeconds = null } of payload) {
      const eventId = crypto.randomUUID();
      const event = { consumer, queue: queueName, jobId, eventId, body: given, delayInSeconds };
      wait({ ...event, retryContext: null, tries: 0 }, delayInSeconds ?? 0);
    }
    return answer(201, {});
  }

  async function deliver(event: Waiting): Promise<QueueDelivery> {
    const { consumer, queue, eventId, body, jobId, delayInSeconds, retryContext } = event;
    const outcome = await options.run(consumer, {
      ...{ body, queueName: queue, jobId, eventId },
      ...(delayInSeconds !== null && { delayInSeconds }),
      ...(retryContext !== null && { retryContext }),
    });
    const tries = event.tries + 1;
    const asked = outcome.ok ? asksAgain.safeParse(outcome.body) : null;
    const platformReason = outcome.ok ? undefined : RETRY_REASONS[outcome.kind];
    if (asked?.success) {
      const { retryAfter = 1, retryReason = 'FUNCTION_RETRY_REQUEST', retryData } = asked.data.retryOptions;
      const context = {
        retryCount: tries,
        retryReason,
        ...(retryData !== undefined && { retryData }),
      };
      wait({ ...event, tries, retryContext: context }, Math.min(retryAfter, QUEUE_LIMITS.delaySeconds));
    } else if (platformReason !== undefined && tries <= PLATFORM_TRIES) {
      const context = { retryCount: tries, retryReason: platformReason };
      wait({ ...event, tries, retryContext: context }, PLATFORM_WAIT_SECONDS);
    }
    if (!outcome.ok) recorder.problem(`${consumer.key} failed on an event of ${queue}: ${outcome.message}`);
    return { consumer: consumer.key, queue, eventId, outcome };
  }

  return {
    door: async ({ meta, path, method, body }) => {
      if (meta.type !== 'fpp' || meta.provider !== 'app' || path !== PUSH || method !== 'POST')
        throw new NotModelled(`${nameOf(meta.provider)} ${method} ${path}`);
      const fault = options.faults?.next(OPERATION) ?? null;
      if (fault === '429') return answer(429, { message: 'Too many requests.' });
      if (fault === '500' || fault === 'error-before')
        return answer(500, { message: 'Internal server error.' });
      const response = push(body ?? '');
      if (fault === 'crash') throw new CrashFault();
      if (fault === 'error-after') return answer(500, { message: 'Internal server error.' });
      if (fault === 'timeout') return answer(504, { message: 'The push took too long; it may be done.' });
      return response;
    },
    deliverDue: async () => {
      const now = clock.now().getTime();
      // The clock was set back: wait the whole delay from there.
      waiting = waiting.map((event) => ({ ...event, dueAt: Math.min(event.dueAt, now + event.delayMs) }));
      const due = waiting.filter(({ dueAt }) => dueAt <= now);
      waiting = waiting.filter(({ dueAt }) => dueAt > now);
      return Promise.all(due.map(deliver));
    },
    drain: async ({ times, order }) => {
      const all = order === 'reversed' ? [...waiting].reverse() : waiting;
      waiting = [];
      const done: QueueDelivery[] = [];
      for (let round = 0; round < times; round += 1) for (const event of all) done.push(await deliver(event));
      return done;
    },
    waiting: () => waiting.length,
  };
}

const LOOK_EVERY = 1_000;

/** Delivers what is due from now on. Answers how to stop it. */
export function startDelivery(queues: Queues, recorder: Recorder): () => void {
  const timer = setInterval(() => {
    queues.deliverDue().catch((error: unknown) => recorder.problem(String(error)));
  }, LOOK_EVERY);
  timer.unref();
  return () => clearInterval(timer);
}

function answer(status: number, body: Json): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
