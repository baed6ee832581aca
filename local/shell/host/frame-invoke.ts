import { z } from 'zod';
import type { FrameHost } from './frame-host';

const call = z.object({
  functionKey: z.string(),
  payload: z.unknown().optional(),
  metadata: z.looseObject({ rateLimitProperties: z.boolean().optional() }).optional(),
  invokeType: z.string().optional(),
});

/**
 * Runs a resolver function of the app for a frame. Without metadata the raw result; with it the result beside what
 * was asked for (Forge docs, "invoke").
 */
export async function invoke(host: FrameHost, data: unknown): Promise<unknown> {
  const { functionKey, payload, metadata, invokeType } = call.parse(data);
  if (invokeType !== undefined) throw new Error(`NotModelled: invoke ${invokeType}`);
  const response = await fetch('/_local/frame/invoke', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-waymark-local-origin': 'browser' },
    body: JSON.stringify({
      moduleKey: host.module.key,
      functionKey,
      payload,
      extension: host.extension,
      localId: host.localId,
    }),
  });
  const body = await readBody(response);
  if (!response.ok) throw new Error(messageOf(body) ?? 'There was an error invoking the function.');
  if (metadata === undefined) return body;
  return { body, metadata: metadata.rateLimitProperties === true ? { rateLimitProperties: unlimited } : {} };
}

/** The site counts no invocations; the numbers are Forge's own for an app that has used none. */
const unlimited = { rateLimitValue: 1200, rateLimitRemaining: 1200, rateLimitReset: 60 };

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  const body: unknown = JSON.parse(text);
  return body;
}

function messageOf(body: unknown): string | undefined {
  return z.object({ error: z.object({ message: z.string() }) }).safeParse(body).data?.error.message;
}
