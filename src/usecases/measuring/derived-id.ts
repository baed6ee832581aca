import { createHash } from 'node:crypto';
import { isUuid, type Tagged } from '../../domain/ids';

/**
 * The id that follows from `source`, always the same: a UUID of version 8, whose content its maker decides (RFC 9562), here the
 * first bits of a SHA-256.
 */
export function derivedId<K extends string>(source: string): Tagged<K> {
  const hash = createHash('sha256').update(source).digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(hash.charAt(16), 16) % 4);
  const id = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
  if (!isUuid<K>(id)) throw new Error(`not a UUID: ${id}`);
  return id;
}
