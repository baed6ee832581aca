import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { CallName, Input } from '../../../src/contract/calls';
import type { Person } from './people';

const answered = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), refusal: z.object({ code: z.string(), message: z.string() }) }),
]);

/** The site as a person's own browser would reach it: Jira's REST, and the app's calls without their screens. */
export class SiteClient {
  constructor(private readonly url: string) {}

  /**
   * Asks the site and parses its reply; a refusal of Jira is thrown with its words. Asked too fast, Jira says how long to wait,
   * and is asked again then.
   */
  async ask<T>(
    by: Person,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body: unknown,
    reply: z.ZodType<T>,
  ): Promise<T> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        cookie: `waymark-person=${encodeURIComponent(by.id)}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const wait = response.status === 429 ? Number(response.headers.get('retry-after')) : 0;
    if (wait > 0) {
      await setTimeout(wait * 1_000);
      return this.ask(by, method, path, body, reply);
    }
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return reply.parse(text === '' ? null : JSON.parse(text));
  }

  /** Makes a call of the app as this person; a refusal is thrown with its sentence. */
  async call<N extends CallName, T>(by: Person, name: N, payload: Input<N>, value: z.ZodType<T>): Promise<T> {
    const body = { accountId: by.id, module: 'global-page', call: name, payload };
    const answer = await this.ask(by, 'POST', '/_local/invoke', body, answered);
    if (!answer.ok) throw new Error(`${name} was refused: ${answer.refusal.message}`);
    return value.parse(answer.value);
  }
}
