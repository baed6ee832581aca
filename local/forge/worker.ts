/**
 * What runs in a worker thread: the app's bundle, unchanged, with Forge's two globals set before it
 * loads. Compiled alone to a script, so it imports types and Node's own modules only.
 */
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Json } from '../contracts';
import type { DoneMessage, FromWorker, RunMessage, ToWorker, WorkerStart } from './worker-messages';

type Handler = (payload: Json, context: Json) => unknown;
interface Init {
  readonly method?: string;
  readonly headers?: HeadersInit;
  readonly body?: string | null;
}
interface ForgeGlobals {
  __forge_fetch__?: (meta: { [name: string]: Json }, path: string | URL, init?: Init) => Promise<Response>;
  __forge_runtime__?: object;
}

const port = parentPort;
if (!port) throw new Error('This script runs in a worker thread.');
const start = workerData as WorkerStart;
const forge: ForgeGlobals & typeof globalThis = globalThis;

const waiting = new Map<number, { resolve(response: Response): void; reject(error: Error): void }>();
let requests = 0;
const send = (message: FromWorker): void => port.postMessage(message);

/** The site's clock: only `Date` follows it, as the app uses nothing else to tell the time. */
function followSiteClock(shared: SharedArrayBuffer): void {
  const state = new Float64Array(shared);
  const MachineDate = Date;
  const now = (): number => {
    const fixedAt = state[1] ?? Number.NaN;
    return Number.isNaN(fixedAt) ? Math.floor(MachineDate.now() + (state[0] ?? 0)) : fixedAt;
  };
  const SiteDate = new Proxy(MachineDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    apply: () => new MachineDate(now()).toString(),
    get: (target, name, receiver) =>
      name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown),
  });
  MachineDate.prototype.constructor = SiteDate;
  globalThis.Date = SiteDate;
}

function installPlatform(): void {
  forge.__forge_fetch__ = (meta, path, init = {}) => {
    const id = (requests += 1);
    return new Promise<Response>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      const headers = [...new Headers(init.headers).entries()];
      const method = (init.method ?? 'GET').toUpperCase();
      // JSON drops `accountId: undefined`, which cannot be told from its absence on a wire.
      const plain = JSON.parse(JSON.stringify(meta)) as { [name: string]: Json };
      send({
        type: 'request',
        id,
        meta: plain,
        path: String(path),
        method,
        headers,
        body: init.body ?? null,
      });
    });
  };
  forge.__forge_runtime__ = {};
}

function runtimeFor(message: RunMessage): object {
  const until = performance.now() + message.timeoutMs;
  const counter = (): object => ({ incr() {}, incrBy() {}, decr() {}, decrBy() {} });
  return {
    ...message.runtime,
    lambdaContext: {
      awsRequestId: crypto.randomUUID(),
      getRemainingTimeInMillis: () => Math.max(0, Math.round(until - performance.now())),
    },
    metrics: { counter, timing: () => ({ measure: () => ({ stop() {} }) }), gauge: () => ({ set() {} }) },
  };
}

/** A function may return nothing, of which JSON has no text. */
function textOf(result: unknown): string | null {
  return result === undefined || typeof result === 'function' ? null : JSON.stringify(result);
}

async function run(
  handlers: { readonly [name: string]: Handler },
  message: RunMessage,
): Promise<DoneMessage> {
  forge.__forge_runtime__ = runtimeFor(message);
  try {
    const handler = Object.hasOwn(handlers, message.exportName) ? handlers[message.exportName] : undefined;
    if (!handler) throw new Error(`The bundle does not export ${message.exportName}.`);
    const result = await handler(message.payload, message.context);
    return { type: 'done', ok: true, json: textOf(result), error: null };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const { name, message: text, stack } = error;
    return { type: 'done', ok: false, json: null, error: { name, message: text, stack: stack ?? '' } };
  }
}

followSiteClock(start.clock);
installPlatform();
const began = performance.now();
const bundle = createRequire(start.bundlePath)(start.bundlePath) as { readonly [name: string]: Handler };
send({ type: 'ready', exports: Object.keys(bundle), ms: Math.round(performance.now() - began) });

port.on('message', (message: ToWorker) => {
  if (message.type === 'run') {
    void run(bundle, message).then(send);
    return;
  }
  const request = waiting.get(message.id);
  waiting.delete(message.id);
  if (message.type === 'reply-error') request?.reject(new Error(message.message));
  else {
    // Response refuses a body, even an empty one, with these.
    const body = [204, 205, 304].includes(message.status) ? null : message.body;
    request?.resolve(
      new Response(body, {
        status: message.status,
        headers: message.headers.map(([k, v]): [string, string] => [k, v]),
      }),
    );
  }
});
