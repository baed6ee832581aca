import type { Json } from '../contracts';

/** What a worker thread is started with. */
export interface WorkerStart {
  readonly bundlePath: string;
  readonly clock: SharedArrayBuffer;
}

/** Host to worker: run a function. */
export interface RunMessage {
  readonly type: 'run';
  readonly exportName: string;
  readonly payload: Json;
  readonly context: Json;
  /** The parts of `__forge_runtime__` that are data. */
  readonly runtime: { readonly [name: string]: Json };
  readonly timeoutMs: number;
}

/** Host to worker: the reply to a request. */
export interface ReplyMessage {
  readonly type: 'reply';
  readonly id: number;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | null;
}

/** Host to worker: the request could not be answered; it rejects in the app. */
export interface ReplyErrorMessage {
  readonly type: 'reply-error';
  readonly id: number;
  readonly message: string;
}

/** What the app asks the platform for: the arguments of `global.__forge_fetch__`. */
export interface PlatformRequest {
  readonly meta: { readonly [name: string]: Json };
  readonly path: string;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | null;
}

/** Worker to host: a request of the app. */
export interface RequestMessage extends PlatformRequest {
  readonly type: 'request';
  readonly id: number;
}

/** Worker to host: the bundle is loaded, `ms` after the thread began to load it. */
export interface ReadyMessage {
  readonly type: 'ready';
  readonly exports: readonly string[];
  readonly ms: number;
}

/** Worker to host: the function returned `json` (undefined has no text) or threw. */
export interface DoneMessage {
  readonly type: 'done';
  readonly ok: boolean;
  readonly json: string | null;
  readonly error: { readonly name: string; readonly message: string; readonly stack: string } | null;
}

export type ToWorker = RunMessage | ReplyMessage | ReplyErrorMessage;
export type FromWorker = ReadyMessage | RequestMessage | DoneMessage;
