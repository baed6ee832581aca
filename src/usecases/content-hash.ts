import { createHash } from 'node:crypto';

/** Characters that hold 132 bits of base64url: no two requests meet by chance, and a row of check-ins stays narrow. */
const length = 22;

/** A hash of what a request asked for: a repeat of an act succeeds only with the same content. The start of a SHA-256, in base64url. */
export function hashOfContent(content: string): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, length);
}
