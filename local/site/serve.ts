/** Serves one documented operation: who asks, how often, does it fit the document, and only then the answer. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AS_HEADER, PERSON_COOKIE, type Json, type Recorder } from '../contracts';
import type { OperationGate, Query } from '../openapi/gate';
import type { Caller } from './permissions';
import type { createRates } from './rates';
import type { Site } from './site';

export interface Asked {
  readonly caller: Caller;
  readonly params: { readonly [name: string]: string };
  readonly query: Query;
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly body?: Json;
}

export type Handler = (asked: Asked) => Answer | Promise<Answer>;

/** How a product says that something went wrong. */
export type ErrorBody = (
  status: number,
  message: string,
  fields?: { readonly [field: string]: string },
) => Json;

export const jiraError: ErrorBody = (_status, message, fields = {}) => ({
  errorMessages: message === '' ? [] : [message],
  errors: fields,
});

export const confluenceError: ErrorBody = (status, message) => ({
  errors: [{ status, code: status === 404 ? 'NOT_FOUND' : 'INVALID_REQUEST', title: message, detail: null }],
});

/** A refusal as the product would give it. `message` may be empty when `fields` says it all. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly fields: { readonly [field: string]: string } = {},
  ) {
    super(message);
  }
}

/** What the local site does not do, said by name instead of answered wrongly. */
export class NotModelled extends Refused {
  constructor(what: string) {
    super(501, `NotModelled: the local site does not do ${what}.`);
  }
}

export interface Serving {
  readonly site: Site;
  readonly recorder: Recorder;
  readonly mismatches: string[];
  readonly rates: ReturnType<typeof createRates>;
}

/** Who sent a request, from the header the backend door sets or the cookie of the site's own pages. */
export function callerOf(site: Site, request: FastifyRequest): Caller | null {
  const as = request.headers[AS_HEADER];
  if (as === 'app') {
    const user = site.store.state.users.find((one) => one.accountType === 'app');
    return user ? { kind: 'app', user } : null;
  }
  const accountId =
    typeof as === 'string' && as.startsWith('user:')
      ? as.slice(5)
      : cookie(request.headers.cookie, PERSON_COOKIE);
  const user = accountId === null ? undefined : site.store.user(accountId);
  return user?.active && user.accountType === 'atlassian' ? { kind: 'user', user } : null;
}

function cookie(header: string | undefined, name: string): string | null {
  const part = header?.split(';').find((one) => one.trim().startsWith(`${name}=`));
  return part === undefined ? null : decodeURIComponent(part.trim().slice(name.length + 1));
}

export const SIGNED_OUT = 'Client must be authenticated to access this resource.';

/**
 * Registers `method route` (the document's spelling, `{id}` for parameters). Without a gate (Agile, of which there is
 * no document here) only the shape the handler checks itself is checked.
 */
export function serve(
  app: FastifyInstance,
  serving: Serving,
  errorBody: ErrorBody,
  gate: OperationGate | null,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  handler: Handler,
): void {
  const { site } = serving;
  const name = `${method} ${url}`;

  function fail(reply: FastifyReply, status: number, message: string): FastifyReply {
    return reply.code(status).send(errorBody(status, message));
  }

  function mismatch(reply: FastifyReply, why: string): FastifyReply {
    const message = `OpenAPI mismatch: ${name}: ${why}`;
    serving.mismatches.push(message);
    serving.recorder.problem(message);
    return fail(reply, 500, message);
  }

  app.route<{ Params: { [name: string]: string }; Querystring: { [name: string]: unknown } }>({
    method,
    url: url.replace(/\{([^}]+)\}/g, (_all, param: string) => `:${param.replace(/-/g, '_')}`),
    async handler(request, reply) {
      const caller = callerOf(site, request);
      if (!caller) return fail(reply, 401, SIGNED_OUT);

      const wait = serving.rates.take(name, method, request.params['issueIdOrKey']);
      if (wait) {
        void reply.header('retry-after', String(wait.seconds)).header('ratelimit-reason', wait.reason);
        return fail(reply, 429, 'Rate limit exceeded.');
      }

      const parsed = gate?.query(request.query) ?? { ok: true, query: looseQuery(request.query) };
      if (!parsed.ok) return mismatch(reply, parsed.why);
      const badBody = gate?.requestBody(request.body) ?? null;
      if (badBody !== null) return mismatch(reply, badBody);

      const answer = await answerOf(
        handler,
        { caller, params: request.params, query: parsed.query, body: request.body },
        errorBody,
      );
      if (answer.status === 501) serving.recorder.problem(`${name} was asked for something not modelled.`);
      const badReply = gate?.reply(answer.status, answer.body) ?? null;
      if (badReply !== null) return mismatch(reply, badReply);
      return reply.code(answer.status).send(answer.body);
    },
  });
}

function looseQuery(query: { readonly [name: string]: unknown }): Query {
  return Object.fromEntries(Object.entries(query).map(([key, value]) => [key, String(value)]));
}

async function answerOf(handler: Handler, asked: Asked, errorBody: ErrorBody): Promise<Answer> {
  try {
    return await handler(asked);
  } catch (error) {
    if (error instanceof Refused) {
      return { status: error.status, body: errorBody(error.status, error.message, error.fields) };
    }
    throw error;
  }
}
