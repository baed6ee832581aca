import { isLocalDate, type LocalDate } from '../../../../../src/domain/dates';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What a change wrote down; a text that is no JSON is itself. */
export function readJson(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : text;
  } catch {
    return text;
  }
}

function isJson(value: unknown): value is Json {
  if (value === null || typeof value !== 'object') return value === null || typeof value !== 'function';
  return Object.values(value).every(isJson);
}

/** The named part of an object; null where there is none. */
export function partOf(value: Json, key: string): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value[key] ?? null) : null;
}

/** A number, or null. */
export function numberIn(value: Json, key: string): number | null {
  const part = partOf(value, key);
  return typeof part === 'number' ? part : null;
}

/** A day, or null. */
export function dayIn(value: Json, key: string): LocalDate | null {
  const part = partOf(value, key);
  return isLocalDate(part) ? part : null;
}
