/** Contribution, not cascade (design §3.11): whether an objective's words are those of what it serves. */
import { isWord, wordsOf } from './words';

/** Of the shorter one's words, this share is the other's: a copy. Below it, two teams speak of one thing in words of their own. */
const copied = 0.8;
/** With fewer words in common only equal sentences are copies: "Happy customers" says little that could be copied. */
const fewest = 3;

/** Words that every sentence has, and verbs that say only which way: what is left is what the sentence is about. */
const small =
  /^(?:a|an|the|our|all|every|each|its|their|your|my|this|that|these|of|in|on|at|by|for|with|within|from|to|per|than|or|and|as|so|be|is|are|will|we|it|they|who|more|most|less|fewer|much|very|new|better|best|year|quarter|month|half|end|increase|raise|grow|lift|boost|improve|reduce|decrease|lower|cut|become|make|get|keep|help|drive|deliver|achieve|reach|contribute|support)$/;

/** What a sentence is about: its words in lower case, singular, without numbers and small words. */
function wordsAbout(title: string): ReadonlySet<string> {
  return new Set(
    wordsOf(title).flatMap((word) => {
      const { lower } = word;
      if (!isWord(word) || /\d/.test(lower) || small.test(lower)) return [];
      return [/[^s]s$/.test(lower) && lower.length > 3 ? lower.slice(0, -1) : lower];
    }),
  );
}

/**
 * Whether `title` copies the words of what it serves, whatever the numbers, the order and the small words. Sentences that
 * are about nothing copy nothing.
 */
export function copiesWords(title: string, served: string): boolean {
  const own = wordsAbout(title);
  const theirs = wordsAbout(served);
  const shared = [...own].filter((word) => theirs.has(word)).length;
  if (shared === 0) return false;
  if (shared === own.size && shared === theirs.size) return true;
  return shared >= fewest && shared / Math.min(own.size, theirs.size) >= copied;
}
