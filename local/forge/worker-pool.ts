import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Json } from '../contracts';
import { CrashFault } from '../control/faults';
import type { BuiltBackend } from './bundle';
import type { DoneMessage, FromWorker, PlatformRequest, RunMessage, ToWorker } from './worker-messages';

/** How a run of a function ended, as the platform tells it to whoever asked for the run. */
export type RunResult =
  | { readonly ok: true; readonly json: string | null }
  | { readonly ok: false; readonly kind: 'app' | 'timeout' | 'memory' | 'crash'; readonly message: string };

/** Answers what the app asks of the platform. A CrashFault kills the worker. */
export type PlatformDoor = (request: PlatformRequest, run: RunContext) => Promise<Response>;

/** One run of a function: `accountId` is the person who caused it, if one did. */
export interface RunContext {
  readonly invocationId: string;
  readonly accountId: string | null;
}

export interface WorkerPool {
  run(message: Omit<RunMessage, 'type'>, context: RunContext): Promise<RunResult>;
  /** Milliseconds the bundle took to load in the newest worker, and its exports. */
  loaded(): Promise<{ readonly ms: number; readonly exports: readonly string[] }>;
  stop(): Promise<void>;
}

interface Lane {
  readonly worker: Worker;
  readonly ready: Promise<{ readonly ms: number; readonly exports: readonly string[] }>;
  job: { readonly context: RunContext; settle(result: RunResult): void } | null;
  /** Promised to a run, whether or not that has begun. */
  busy: boolean;
  gone: boolean;
}

/**
 * Warm worker threads, each running one function at a time. A worker is reused until it times out,
 * runs out of memory or crashes; then the run ends with the platform's error and a new worker takes its place.
 */
export function createWorkerPool(options: {
  backend: BuiltBackend;
  clock: SharedArrayBuffer;
  door: PlatformDoor;
  memoryMb: number;
  size: number;
  logPath: string;
}): WorkerPool {
  mkdirSync(dirname(options.logPath), { recursive: true });
  const log = createWriteStream(options.logPath, { flags: 'a' });
  const lanes: Lane[] = [];
  const queue: ((lane: Lane) => void)[] = [];
  let stopped = false;

  function open(): Lane {
    const worker = new Worker(options.backend.workerPath, {
      workerData: { bundlePath: options.backend.bundlePath, clock: options.clock },
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
      stdout: true,
      stderr: true,
    });
    const ready = new Promise<{ ms: number; exports: readonly string[] }>((resolve, reject) => {
      worker.once('error', reject);
      worker.on('message', (message: FromWorker) => {
        if (message.type === 'ready') resolve({ ms: message.ms, exports: message.exports });
      });
    });
    ready.catch(() => undefined);
    const lane: Lane = { worker, ready, job: null, busy: false, gone: false };
    pipe(worker, lane, log);
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'request') void answer(lane, message);
      if (message.type === 'done') finish(lane, resultOf(message));
    });
    worker.on('error', (error) => close(lane, endedBy(error)));
    worker.on('exit', () => close(lane, { ok: false, kind: 'crash', message: 'The function crashed.' }));
    lanes.push(lane);
    return lane;
  }

  async function answer(lane: Lane, request: FromWorker & { type: 'request' }): Promise<void> {
    const context = lane.job?.context ?? { invocationId: 'after-the-end', accountId: null };
    const reply = (message: ToWorker): void => {
      if (!lane.gone) lane.worker.postMessage(message);
    };
    try {
      const response = await options.door(request, context);
      const body = await response.text();
      const { id } = request;
      reply({ type: 'reply', id, status: response.status, headers: [...response.headers.entries()], body });
    } catch (error) {
      if (error instanceof CrashFault) close(lane, { ok: false, kind: 'crash', message: error.message });
      else
        reply({
          type: 'reply-error',
          id: request.id,
          message: error instanceof Error ? error.message : String(error),
        });
    }
  }

  function finish(lane: Lane, result: RunResult): void {
    const { job } = lane;
    lane.job = null;
    job?.settle(result);
    if (lane.gone) return;
    const next = queue.shift();
    lane.busy = next !== undefined;
    next?.(lane);
  }

  function close(lane: Lane, result: RunResult): void {
    if (lane.gone) return;
    lane.gone = true;
    lanes.splice(lanes.indexOf(lane), 1);
    void lane.worker.terminate();
    finish(lane, result);
    const next = stopped ? undefined : queue.shift();
    if (!next) return;
    const fresh = open();
    fresh.busy = true;
    next(fresh);
  }

  function freeLane(): Promise<Lane> {
    const free = lanes.find((lane) => !lane.busy) ?? (lanes.length < options.size ? open() : null);
    if (!free) return new Promise((resolve) => queue.push(resolve));
    free.busy = true;
    return Promise.resolve(free);
  }

  open();
  return {
    loaded: () => (lanes.at(-1) ?? open()).ready,
    run: async (message, context) => {
      const lane = await freeLane();
      if (lane.gone) return { ok: false, kind: 'crash', message: 'The function crashed.' };
      return new Promise<RunResult>((resolve) => {
        let timer: NodeJS.Timeout | undefined;
        lane.job = {
          context,
          settle: (result) => {
            clearTimeout(timer);
            resolve(result);
          },
        };
        const begin = (): void => {
          if (lane.gone) return;
          // A cold start does not count against the function's time.
          timer = setTimeout(() => {
            const seconds = message.timeoutMs / 1000;
            close(lane, {
              ok: false,
              kind: 'timeout',
              message: `The function ran longer than ${seconds} seconds.`,
            });
          }, message.timeoutMs);
          lane.worker.postMessage({ type: 'run', ...message });
        };
        // A bundle that cannot be loaded closes the lane by itself.
        lane.ready.then(begin, () => undefined);
      });
    },
    stop: async () => {
      stopped = true;
      await Promise.all(lanes.map((lane) => lane.worker.terminate()));
      await new Promise((done) => log.end(done));
    },
  };
}

function resultOf(message: DoneMessage): RunResult {
  if (message.ok) return { ok: true, json: message.json };
  return { ok: false, kind: 'app', message: message.error?.message ?? 'The function failed.' };
}

function endedBy(error: Error): RunResult {
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return { ok: false, kind: 'memory', message: 'The function ran out of memory.' };
  }
  return { ok: false, kind: 'crash', message: `The function crashed: ${error.message}` };
}

function pipe(worker: Worker, lane: Lane, log: WriteStream): void {
  for (const stream of [worker.stdout, worker.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => log.write(`${lane.job?.context.invocationId ?? '-'} ${chunk}`));
  }
}

/** JSON text back into a value; a function that returned nothing has none. */
export function valueOf(json: string | null): Json | undefined {
  return json === null ? undefined : (JSON.parse(json) as Json);
}
