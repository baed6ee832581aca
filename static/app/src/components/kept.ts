import { loose } from '../boot/place';

const storageKey = (name: string) => `waymark.${name}`;

/** What a form kept on this machine under a name; null when there is nothing that can be read. */
export function readKept(name: string): ReturnType<typeof loose> | null {
  try {
    const kept = loose(JSON.parse(localStorage.getItem(storageKey(name)) ?? 'null'));
    return Object.keys(kept).length === 0 ? null : kept;
  } catch {
    return null;
  }
}

/** Keeps what is half typed on this machine; null forgets it. A browser that refuses storage keeps nothing, and says nothing. */
export function keep(name: string, typed: object | null): void {
  try {
    if (typed === null) localStorage.removeItem(storageKey(name));
    else localStorage.setItem(storageKey(name), JSON.stringify(typed));
  } catch {
    // Private windows and full disks: the form itself works without.
  }
}

/** The texts of a list that was kept; none where it is no list. */
export function listed(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
