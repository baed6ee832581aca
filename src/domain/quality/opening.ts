/** How a sentence begins: with a verb that says what somebody will do, or with the thing that will be different. */
import {
  attains,
  does,
  isAuxiliary,
  lowers,
  namesActivity,
  namesLevel,
  namesMetric,
  isPlural,
  isPreposition,
  raises,
  singular,
  steers,
} from './lexicon';
import { isWord, type Word } from './words';

/** `do`: work, known as such or by its grammar. The others are said in `lexicon.ts`. */
export type Opening = { at: number; verb: string; kind: 'raise' | 'lower' | 'steer' | 'attain' | 'do' };

/** Words before the sentence proper: "We will", "Key result 2:", "Successfully". */
const preamble =
  /^(?:we|we'll|we’ll|i|i'll|will|shall|to|please|successfully|fully|finally|also|continue|kr\d*|o\d*|and|let's|let’s|must|should|want|team)$/;

/** Where the sentence proper starts. */
export function startOf(sentence: readonly Word[]): number {
  const colon = sentence.slice(0, 5).findIndex(({ text }) => text === ':');
  const named = /^(?:kr|key|o|objective|goal|initiative)/.test(sentence[0]?.lower ?? '');
  // "Website: add German": what comes before the colon says where.
  const labelled = colon > 0 && (named || kindOf(sentence[colon + 1]?.lower ?? '') !== null);
  let at = labelled ? colon + 1 : 0;
  while (at < sentence.length) {
    const word = sentence[at];
    if (!word || (isWord(word) && !preamble.test(word.lower))) break;
    at += isWord(word) || !/^[$€£¥₹><≥≤±+\-–]$/.test(word.text) ? 1 : sentence.length;
  }
  if (at >= sentence.length) return sentence.findIndex((word) => isWord(word));
  // "Ensure that", "make sure": what they introduce is the sentence.
  const [one, two] = [sentence[at]?.lower, sentence[at + 1]?.lower];
  const made = one === 'make' && two === 'sure' ? 2 : one === 'ensure' ? 1 : 0;
  if (made === 0) return at;
  const next = at + made + (sentence[at + made]?.lower === 'that' ? 1 : 0);
  return next < sentence.length ? next : at;
}

function kindOf(verb: string): Opening['kind'] | null {
  if (raises(verb)) return 'raise';
  if (lowers(verb)) return 'lower';
  if (attains(verb)) return 'attain';
  if (steers(verb)) return 'steer';
  return does(verb) ? 'do' : null;
}

/** The base of "launching" and "launched"; null when it is neither of a verb we know. */
function baseOf(word: string): string | null {
  const stem = word.endsWith('ing') ? word.slice(0, -3) : word.endsWith('ed') ? word.slice(0, -2) : '';
  if (stem.length < 3) return null;
  const undoubled = stem.at(-1) === stem.at(-2) ? [stem.slice(0, -1)] : [];
  return [stem, `${stem}e`, ...undoubled].find((verb) => kindOf(verb) !== null) ?? null;
}

const opensObject = /^(?:the|a|an|our|its|their|your|my|this|these|new)$/;

/**
 * The verb a sentence opens with; null when it opens with a noun. English verbs and nouns share forms ("field", "test",
 * "close"), so what follows decides. A verb that nobody listed is known by its object: "Rewire the hall".
 */
export function openingOf(sentence: readonly Word[]): Opening | null {
  const at = startOf(sentence);
  const word = sentence[at];
  if (!word || !/^\p{L}/u.test(word.text)) return null;
  const next = sentence[at + 1];
  const kind = kindOf(word.lower);
  if (kind !== null) return isNounHere(sentence, at, kind) ? null : { at, verb: word.lower, kind };
  const takesObject = next !== undefined && opensObject.test(next.lower);
  const base = takesObject || /^\d/.test(next?.text ?? '') ? baseOf(word.lower) : null;
  if (base !== null) return { at, verb: base, kind: kindOf(base) ?? 'do' };
  const known = namesMetric(word.lower) || namesLevel(word.lower) || namesActivity(singular(word.lower));
  if (known || isPreposition(word.lower) || isAuxiliary(word.lower)) return null;
  const formed = /.{3}(?:ise|ize|ify)$/.test(word.lower);
  const counts =
    /^\d/.test(next?.text ?? '') && /^\p{Lu}?\p{Ll}+$/u.test(word.text) && pluralSoon(sentence, at + 2);
  if (formed || (takesObject && !isPlural(word.lower)) || (counts && !isPlural(word.lower))) {
    return { at, verb: word.lower, kind: 'do' };
  }
  return null;
}

const finite =
  /^(?:fall|rise|drop|grow|shrink|exceed|decline|decrease|increase|go|stay|remain|climb|are|is|take|cost)$/;

function pluralSoon(sentence: readonly Word[], at: number): boolean {
  return sentence.slice(at, at + 3).some(({ lower }) => isPlural(lower));
}

/** "Launch of the portal", "Field failure rate below 2 %", "Win rate": a noun, whatever the dictionary says. */
function isNounHere(sentence: readonly Word[], at: number, kind: Opening['kind']): boolean {
  const next = sentence[at + 1];
  if (!next) return false;
  if (/^(?:of|per|is|are|:|→|≥|≤|<|>|rises|falls|drops|grows|stays|goes|remains)$/.test(next.lower))
    return true;
  // "Refund requests fall by half": the verb comes later.
  const later = sentence.slice(at + 2, at + 4).some(({ lower }) => finite.test(lower));
  if (kind === 'do' && later && isPlural(next.lower)) return true;
  if (kind !== 'do' && !/^(?:win|hold|return|support|lead|work|care|cost)$/.test(sentence[at]?.lower ?? ''))
    return false;
  // The last word before a comparison or a preposition names a number.
  const end = sentence.findIndex(
    (word, index) =>
      index > at &&
      (!isWord(word) ||
        isPreposition(word.lower) ||
        /^(?:above|below|up|down|is|are)$|^\d|s$/.test(word.lower)),
  );
  const head = sentence[(end < 0 ? sentence.length : end) - 1];
  const numbered = sentence.some(({ text }) => /^\d/.test(text));
  const plain = head !== undefined && head !== sentence[at] && !opensObject.test(next.lower);
  return numbered && plain && (namesLevel(head.lower) || namesMetric(head.lower));
}
