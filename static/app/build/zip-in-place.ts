/**
 * What the readers and writers of Excel files take from `fflate`, without its workers: it would start them from a blob, which
 * Forge's Content-Security-Policy refuses, as soon as a file is larger than 160 KB.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate/browser';
import type { UnzipOptions, Unzipped, Zippable } from 'fflate/browser';

export { strFromU8, strToU8, unzipSync, zipSync };

type Done<T> = (error: Error | null, result: T) => void;

/** As `zip` of fflate, done by the time it returns. */
export function zip(files: Zippable, done: Done<Uint8Array>): void {
  done(null, zipSync(files));
}

/** As `unzip` of fflate, done by the time it returns; with options or without. */
export function unzip(data: Uint8Array, ...rest: [UnzipOptions, Done<Unzipped>] | [Done<Unzipped>]): void {
  const [options, done] = rest.length === 2 ? rest : [undefined, rest[0]];
  let result: Unzipped = {};
  let failed: Error | null = null;
  try {
    result = unzipSync(data, options);
  } catch (error) {
    failed = error instanceof Error ? error : new Error(String(error));
  }
  done(failed, result);
}
