import type { z } from 'zod';

/** A reply that is not a success; `message` is the sentence the service sent. */
export class RequestError extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/** Asks one of the site's services as the person at the browser. Throws RequestError unless it is a success. */
export async function request<S extends z.ZodType>(
  schema: S,
  path: string,
  init?: { method: 'POST' | 'PUT'; body: unknown },
): Promise<z.infer<S>> {
  const response = await send(path, init);
  return schema.parse(await response.json());
}

/** The same for a reply without content. */
export async function send(
  path: string,
  init?: { method: 'POST' | 'PUT' | 'DELETE'; body?: unknown },
): Promise<Response> {
  const response = await fetch(path, {
    method: init?.method ?? 'GET',
    headers: {
      accept: 'application/json',
      ...(init?.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(init?.body === undefined ? {} : { body: JSON.stringify(init.body) }),
  });
  if (!response.ok) throw new RequestError(await sentenceOf(response), response.status);
  return response;
}

async function sentenceOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined);
  if (typeof body === 'object' && body !== null) {
    if ('errorMessages' in body && Array.isArray(body.errorMessages) && body.errorMessages.length > 0) {
      return body.errorMessages.map(String).join(' ');
    }
    if ('errors' in body && typeof body.errors === 'object' && body.errors !== null) {
      const sentences = Object.values(body.errors).map((value: unknown) =>
        typeof value === 'object' && value !== null && 'title' in value ? String(value.title) : String(value),
      );
      if (sentences.length > 0) return sentences.join(' ');
    }
    if ('message' in body) return String(body.message);
  }
  return `The site answered ${String(response.status)}.`;
}
