import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ProductEvent, Products, Recorder } from '../contracts';
import { SITE_IDS, type Backend } from '../forge/backend';
import type { Events, Release } from '../forge/events';
import { modulesOfType, type Manifest } from '../forge/manifest';
import type { Queues } from '../forge/queues';
import type { Schedules } from '../forge/schedules';
import type { SharedClock } from './clock';
import { FAULT_KINDS, type Faults } from './faults';
import { answerOutcome, fail, registerFrameRoutes } from './frame-routes';

export interface ControlDeps {
  readonly backend: Backend;
  readonly manifest: Manifest;
  readonly events: Events;
  readonly queues: Queues;
  readonly schedules: Schedules;
  readonly clock: SharedClock;
  readonly recorder: Recorder;
  readonly faults: Faults;
  readonly products: Products;
  readonly siteUrl: string;
  readonly framesUrl: string;
  /** The address of every surface. */
  surfaces(): { readonly [name: string]: string };
}

const map = z.record(z.string(), z.json());
const invokeBody = z.object({
  accountId: z.string(),
  module: z.string(),
  call: z.string(),
  payload: z.json().optional(),
  extension: map.optional(),
});
const clockBody = z.object({
  now: z.iso.datetime({ offset: true }).nullable(),
  fixed: z.boolean().optional(),
});
const how = {
  times: z.int().min(1).max(20).default(1),
  order: z.enum(['as-sent', 'reversed']).default('as-sent'),
};
const drainBody = z.object(how);
const event = z.object({ name: z.string(), body: map });
const eventBody = z.union([
  event.extend(how),
  z.object({ events: z.array(event).min(1), ...how }),
  z.object({ hold: z.literal(true) }),
  z.object({ release: z.literal(true), ...how }),
]);
function isPattern(text: string): boolean {
  try {
    return new RegExp(text).source !== '';
  } catch {
    return false;
  }
}

const faultBody = z.object({
  match: z.string().min(1).refine(isPattern, 'not a regular expression'),
  at: z.int().min(1).default(1),
  kind: z.enum(FAULT_KINDS),
  times: z.int().min(1).default(1),
});

/** The control API under `/_local` (design §6), described in local/README.md. JSON in, JSON out. */
export function registerControl(app: FastifyInstance, deps: ControlDeps): void {
  const { backend, clock, events, faults, recorder } = deps;
  registerFrameRoutes(app, deps);

  app.get('/_local/health', async () => {
    const { ms } = await backend.loaded();
    return {
      ok: true,
      now: clock.now().toISOString(),
      bundleLoadMs: ms,
      events: events.pending(),
      queued: deps.queues.waiting(),
    };
  });

  app.post('/_local/invoke', async (request, reply) => {
    const { accountId, module, call, payload, extension } = invokeBody.parse(request.body);
    const outcome = await backend.invoke({
      moduleKey: module,
      functionKey: call,
      payload: payload ?? {},
      extension: extension ?? {},
      localId: 'local',
      accountId,
    });
    return answerOutcome(reply, outcome);
  });

  app.post('/_local/clock', async (request) => {
    const { now, fixed } = clockBody.parse(request.body);
    clock.set(now === null ? null : new Date(now), fixed ?? false);
    return { now: clock.now().toISOString() };
  });

  app.post('/_local/event', async (request) => {
    const body = eventBody.parse(request.body);
    if ('hold' in body) {
      events.hold();
      return { pending: events.pending() };
    }
    const release: Release = { times: body.times, order: body.order };
    if ('release' in body) return { deliveries: await events.release(release) };
    const list: readonly ProductEvent[] =
      'events' in body ? body.events : [{ name: body.name, body: body.body }];
    return { deliveries: await events.deliver(list, release) };
  });

  app.post('/_local/events/settled', async () => {
    await events.settled();
    return { pending: events.pending() };
  });

  app.post<{ Params: { key: string } }>('/_local/schedule/:key', async (request, reply) =>
    answerOutcome(reply, await deps.schedules.run(request.params.key)),
  );

  // As Forge: the module is called once, and what comes of it changes nothing. The site keeps its data.
  app.post('/_local/uninstall', async (_request, reply) => {
    const [module] = modulesOfType(deps.manifest, 'preUninstall');
    if (module === undefined) return fail(reply, 404, 'The manifest has no preUninstall module.');
    const payload = { context: { cloudId: SITE_IDS.cloudId, moduleKey: module.key }, contextToken: 'local' };
    return answerOutcome(reply, await backend.runModule(module, 'function', payload));
  });

  app.post('/_local/queue/drain', async (request) => {
    const deliveries = await deps.queues.drain(drainBody.parse(request.body ?? {}));
    return { deliveries, waiting: deps.queues.waiting() };
  });
  app.post('/_local/sample', async (_request, reply) =>
    fail(reply, 501, 'NotModelled: filling the site by size is not built.'),
  );

  app.post('/_local/faults', async (request) => {
    faults.plan(faultBody.parse(request.body));
    return { pending: faults.pending() };
  });
  app.get('/_local/faults', async () => ({ pending: faults.pending() }));
  app.delete('/_local/faults', async () => {
    faults.clear();
    return { pending: [] };
  });

  app.get<{ Querystring: { since?: string } }>('/_local/calls', async (request, reply) => {
    const since = Number(request.query.since ?? 0);
    if (!Number.isInteger(since) || since < 0)
      return fail(reply, 400, 'since must be a mark of an earlier reply.');
    return { mark: recorder.mark(), calls: recorder.since(since) };
  });

  app.get('/_local/site', async () => ({
    siteUrl: deps.siteUrl,
    framesUrl: deps.framesUrl,
    now: clock.now().toISOString(),
    people: deps.products.people,
    modules: deps.manifest.modules.map(({ type, key }) => ({ type, key })),
    surfaces: deps.surfaces(),
  }));
}
