/**
 * What a sentence says of the world: that a number or a state will be different (`outcome`), that something will have been
 * done (`task`), how much will be done (`activity`), or only that something gets better (`vague`). Told apart by how
 * English says "changed" and "done", not by examples. Source: design §3.10 K3–K5; how and how well, docs/decisions/0020.
 */
import { boundOf, changeIn, type Change } from './comparisons';
import {
  does,
  isDeterminer,
  isPlural,
  isPreposition,
  isWorkName,
  namesActivity,
  namesMetric,
  namesWork,
  praises,
  repeats,
  serves,
  singular,
  takesIn,
  verbOfParticiple,
} from './lexicon';
import { openingOf, startOf, type Opening } from './opening';
import { quantitiesOf, type Quantity } from './quantities';
import { isWord, spanOf, wordsOf, type Span, type Word } from './words';

export type Shape = 'outcome' | 'task' | 'activity' | 'vague' | 'empty';
export type Sentence = {
  shape: Shape;
  /** The words that decided; null where nothing was written. */
  because: Span | null;
  words: Word[];
  /** Numbers that say how much; dates, names and time limits are not among them. */
  values: Quantity[];
  change: Change | null;
  opening: Opening | null;
};

/** Reads one sentence of any length and content; linear in its length. */
export function readSentence(text: string): Sentence {
  const words = wordsOf(text);
  const quantities = quantitiesOf(words);
  const values = quantities.filter(({ role }) => role === 'value');
  const change = changeIn(words, quantities);
  const opening = openingOf(words);
  const facts = { words, values, change, opening };
  if (!words.some(isWord)) return { ...facts, shape: 'empty', because: null };
  const { shape, because } =
    opening === null
      ? ofNoun(facts)
      : opening.kind === 'do'
        ? ofDoing(facts, opening)
        : ofMoving(facts, opening);
  return { ...facts, shape, because: spanOf(because) ?? spanOf(words.filter(isWord)) };
}

type Facts = Pick<Sentence, 'words' | 'values' | 'change' | 'opening'>;
type Decided = { shape: Shape; because: readonly Word[] };

/** "Launch …", "Hold …", "Resolve 80 % of …": work, unless the sentence says how well or how much comes of it. */
function ofDoing({ words, values, change }: Facts, opening: Opening): Decided {
  const verb = words[opening.at];
  const object = words.slice(opening.at, opening.at + 4);
  if (change) return movement(words, change, opening);
  const percent = values.find(({ kind }) => kind === 'percent');
  if (percent && serves(opening.verb) && isTimed(words, percent)) return outcome(words, percent);
  const money = values.find(({ kind }) => kind === 'money');
  if (money && takesIn(opening.verb)) return outcome(words, money);
  const counted = countedObject(words, values, opening) ?? hoursSpent(values, opening);
  if (counted && !/^(?:hire|recruit|find|appoint)$/.test(opening.verb) && counted.value >= 3) {
    return { shape: 'activity', because: words.slice(opening.at, counted.last + 3).filter(isWord) };
  }
  const often = words.find(
    ({ lower }, at) =>
      /^(?:daily|weekly|monthly|quarterly|regularly)$/.test(lower) &&
      (at === opening.at + 1 || at >= words.length - 4),
  );
  if (often && repeats(opening.verb)) return { shape: 'activity', because: verb ? [verb, often] : [often] };
  const next = words[opening.at + 1];
  // "Communicate more effectively": how, and not what.
  if (
    next &&
    (praises(next.lower) || next.lower === 'well') &&
    !isPlural(words[opening.at + 2]?.lower ?? '')
  ) {
    const how = words[opening.at + 2];
    if (how === undefined || how.lower.endsWith('ly') || isPreposition(how.lower))
      return { shape: 'vague', because: [next] };
  }
  const praise = words.find(({ lower }, at) => at > opening.at && praises(lower));
  if (praise && /^(?:provide|offer|deliver|create|build|give|establish|maintain)$/.test(opening.verb)) {
    return { shape: 'vague', because: [praise] };
  }
  return { shape: 'task', because: object.filter((word, at) => at === 0 || isWord(word)) };
}

/** Verbs that count as the work itself when what they take is counted: "hold 40 demos", "make 600 calls". */
const handles = /^(?:hold|make|take|move|run|have|give|see|come|sit|stand|go)$/;
/** Of these verbs, an object without a number is something to bring about: "Secure approval", "Move the clinic". */
const bringsAbout = /^(?:secure|move|take|acquire|hold|save|turn|bring)$/;
const permit =
  /^(?:approval|approvals|certification|certificate|licence|license|permit|permission|accreditation|sign-off|signoff|buy-in|agreement|contract|patent|funding|budget|visa|clearance|compliance|iso|soc|ce)$/;

/** "Increase …", "Reach …": the number decides; without one it says nothing yet. */
function ofMoving({ words, values, change }: Facts, opening: Opening): Decided {
  const verb = words[opening.at];
  const because = verb ? [verb] : [];
  if (change) return movement(words, change, opening);
  const value = values[0];
  if (value) {
    const counted = countedObject(words, values, opening);
    const up = opening.kind !== 'lower' && boundOf(words, value) !== 'most';
    const moved = !counted && value.kind === 'plain' && up && isActivity(movedThing(words, opening));
    if ((counted && up && (handles.test(opening.verb) || isActivity(nounAfter(words, counted)))) || moved) {
      return { shape: 'activity', because: words.slice(opening.at, value.last + 3).filter(isWord) };
    }
    return outcome(words, value);
  }
  if (/^(?:double|triple|quadruple|halve|eliminate)$/.test(opening.verb))
    return { shape: 'outcome', because };
  const rest = words.slice(opening.at + 1);
  const praised = rest.find(({ lower }) => praises(lower));
  if (opening.kind === 'attain' && !praised) {
    // "Bring in an interim head", "take over the lease".
    const phrasal =
      /^(?:in|on|over|out|up|off)$/.test(rest[0]?.lower ?? '') &&
      /^(?:bring|take|turn|move|get)$/.test(opening.verb);
    const granted = phrasal || rest.some(({ lower }) => permit.test(lower) || namesWork(lower));
    const concrete = opening.verb === 'bring' || opening.verb === 'turn' ? granted : true;
    if (granted || (bringsAbout.test(opening.verb) && concrete)) {
      return { shape: 'task', because: words.slice(opening.at, opening.at + 4).filter(isWord) };
    }
  }
  return { shape: 'vague', because: praised ? [...because, praised] : because };
}

/** "40 % of users …", "Churn below 3 %", "New page live": a state, with a number or without. */
function ofNoun({ words, values, change }: Facts): Decided {
  if (change) return movement(words, change, null);
  const strong = values.find(({ kind }) => kind !== 'plain' && !(kind === 'unit' && ofSprints(words)));
  if (strong) return outcome(words, strong);
  const count = values[0];
  if (count) {
    const bound = boundOf(words, count);
    const busy = isActivity(nounAfter(words, count)) || ofSprints(words) || isActivity(numberedThing(words));
    const done = words.some(
      (word, at) => at > count.last && isDoneAt(words, at) && !isPreposition(word.lower),
    );
    if (bound !== 'most' && (busy || done)) {
      return { shape: 'activity', because: words.slice(count.first, count.last + 4).filter(isWord) };
    }
    return outcome(words, count);
  }
  const start = startOf(words);
  const often = words[start];
  if (
    often &&
    /^(?:daily|weekly|monthly|regular)$/.test(often.lower) &&
    isPlural(words[start + 1]?.lower ?? '')
  ) {
    return { shape: 'activity', because: words.slice(start, start + 2) };
  }
  const finished = finishedAt(words);
  if (finished.length > 0) return { shape: 'task', because: finished };
  const head = headOf(words, start);
  if (head && isWorkName(head.lower, words[words.indexOf(head) + 1]?.lower))
    return { shape: 'task', because: [head] };
  if (often && namesWork(often.lower)) return { shape: 'task', because: [often] };
  const praise = words.find(({ lower }) => praises(lower));
  return { shape: 'vague', because: praise ? [praise] : words.filter(isWord).slice(0, 6) };
}

/** A movement is an outcome, unless what moves up is a count of things people do. */
function movement(words: readonly Word[], change: Change, opening: Opening | null): Decided {
  const { from, to } = change;
  const first = Math.min(from.first, to.first);
  const because = words.slice(first, Math.max(from.last, to.last) + 1);
  const rises = to.value > from.value;
  const counts = from.kind === 'plain' && to.kind === 'plain';
  const thing = opening
    ? movedThing(words, opening)
    : (numberedThing(words) ?? headOf(words, startOf(words)));
  const busy = counts && rises && (isActivity(thing) || ofSprints(words));
  return { shape: busy ? 'activity' : 'outcome', because };
}

function outcome(words: readonly Word[], quantity: Quantity): Decided {
  return { shape: 'outcome', because: words.slice(quantity.first, quantity.last + 1) };
}

function isActivity(word: Word | undefined): boolean {
  return word !== undefined && namesActivity(singular(word.lower));
}

/** Story points and what a sprint holds are effort, whatever they are counted in. */
function ofSprints(words: readonly Word[]): boolean {
  return words.some(({ lower }) => /^(?:sprint|sprints|velocity)$/.test(lower));
}

/** A share with a limit on time or quality beside it is a level of service: "within a day", "on time", "at first contact". */
function isTimed(words: readonly Word[], share: Quantity): boolean {
  const after = words.slice(share.last + 1).map(({ lower }) => lower);
  return after.some(
    (word, at) =>
      /^(?:within|under|first|same-day|without|before)$/.test(word) ||
      (word === 'on' && after[at + 1] === 'time') ||
      (word === 'same' && after[at + 1] === 'day') ||
      (word === 'than' && /^(?:less|fewer|faster)$/.test(after[at - 1] ?? '')),
  );
}

/** The bare number that counts what the verb takes: right after it, give or take "at least", "another" or "at". */
function countedObject(
  words: readonly Word[],
  values: readonly Quantity[],
  { at }: Opening,
): Quantity | null {
  const count = values.find(({ kind }) => kind === 'plain');
  if (!count || count.first <= at) return null;
  const between = words.slice(at + 1, count.first);
  const skips = between.every(({ lower }) =>
    /^(?:at|least|another|more|than|over|all|the|out|up|off|to|with|in|on|some|about|around|>|≥|a|total|of|first|our)$/.test(
      lower,
    ),
  );
  return skips ? count : null;
}

/** "Log 400 hours": time put in, counted. */
function hoursSpent(values: readonly Quantity[], { at, verb }: Opening): Quantity | null {
  const spent = values.find(({ kind, first }) => kind === 'duration' && first === at + 1);
  return spent && (repeats(verb) || /^(?:log|spend|volunteer|train|book|provide)$/.test(verb)) ? spent : null;
}

/** The counted noun: the first plural after a number, before the sentence turns to something else. */
function nounAfter(words: readonly Word[], { last }: Quantity): Word | undefined {
  for (const word of words.slice(last + 1, last + 6)) {
    if (!isWord(word) || isPreposition(word.lower)) return undefined;
    if (isPlural(word.lower) || /^(?:velocity|outreach)$/.test(word.lower)) return word;
  }
  return undefined;
}

/** "Number of meetings held": what is numbered. */
function numberedThing(words: readonly Word[]): Word | undefined {
  const at = words.findIndex(
    ({ lower }, index) =>
      /^(?:number|amount|volume|count|total|quantity|hours)$/.test(lower) && words[index + 1]?.lower === 'of',
  );
  return at < 0 ? undefined : words.slice(at + 2, at + 6).find(({ lower }) => isPlural(lower));
}

/** What "increase", "double" or "reach" take: the last word before a preposition or a number. */
function movedThing(words: readonly Word[], { at }: Opening): Word | undefined {
  return numberedThing(words.slice(at, at + 8)) ?? headOf(words, at + 1);
}

/** The last word of the noun phrase that starts at `start`. */
function headOf(words: readonly Word[], start: number): Word | undefined {
  let head: Word | undefined;
  for (const word of words.slice(Math.max(0, start), start + 8)) {
    if (!isWord(word) || isPreposition(word.lower) || /^\d/.test(word.text)) break;
    head = word;
  }
  return head;
}

/** A word that says something was done, where it is said of what came before: "documentation completed by June". */
function isDoneAt(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const previous = words[at - 1];
  if (!word || !previous || !isWord(previous) || isDeterminer(previous.lower)) return false;
  const verb = verbOfParticiple(word.lower);
  if (verb === null || !does(verb)) return false;
  const next = words[at + 1];
  // "Workshops run", "service split out": past and present look the same.
  if (verb === word.lower) return next === undefined || /^(?:out|up|off|by)$/.test(next.lower);
  return (
    next === undefined ||
    !isWord(next) ||
    isPreposition(next.lower) ||
    /^(?:and|or|out|over|down|up|off)$/.test(next.lower)
  );
}

/** The words that say that something exists or is finished: "is live", "in place", "completed". None: []. */
function finishedAt(words: readonly Word[]): readonly Word[] {
  const at = words.findIndex(
    ({ lower }, index) =>
      index > 0 &&
      (/^(?:live|done|complete|ready|finished|operational|available|online|go-live)$/.test(lower) ||
        (lower === 'in' &&
          /^(?:place|production|use|operation|operations)$/.test(words[index + 1]?.lower ?? '')) ||
        isDoneAt(words, index)),
  );
  if (at < 0) return [];
  return words.slice(at, words[at]?.lower === 'in' ? at + 2 : at + 1);
}

/** Whether the sentence names a number by its own name, such as "revenue" or "NPS". */
export function metricNamed({ words }: Pick<Sentence, 'words'>): Word | undefined {
  return words.find(({ lower }) => namesMetric(lower) || namesMetric(singular(lower)));
}
