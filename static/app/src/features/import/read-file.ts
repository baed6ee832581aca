import type { Reading } from './document';
import { maxBytes, readMarkdown, refused } from './read-markdown';

/** Reads an uploaded file. One that is too large is not even opened; bytes that are not UTF-8 are not text. */
export async function readFile(file: Blob): Promise<Reading> {
  if (file.size > maxBytes) return { ok: false, message: refused.tooLarge };
  try {
    return readMarkdown(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()));
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, message: refused.notText };
    throw error;
  }
}
