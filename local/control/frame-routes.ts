import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PERSON_COOKIE, type Json, type ManifestModule } from '../contracts';
import type { Backend, Outcome } from '../forge/backend';
import { SITE_IDS } from '../forge/backend';
import { modulesOfType, type Manifest } from '../forge/manifest';

const map = z.record(z.string(), z.json());

const invokeBody = z.object({
  moduleKey: z.string(),
  functionKey: z.string(),
  payload: z.json().optional(),
  extension: map.optional(),
  localId: z.string().optional(),
});
const statusBody = z.object({ extension: map });
const exportBody = z.object({ payload: map });

/** HTTP statuses for runs that did not end well; the front end only sees the sentence. */
const STATUS = {
  app: 500,
  crash: 502,
  memory: 502,
  timeout: 504,
  'too-large': 413,
  'not-found': 404,
} as const;

/**
 * What the site's pages ask of the backend on behalf of a frame: `invoke` with the person of the cookie,
 * the panel's status and a macro's export with nobody behind them.
 */
export function registerFrameRoutes(
  app: FastifyInstance,
  deps: { backend: Backend; manifest: Manifest },
): void {
  const { backend, manifest } = deps;

  app.post('/_local/frame/invoke', async (request, reply) => {
    const accountId = personOf(request);
    if (!accountId) return fail(reply, 401, 'Nobody is signed in: choose a person first.');
    const body = invokeBody.parse(request.body);
    const outcome = await backend.invoke({
      moduleKey: body.moduleKey,
      functionKey: body.functionKey,
      payload: body.payload ?? {},
      extension: body.extension ?? {},
      localId: body.localId ?? 'local',
      accountId,
    });
    return answerOutcome(reply, outcome);
  });

  app.post('/_local/frame/panel-status', async (request, reply) => {
    const { extension } = statusBody.parse(request.body);
    const module = theOnly(modulesOfType(manifest, 'jira:issueContext'), 'jira:issueContext');
    const payload: Json = { cloudId: SITE_IDS.cloudId, extension: { type: module.type, ...extension } };
    return answerOutcome(reply, await backend.runModule(module, 'dynamicProperties', payload));
  });

  app.post('/_local/frame/macro-export', async (request, reply) => {
    const { payload } = exportBody.parse(request.body);
    const module = theOnly(modulesOfType(manifest, 'macro'), 'macro');
    return answerOutcome(reply, await backend.runModule(module, 'adfExport', payload));
  });
}

/** Answers a run's JSON as it is, or `{error: {message}}` with the words the bridge rejects with. */
export async function answerOutcome(reply: FastifyReply, outcome: Outcome): Promise<FastifyReply> {
  if (!outcome.ok) {
    const message =
      outcome.kind === 'app'
        ? `There was an error invoking the function - ${outcome.message}`
        : outcome.message;
    return fail(reply, STATUS[outcome.kind], message);
  }
  return reply.type('application/json').send(outcome.body === undefined ? '' : JSON.stringify(outcome.body));
}

/** The account id of the person at this browser, or null. */
export function personOf(request: FastifyRequest): string | null {
  const cookies = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const value = cookies.find(([name]) => name === PERSON_COOKIE)?.[1];
  return value ? decodeURIComponent(value) : null;
}

export function fail(reply: FastifyReply, status: number, message: string): FastifyReply {
  return reply.code(status).send({ error: { message } });
}

function theOnly(modules: readonly ManifestModule[], type: string): ManifestModule {
  const [module] = modules;
  if (!module) throw new Error(`The manifest has no ${type}.`);
  return module;
}
