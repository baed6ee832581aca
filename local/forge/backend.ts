import type { CallOrigin, Json, ManifestModule, Recorder } from '../contracts';
import type { SharedClock } from '../control/clock';
import type { Faults } from '../control/faults';
import type { BuiltBackend } from './bundle';
import { INVOCATION_LIMITS, type InvocationLimits } from './limits';
import { functionOf, moduleNamed, type Manifest } from './manifest';
import { createProductDoor, nameOf, NotModelled } from './product-door';
import type { QueueDoor } from './queues';
import type { SqlDoor } from './sql-door';
import { createWorkerPool, valueOf, type RunResult } from './worker-pool';
import type { PlatformRequest } from './worker-messages';

/** The names Atlassian gives a site, an app and its installation. Constant, so that a kept database stays right. */
export interface SiteIds {
  readonly cloudId: string;
  readonly environmentId: string;
  readonly installationId: string;
}

export const SITE_IDS: SiteIds = {
  cloudId: '7f1c2d34-0000-4000-8000-00000000c10d',
  environmentId: '7f1c2d34-0000-4000-8000-0000000000e1',
  installationId: '7f1c2d34-0000-4000-8000-0000000000a1',
};

/** What a run came to: the function's JSON, or the platform's error. */
export type Outcome =
  | { readonly ok: true; readonly body: Json | undefined }
  | {
      readonly ok: false;
      readonly kind: 'app' | 'timeout' | 'memory' | 'crash' | 'too-large' | 'not-found';
      readonly message: string;
    };

/** A call of a front end, as the bridge's `invoke` brings it. */
export interface FrontEndCall {
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly payload: Json;
  readonly extension: { readonly [name: string]: Json };
  readonly localId: string;
  readonly accountId: string;
}

/** The app's backend, as the platform runs it. */
export interface Backend {
  /** A resolver call of the person `accountId`. */
  invoke(call: FrontEndCall): Promise<Outcome>;
  /** A function of a module that nobody is behind: a trigger, a schedule, a queue's consumer, the panel's status, an export. */
  runModule(module: ManifestModule, role: string, payload: Json): Promise<Outcome>;
  loaded(): Promise<{ readonly ms: number; readonly exports: readonly string[] }>;
  stop(): Promise<void>;
}

/** Modules that have more time, since nobody waits for them. */
const BACKGROUND = new Set(['scheduledTrigger', 'consumer']);

/** Starts worker threads on a built bundle and answers what it asks of the platform. */
export function startBackend(options: {
  backend: BuiltBackend;
  manifest: Manifest;
  siteUrl: string;
  sql: SqlDoor;
  /** Takes what the app pushes to its queues; without it, a push is not modelled. */
  queues?: QueueDoor;
  clock: SharedClock;
  recorder: Recorder;
  faults: Faults;
  logPath: string;
  limits?: Partial<InvocationLimits>;
  workers?: number;
}): Backend {
  const { manifest, recorder, siteUrl } = options;
  const limits: InvocationLimits = { ...INVOCATION_LIMITS, ...options.limits };
  const product = createProductDoor({ siteUrl, faults: options.faults });
  const installContext = `ari:cloud:jira::site/${SITE_IDS.cloudId}`;
  const pool = createWorkerPool({
    backend: options.backend,
    clock: options.clock.shared,
    memoryMb: options.limits?.memoryMb ?? manifest.memoryMb ?? limits.memoryMb,
    size: options.workers ?? 4,
    logPath: options.logPath,
    door: (request, run) => {
      if (request.meta.type === 'sql')
        return options.sql(request.path, sqlRequest(request), run.invocationId);
      if (request.path.startsWith('/webhook/queue/') && options.queues) return options.queues(request);
      if (request.meta.type === 'fpp') return product(request, run);
      throw new NotModelled(`${nameOf(request.meta.type)} ${request.path}`);
    },
  });

  async function run(
    module: ManifestModule,
    role: string,
    payload: Json,
    who: { readonly accountId: string | null; readonly call: string | null; readonly origin: CallOrigin },
  ): Promise<Outcome> {
    const { key, exportName, timeoutMs } = functionOf(manifest, module, role);
    const invocationId = crypto.randomUUID();
    const started = performance.now();
    const usualMs = BACKGROUND.has(module.type) ? limits.backgroundMs : limits.defaultMs;
    const result = await pool.run(
      {
        exportName,
        payload,
        context: contextFor(who.accountId),
        runtime: runtimeFor(module, key, invocationId, who.accountId),
        timeoutMs: options.limits?.defaultMs ?? timeoutMs ?? usualMs,
      },
      { invocationId, accountId: who.accountId },
    );
    const outcome = outcomeOf(result, limits);
    recorder.record({
      kind: 'invocation',
      functionKey: key,
      moduleKey: module.key,
      call: who.call,
      ms: Math.round((performance.now() - started) * 100) / 100,
      bytes: result.ok ? Buffer.byteLength(result.json ?? '') : 0,
      outcome: outcome.ok ? 'ok' : outcome.message,
      origin: who.origin,
      invocationId,
    });
    return outcome;
  }

  const contextFor = (accountId: string | null): Json => ({
    installContext,
    ...(accountId !== null && { principal: { accountId } }),
    installation: {
      ari: `ari:cloud:ecosystem::installation/${SITE_IDS.installationId}`,
      contexts: [{ ari: installContext }, { ari: `ari:cloud:confluence::site/${SITE_IDS.cloudId}` }],
    },
  });

  const runtimeFor = (
    module: ManifestModule,
    functionKey: string,
    invocationId: string,
    accountId: string | null,
  ): { readonly [name: string]: Json } => ({
    proxy: { token: 'local', url: siteUrl, host: new URL(siteUrl).host },
    contextAri: installContext,
    ...(accountId !== null && { aaid: accountId }),
    appContext: {
      appId: manifest.appId,
      appVersion: '1.0.0',
      environmentId: SITE_IDS.environmentId,
      environmentType: 'DEVELOPMENT',
      invocationId,
      installationId: SITE_IDS.installationId,
      functionKey,
      moduleType: module.type,
      moduleKey: module.key,
      permissions: { scopes: scopesOf(manifest), external: {} },
    },
    tracing: { traceId: invocationId.replaceAll('-', ''), spanId: invocationId.slice(0, 8) },
  });

  return {
    invoke: (call) => {
      const bytes = Buffer.byteLength(JSON.stringify(call.payload ?? null));
      if (bytes > limits.requestBytes) {
        const message = `The request has ${bytes} bytes; at most ${limits.requestBytes} are allowed.`;
        return Promise.resolve({ ok: false, kind: 'too-large', message });
      }
      const module = moduleNamed(manifest, call.moduleKey);
      const context: Json = {
        accountId: call.accountId,
        accountType: 'licensed',
        cloudId: SITE_IDS.cloudId,
        localId: call.localId,
        moduleKey: call.moduleKey,
        environmentId: SITE_IDS.environmentId,
        environmentType: 'DEVELOPMENT',
        siteUrl,
        extension: { type: module.type, ...call.extension },
      };
      const body: Json = { call: { functionKey: call.functionKey, payload: call.payload }, context };
      const who = { accountId: call.accountId, call: call.functionKey, origin: 'browser' } as const;
      return run(module, 'resolver', body, who);
    },
    runModule: (module, role, payload) =>
      run(module, role, payload, { accountId: null, call: null, origin: 'backend' }),
    loaded: () => pool.loaded(),
    stop: () => pool.stop(),
  };
}

function sqlRequest(request: PlatformRequest): { method: string; body: string } {
  return { method: request.method, body: request.body ?? '' };
}

function scopesOf(manifest: Manifest): Json {
  return manifest.permissions.scopes ?? [];
}

function outcomeOf(result: RunResult, limits: InvocationLimits): Outcome {
  if (!result.ok) return { ok: false, kind: result.kind, message: result.message };
  const bytes = Buffer.byteLength(result.json ?? '');
  if (bytes > limits.responseBytes) {
    const message = `The response has ${bytes} bytes; at most ${limits.responseBytes} are allowed.`;
    return { ok: false, kind: 'too-large', message };
  }
  return { ok: true, body: valueOf(result.json) };
}
