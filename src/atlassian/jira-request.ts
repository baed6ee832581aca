import { asApp, asUser, type Route } from '@forge/api';
import type { z } from 'zod/mini';

/**
 * Why Jira gave no answer. `retryAfterSeconds` is Jira's own word (Retry-After); null: it did not say. `turnedAway`: surely nothing
 * was done, as with a rate limit; else nobody knows.
 */
export type JiraUnavailable = { reason: string; retryAfterSeconds: number | null; turnedAway: boolean };

/**
 * Jira's answer, or that there was none: a rate limit, a fault on its side, or no reply in time. Nothing here
 * tries again: a person's act says so at once, a schedule comes back by itself.
 */
export type JiraAnswer<T> = { ok: true; value: T } | { ok: false; unavailable: JiraUnavailable };

/**
 * `user`: as the person who called, with their rights; only in calls a person makes.
 * `app`: for the upkeep of the issue property and the stored work, which no person asked for.
 */
export type Asker = 'user' | 'app';

type Request = { method?: 'GET' | 'POST' | 'PUT' | 'DELETE'; body?: unknown };
type Reply = { status: number; body: unknown };

/** Well below the 25 seconds of an invocation, so that there is time left to say what happened. */
const patienceMs = 10_000;
/** What `fetch` throws when the line is cut or time is up; anything else is a fault of ours. */
const lineFaults = new Set(['AbortError', 'TimeoutError', 'FetchError']);

/**
 * One request to Jira. Any status below 500 but 408 and 429 is an answer, for the caller to read.
 * Throws what Forge throws when the person has not let the app act for them: the platform then asks them.
 */
export async function send(as: Asker, path: Route, request: Request = {}): Promise<JiraAnswer<Reply>> {
  const { method = 'GET', body } = request;
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const jira = as === 'user' ? asUser() : asApp();
  let response;
  try {
    response = await jira.requestJira(path, {
      method,
      headers,
      signal: AbortSignal.timeout(patienceMs),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { status } = response;
    if (status >= 500 || status === 408 || status === 429) {
      return unavailable(`Jira answered ${status}`, retryAfter(response), status === 429);
    }
    const text = await response.text();
    return { ok: true, value: { status, body: text === '' ? null : parseJson(text) } };
  } catch (error) {
    if (isLineFault(error)) return unavailable(error.message, null, isTooMany(error));
    throw error;
  }
}

/** One request whose answer is 200 with a body of this shape. Throws on any other answer. */
export async function ask<T>(
  as: Asker,
  path: Route,
  schema: z.ZodMiniType<T>,
  request: Request = {},
): Promise<JiraAnswer<T>> {
  const reply = await send(as, path, request);
  if (!reply.ok) return reply;
  return { ok: true, value: read(schema, reply.value, path) };
}

/** The body of a 200 in the shape expected. Throws when Jira says something else: nobody expected that. */
export function read<T>(schema: z.ZodMiniType<T>, reply: Reply, path: Route): T {
  if (reply.status !== 200) {
    throw new Error(`Jira answered ${reply.status} to ${path.value}`, { cause: reply.body });
  }
  const parsed = schema.safeParse(reply.body);
  if (parsed.success) return parsed.data;
  throw new Error(`Jira's answer to ${path.value} has another shape`, { cause: parsed.error });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** That there was no answer. */
export function unavailable(
  reason: string,
  retryAfterSeconds: number | null,
  turnedAway: boolean,
): JiraAnswer<never> {
  return { ok: false, unavailable: { reason, retryAfterSeconds, turnedAway } };
}

/** Forge's documentation does not promise that a reply carries its headers. */
type MaybeHeaders = { headers?: { get?(name: string): string | null } };

function retryAfter(reply: MaybeHeaders): number | null {
  const seconds = Number(reply.headers?.get?.('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}

/** The proxy's own 429 and 5xx arrive as an error with a status, a cut line as an error of `fetch`. */
export function isLineFault(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if ('status' in error && typeof error.status === 'number')
    return error.status >= 500 || error.status === 429;
  return lineFaults.has(error.name) || (error instanceof TypeError && error.message === 'fetch failed');
}

function isTooMany(error: Error): boolean {
  return 'status' in error && error.status === 429;
}
