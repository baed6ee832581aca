import { useState } from 'react';
import { keep, readKept } from './kept';

type Texts = Record<string, string>;

function read<T extends Texts>(name: string, initial: T): T | null {
  const kept = readKept(name);
  if (kept === null) return null;
  const texts = Object.entries<string>(initial).map(([field, or]): [string, string] => {
    const value = kept[field];
    return [field, typeof value === 'string' ? value : or];
  });
  return { ...initial, ...Object.fromEntries<string>(texts) };
}

/** Texts of a form, kept on this machine while they are typed: what is half typed survives a closed tab. */
export function useKept<T extends Texts>(name: string, initial: T) {
  const [start] = useState(() => ({ initial, kept: read(name, initial) }));
  const [texts, setTexts] = useState(start.kept ?? start.initial);
  const [restored, setRestored] = useState(start.kept !== null);
  return {
    texts,
    /** Something half typed was found. */
    restored,
    change: (part: Partial<T>) => {
      const next = { ...texts, ...part };
      setTexts(next);
      keep(name, next);
    },
    /** Begins again with what is saved. */
    discard: (saved: T) => {
      keep(name, null);
      setTexts(saved);
      setRestored(false);
    },
    /** It was saved: nothing is half typed any more. */
    forget: () => keep(name, null),
  };
}
