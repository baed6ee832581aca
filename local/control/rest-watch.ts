import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AS_HEADER, INVOCATION_HEADER, type Recorder } from '../contracts';
import type { Faults } from './faults';
import { personOf } from './frame-routes';

const REST = /^\/(rest|wiki\/(api|rest))\//;
const started = new WeakMap<FastifyRequest, number>();

/**
 * Records every REST call of the site's server, and lets planned faults befall those of the browser
 * (the bridge's requestJira and requestConfluence); the backend's are befallen at its own door.
 * A fault `timeout` or `crash` carries the request out and loses the reply: its head arrives and its body does not. A
 * connection closed without a byte would not do: Chromium then sends the request again by itself, a POST too.
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
      return Readable.from(cutOff());
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

/** A body of which the first byte leaves and the rest never does. */
async function* cutOff(): AsyncGenerator<string> {
  yield ' ';
  await setImmediate();
  throw new Error('A planned fault lost the reply.');
}

function fromBackend(request: FastifyRequest): boolean {
  return request.headers[AS_HEADER] !== undefined;
}

function errorBody(message: string): { errorMessages: string[]; errors: object } {
  return { errorMessages: [message], errors: {} };
}
