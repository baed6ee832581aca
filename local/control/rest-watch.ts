import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AS_HEADER, INVOCATION_HEADER, type Recorder } from '../contracts';
import { CrashFault, type Faults } from './faults';
import { personOf } from './frame-routes';

const REST = /^\/(rest|wiki\/(api|rest))\//;
const started = new WeakMap<FastifyRequest, number>();

/**
 * Records every REST call of the site's server, and lets planned faults befall those of the browser
 * (the bridge's requestJira and requestConfluence); the backend's are befallen at its own door.
 * A fault `timeout` or `crash` carries the request out and closes the connection without a reply.
 */
export function watchRest(app: FastifyInstance, recorder: Recorder, faults: Faults): void {
  const planned = new WeakMap<FastifyRequest, ReturnType<Faults['next']>>();

  app.addHook('onRequest', async (request, reply) => {
    if (!REST.test(request.url)) return;
    started.set(request, performance.now());
    if (fromBackend(request)) return;
    const fault = faults.next(`${request.method} ${request.url}`);
    planned.set(request, fault);
    if (fault === '429')
      await reply.code(429).header('retry-after', '5').send(errorBody('Rate limit exceeded.'));
    if (fault === '500' || fault === 'error-before')
      await reply.code(500).send(errorBody('Internal server error.'));
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const fault = planned.get(request);
    planned.delete(request);
    if (fault === 'timeout' || fault === 'crash') {
      request.raw.socket.destroy();
      throw new CrashFault();
    }
    if (fault !== 'error-after') return payload;
    reply.code(500);
    return JSON.stringify(errorBody('Internal server error.'));
  });

  app.addHook('onResponse', async (request, reply) => {
    const begun = started.get(request);
    if (begun === undefined) return;
    const person = personOf(request);
    const as = request.headers[AS_HEADER];
    const invocation = request.headers[INVOCATION_HEADER];
    recorder.record({
      kind: 'rest',
      method: request.method,
      path: request.url,
      as: typeof as === 'string' ? as : person ? `user:${person}` : 'anonymous',
      status: reply.statusCode,
      ms: Math.round((performance.now() - begun) * 100) / 100,
      bytes: Number(reply.getHeader('content-length') ?? 0),
      origin: fromBackend(request) ? 'backend' : 'browser',
      invocationId: typeof invocation === 'string' ? invocation : null,
    });
  });
}

function fromBackend(request: FastifyRequest): boolean {
  return request.headers[AS_HEADER] !== undefined;
}

function errorBody(message: string): { errorMessages: string[]; errors: object } {
  return { errorMessages: [message], errors: {} };
}
