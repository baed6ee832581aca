/**
 * The rules that need every key result of a cycle (design §3.10 K12, S1). The backend works them out, since only it reads all;
 * so nothing here asks for the words of `lexicon.ts`, which are the browser's.
 */
import type { AccountId, KeyResultId } from '../ids';
import { isWord, wordsOf } from './words';

/** Owners of more key results in a cycle than `most`, what one person carries, with how many. */
export function overburdened(
  keyResults: readonly { owner: AccountId | null }[],
  most: number,
): { owner: AccountId; count: number }[] {
  const counts = new Map<AccountId, number>();
  for (const { owner } of keyResults) if (owner !== null) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return [...counts].flatMap(([owner, count]) => (count > most ? [{ owner, count }] : []));
}

const small =
  /^(?:a|an|the|our|all|every|each|its|their|of|in|on|at|by|for|with|within|from|to|per|than|or|and|as|least|most|more|less|fewer|above|below|under|over|up|down|instead|or|is|are|be|will|end|quarter|year|month|week|weekly|monthly|percent|points?|increase|raise|grow|lift|boost|improve|reduce|decrease|lower|cut|shrink|shorten|double|halve|reach|achieve|get|hit|keep|maintain|hold|stay|rises?|falls?|drops?|grows?|stays?|goes|number|new)$/;

/**
 * What a key result measures, said so that two sentences about one number are equal: its words without movement, numbers
 * and small words, in alphabetical order. '' when nothing is left.
 */
export function metricKey(title: string): string {
  const kept = wordsOf(title).flatMap((word) => {
    const { lower } = word;
    return !isWord(word) || /\d/.test(lower) || small.test(lower)
      ? []
      : [/[^s]s$/.test(lower) && lower.length > 3 ? lower.slice(0, -1) : lower];
  });
  return [...new Set(kept)].sort().join(' ');
}

/** Key results that measure what an earlier one of the cycle measures, each with that one's key. */
export function measuredTwice(
  keyResults: readonly { id: KeyResultId; key: string; title: string }[],
): { id: KeyResultId; other: string }[] {
  const first = new Map<string, string>();
  return keyResults.flatMap(({ id, key, title }) => {
    const measures = metricKey(title);
    const other = first.get(measures);
    if (other === undefined) first.set(measures, key);
    return other === undefined || measures === '' ? [] : [{ id, other }];
  });
}
