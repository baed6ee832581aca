/** A sentence as words with their places, so that a finding can point at what triggered it. */

/** Where in the text, as JavaScript counts characters: `text.slice(from, to)`. */
export type Span = { from: number; to: number };
/** A word, a number with what is written onto it, or a single mark such as `%` or `→`. */
export type Word = Span & { text: string; lower: string };

/** What follows this many characters is not read: no title is longer, and a pasted book must not hold up the page. */
const longest = 600;

const shape =
  /[\p{L}\p{M}\p{N}]+(?:['’\-‐‑.,/&+]\p{L}[\p{L}\p{M}\p{N}]*|['’\-‐‑.,/&+]\p{N}[\p{L}\p{M}\p{N}]*)*|[^\s\p{L}\p{M}\p{N}]/gu;

/** The words and marks of a text, in order. One pass; any text is fine. */
export function wordsOf(text: string): Word[] {
  const read = text.slice(0, longest);
  return Array.from(read.matchAll(shape), (match) => ({
    text: match[0],
    lower: match[0].toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** Whether it is made of letters or digits; otherwise it is a mark. */
export function isWord({ text }: Word): boolean {
  return /^[\p{L}\p{N}]/u.test(text);
}

/** The place that holds all of these words; null without any. */
export function spanOf(words: readonly Word[]): Span | null {
  const first = words[0];
  const last = words.at(-1);
  return first && last ? { from: first.from, to: last.to } : null;
}
