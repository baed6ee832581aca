/** Reads typed values out of a query string that was already checked against the document. */
import type { Query } from '../openapi/gate';

export function text(query: Query, name: string): string | undefined {
  const value = query[name];
  return value === undefined ? undefined : String(value);
}

export function whole(query: Query, name: string, otherwise: number): number {
  const value = Number(query[name] ?? otherwise);
  return Number.isFinite(value) ? value : otherwise;
}

export function flag(query: Query, name: string, otherwise = false): boolean {
  const value = query[name];
  return value === undefined ? otherwise : value === true || value === 'true';
}

export function list(query: Query, name: string): readonly string[] | undefined {
  const value = query[name];
  if (value === undefined) return undefined;
  return (Array.isArray(value) ? value : String(value).split(',')).map(String).filter((one) => one !== '');
}
