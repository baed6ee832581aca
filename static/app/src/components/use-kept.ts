import { useState } from 'react';
import { loose } from '../boot/place';

type Texts = Record<string, string>;

function read<T extends Texts>(key: string, initial: T): T | null {
  try {
    const kept = loose(JSON.parse(localStorage.getItem(key) ?? 'null'));
    if (Object.keys(kept).length === 0) return null;
    const texts = Object.entries<string>(initial).map(([name, or]): [string, string] => {
      const value = kept[name];
      return [name, typeof value === 'string' ? value : or];
    });
    return { ...initial, ...Object.fromEntries<string>(texts) };
  } catch {
    return null;
  }
}

function write(key: string, texts: Texts | null): void {
  try {
    if (texts === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(texts));
  } catch {
    // Private windows and full disks: the form itself works without.
  }
}

/** Texts of a form, kept on this machine while they are typed: what is half typed survives a closed tab. */
export function useKept<T extends Texts>(name: string, initial: T) {
  const key = `waymark.${name}`;
  const [start] = useState(() => ({ initial, kept: read(key, initial) }));
  const [texts, setTexts] = useState(start.kept ?? start.initial);
  const [restored, setRestored] = useState(start.kept !== null);
  return {
    texts,
    /** Something half typed was found. */
    restored,
    change: (part: Partial<T>) => {
      const next = { ...texts, ...part };
      setTexts(next);
      write(key, next);
    },
    /** Begins again with what is saved. */
    discard: (saved: T) => {
      write(key, null);
      setTexts(saved);
      setRestored(false);
    },
    /** It was saved: nothing is half typed any more. */
    forget: () => write(key, null),
  };
}
