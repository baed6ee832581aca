import { AS_HEADER, INVOCATION_HEADER, type Json } from '../contracts';
import { CrashFault, type Faults } from '../control/faults';
import type { RunContext } from './worker-pool';
import type { PlatformRequest } from './worker-messages';

/** The app used a part of the platform that the local site does not have. */
export class NotModelled extends Error {
  override readonly name = 'NotModelled';
  constructor(what: string) {
    super(`Not modelled on the local site: ${what}.`);
  }
}

/** Products that are one site here. */
const PRODUCTS = new Set(['jira', 'confluence']);
/** What the app may ask of Atlassian's own gateway (`stargate`); the rest of it is not modelled. */
const GATEWAY = 'POST /app/report-accounts';

/**
 * Sends the backend's product requests (`requestJira`, `requestConfluence`, the report of accounts) over HTTP to the site's own
 * server at the real path, with a header that says who asks. `asUser` without a person behind the run
 * is answered as Forge does: a NEEDS_AUTHENTICATION_ERR (Forge docs, "Product fetch APIs").
 */
export function createProductDoor(options: { siteUrl: string; faults: Faults }) {
  return async (request: PlatformRequest, run: RunContext): Promise<Response> => {
    const { provider, remote, accountId, contextAri } = request.meta;
    const what = `${nameOf(remote)} ${request.method} ${request.path}`;
    const known = typeof remote === 'string' && (PRODUCTS.has(remote) || what === `stargate ${GATEWAY}`);
    if (!known || contextAri !== undefined) throw new NotModelled(what);
    if (accountId !== undefined && accountId !== null) throw new NotModelled(`impersonating a user: ${what}`);
    const as =
      provider === 'app' ? 'app' : provider === 'user' && run.accountId ? `user:${run.accountId}` : null;
    if (as === null && provider !== 'user') throw new NotModelled(`provider ${nameOf(provider)}: ${what}`);
    if (as === null)
      return new Response(null, {
        status: 401,
        headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' },
      });

    const fault = options.faults.next(`${request.method} ${request.path}`);
    if (fault === '429') return failure(429, 'Rate limit exceeded.', { 'retry-after': '5' });
    if (fault === '500' || fault === 'error-before') return failure(500, 'Internal server error.');
    const headers = new Headers(request.headers.map(([name, value]): [string, string] => [name, value]));
    headers.set(AS_HEADER, as);
    headers.set(INVOCATION_HEADER, run.invocationId);
    const response = await fetch(new URL(request.path, options.siteUrl), {
      method: request.method,
      headers,
      body: request.body,
    });
    if (fault === 'crash') throw new CrashFault();
    if (fault === 'error-after') return failure(500, 'Internal server error.');
    if (fault === 'timeout') return failure(504, 'The request took too long; it may have been carried out.');
    return response;
  };
}

/** A text as it is, anything else as JSON. */
export function nameOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

function failure(status: number, message: string, headers: { [name: string]: string } = {}): Response {
  const body: Json = { errorMessages: [message], errors: {} };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}
