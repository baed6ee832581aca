import { isUuid, type Tagged } from '../../domain/ids';

/** The id that follows from a print of 64 hexadecimal digits: a UUID of version 8, whose content its maker decides (RFC 9562). */
export function derivedId<K extends string>(print: string): Tagged<K> {
  const variant = '89ab'.charAt(Number.parseInt(print.charAt(16), 16) % 4);
  const id = [
    print.slice(0, 8),
    print.slice(8, 12),
    `8${print.slice(13, 16)}`,
    `${variant}${print.slice(17, 20)}`,
    print.slice(20, 32),
  ].join('-');
  if (!isUuid<K>(id)) throw new Error(`not a print: ${print}`);
  return id;
}
