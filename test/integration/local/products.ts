/** The Jira and Confluence services alone, with the sample company, on a clock that stands still. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import type { Json, ProductEvent, Products } from '../../../local/contracts';
import { registerProducts } from '../../../local/site/register';

export const NOW = new Date('2026-03-16T09:00:00.000Z');

export const MARTA = 'user:712020:6f0d2b1e-3c58-4f6a-9a47-0b1f5a7d1c01';
export const PRIYA = 'user:712020:2a9be7c4-71d3-4c0e-8f52-9d3e6b8a2c02';
export const TOM = 'user:712020:b83c5d10-0e6f-4a9b-b7a1-4c7f2d9e3c03';
export const JONAS = 'user:712020:e41f7a92-5b2d-47c8-a6d3-8e0b1c4f4c04';
export const APP = 'app';

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

export interface TestProducts {
  readonly url: string;
  readonly products: Products;
  readonly events: ProductEvent[];
  /** The issue property `waymark` at the moment of each event. */
  readonly propertyThen: unknown[];
  readonly problems: string[];
  /** Moves the clock on by some milliseconds. */
  wait(ms: number): void;
  ask(as: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: Json): Promise<Reply>;
  /** Keys found by a query, in its order. */
  keys(as: string, jql: string): Promise<readonly string[]>;
  /** The sentence a query is refused with. */
  refusal(as: string, jql: string): Promise<unknown>;
  stop(): Promise<void>;
}

export async function startProducts(): Promise<TestProducts> {
  const dataDir = mkdtempSync(join(tmpdir(), 'waymark-products-'));
  const events: ProductEvent[] = [];
  const propertyThen: unknown[] = [];
  const problems: string[] = [];
  let now = NOW.getTime();
  const app = fastify();
  const products = registerProducts(app, {
    dataDir,
    fresh: true,
    siteUrl: 'http://127.0.0.1:3000',
    clock: { now: () => new Date(now), set: () => undefined },
    emit(event) {
      events.push(event);
      propertyThen.push(products.issueProperty(String(at(event.body, 'issue', 'id')), 'waymark'));
    },
    recorder: {
      record: () => undefined,
      problem: (message) => problems.push(message),
      mark: () => 0,
      since: () => [],
    },
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });

  const ask: TestProducts['ask'] = async (as, method, path, body) => {
    const reply = await fetch(`${url}${path}`, {
      method,
      headers: {
        'x-waymark-local-as': as,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    const parsed: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: reply.status, body: parsed };
  };

  return {
    url,
    products,
    events,
    propertyThen,
    problems,
    ask,
    wait(ms) {
      now += ms;
    },
    async keys(as, jql) {
      const { status, body } = await ask(as, 'POST', '/rest/api/3/search/jql', {
        jql,
        fields: ['key'],
        maxResults: 500,
      });
      if (status !== 200) throw new Error(`${jql}: ${JSON.stringify(body)}`);
      return list(at(body, 'issues')).map((issue) => String(at(issue, 'key')));
    },
    async refusal(as, jql) {
      const { status, body } = await ask(as, 'POST', '/rest/api/3/search/jql', { jql });
      if (status !== 400) throw new Error(`${jql} was answered with ${String(status)}`);
      return list(at(body, 'errorMessages'))[0];
    },
    async stop() {
      await products.stop();
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Looks into a reply: `at(body, 'fields', 'status', 'name')`. */
export function at(value: unknown, ...keys: (string | number)[]): unknown {
  return keys.reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null) return undefined;
    return new Map<string, unknown>(Object.entries(inner)).get(String(key));
  }, value);
}

export function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`Expected a list, not ${JSON.stringify(value)}.`);
  return value;
}
