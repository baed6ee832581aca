/** The numbers in a sentence and what each is: a value, a date, a label, or how long something may take. */
import { amountOf, type SaidAmount } from '../said-amount';
import type { Word } from './words';

/** `percent` … `plain`: what is counted in. `duration` is a length of time, whatever its role. */
export type QuantityKind = 'percent' | 'money' | 'multiple' | 'duration' | 'unit' | 'plain';
export type Quantity = {
  /** Places in the list of words: `words.slice(first, last + 1)`. */
  first: number;
  last: number;
  value: number;
  kind: QuantityKind;
  /** `value`: a size that could be reached. `limit`: a time that qualifies another ("within 30 days"). */
  role: 'value' | 'limit';
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

const lists = {
  months:
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
  /** A number right after one of these is a name: version 3, top 20, phase 2. */
  labels:
    'version v release phase revision part step level tier grade year week sprint top number no nr iteration room hall line page day class category type priority sev severity p stage article section chapter generation gen team group option plan',
  times:
    'second seconds sec secs minute minutes min mins hour hours h hr hrs day days week weeks month months quarter quarters year years s ms d',
  units:
    'kg g mg t lb lbs km m cm mm mi l ml db ppm w kw kwh mwh v ma c f k hz mhz ghz kb mb gb tb nm μm µm bar psi pa n points point pts pt pp stars',
  before: 'within after in under for last first next past every per older longer later than during over',
  after: 'later before after ago old',
  /** What may stand between a number and its unit of time: "3 business days"; "50 a day" is a rate. */
  kinds: 'business working calendar full consecutive',
  small: 'a an the next first last their its business working calendar full previous',
};
let known: Record<keyof typeof lists, ReadonlySet<string>> | undefined;
function list(name: keyof typeof lists): ReadonlySet<string> {
  known ??= {
    months: words(lists.months),
    labels: words(lists.labels),
    times: words(lists.times),
    units: words(lists.units),
    before: words(lists.before),
    after: words(lists.after),
    kinds: words(lists.kinds),
    small: words(lists.small),
  };
  return known[name];
}

const spelled: Readonly<Record<string, number>> = {
  zero: 0,
  no: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  dozen: 12,
  twenty: 20,
  thirty: 30,
  fifty: 50,
  hundred: 100,
};
const shares: Readonly<Record<string, number>> = {
  half: 50,
  third: 33,
  quarter: 25,
  fifth: 20,
  tenth: 10,
  'two-thirds': 67,
};
const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  b: 1e9,
  thousand: 1e3,
  million: 1e6,
  millions: 1e6,
  billion: 1e9,
};
const currencies =
  /^(?:[$€£¥₹]|usd|eur|gbp|chf|sek|dkk|nok|jpy|dollars?|euros?|pounds?|francs?|yen|kronor)$/i;
const number = /^(\d[\d.,]*\d|\d)(?:([a-zμµ]{1,6})|-?([a-z]{1,6}))?$/i;

/** The size a text of digits says: a point or comma before one or two last digits is decimal, before three it groups. */
function sizeOf(digits: string): number {
  const decimal = /[.,](\d{1,2}|\d{4,})$/.exec(digits);
  const whole = (decimal ? digits.slice(0, -decimal[0].length) : digits).replace(/[.,]/g, '');
  return Number(`${whole}.${decimal?.[1] ?? '0'}`);
}

/** The numbers of a sentence that say how much, how many or how long. Dates, names and versions are left out. */
export function quantitiesOf(sentence: readonly Word[]): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < sentence.length; at += 1) {
    const quantity = unsignedAt(sentence, at);
    if (!quantity) continue;
    found.push(signed(sentence, wholeLength(sentence, quantity)));
    at = found.at(-1)?.last ?? at;
  }
  return found;
}

/** What a quantity says as the fields read it, so that both say one number; null where they would not read it. */
export function amountIn(sentence: readonly Word[], { first, last, value }: Quantity): SaidAmount | null {
  const said = sentence.slice(first, last + 1).map(({ lower, text }, at) =>
    // "Two hours": the fields read digits.
    at === 0 && (Object.hasOwn(spelled, lower) || Object.hasOwn(shares, lower)) ? String(value) : text,
  );
  return amountOf(
    said.join(' ').replace(/^([-−]|[$€£¥₹] [-−]|[-−] [$€£¥₹]) /, (sign) => sign.replaceAll(' ', '')),
  );
}

/** "2 h 30 min", "1 hour and 30 minutes": a length of time said in parts is one. */
function wholeLength(sentence: readonly Word[], quantity: Quantity): Quantity {
  const { first, last } = quantity;
  const begins = quantity.kind === 'duration' || /^\d+m$/.test(sentence[last]?.text ?? '');
  if (!begins || !/^(?:\d|and$)/.test(sentence[last + 1]?.lower ?? '')) return quantity;
  const isEither = sentence.slice(Math.max(0, first - 8), first).some(({ lower }) => lower === 'between');
  if (isEither && sentence[last + 1]?.lower === 'and') return quantity;
  for (let end = Math.min(last + 6, sentence.length - 1); end > last; end -= 1) {
    const whole: Quantity = { ...quantity, last: end, kind: 'duration' };
    const amount = amountIn(sentence, whole);
    if (amount && amount.unit.kind !== 'plain') {
      return { ...whole, value: amount.value, role: isLimit(sentence, first, end) ? 'limit' : 'value' };
    }
  }
  return quantity;
}

/** "-10", "−10", "-$5k", "$-5k"; not the dash of a range ("5–7") or one that stands apart ("NPS - 40"). */
function signed(sentence: readonly Word[], quantity: Quantity): Quantity {
  const { first, kind } = quantity;
  const [number, dash, before] = [sentence[first], sentence[first - 1], sentence[first - 2]];
  if (!number || !dash || !/^[-−]$/.test(dash.text) || dash.to !== number.from) return quantity;
  if (!/^[\d$€£¥₹]/.test(number.text)) return quantity;
  const value = 0 - quantity.value;
  if (before?.to !== dash.from) return { ...quantity, first: first - 1, value };
  if (/^[$€£¥₹]$/.test(before.text)) return { ...quantity, first: first - 2, value, kind: 'money' };
  return /^[([:=→>]$/.test(before.text) ? { ...quantity, first: first - 1, value, kind } : quantity;
}

/** "5–7": one end of a range is no number of its own. "5->7" is no range. */
export function isEndOfRange(sentence: readonly Word[], { first, last }: Quantity): boolean {
  const [before, begin, end, after] = [first - 1, first, last, last + 1].map((at) => sentence[at]);
  if (isDash(before) && before?.to === begin?.from) return true;
  return isDash(after) && after?.from === end?.to && sentence[last + 2]?.text !== '>';
}

function isDash(word: Word | undefined): boolean {
  return word !== undefined && /^[-–−]$/.test(word.text);
}

function unsignedAt(sentence: readonly Word[], at: number): Quantity | null {
  const word = sentence[at];
  if (!word) return null;
  const previous = sentence[at - 1];
  const next = sentence[at + 1];
  const share = Object.hasOwn(shares, word.lower) ? shares[word.lower] : undefined;
  // "Half of renewals", "half the team", "cut by a fifth"; not "first half", "the third quarter".
  const cut = previous?.lower === 'by' || (previous?.lower === 'a' && sentence[at - 2]?.lower === 'by');
  if (
    share !== undefined &&
    (cut || next?.lower === 'of' || (word.lower === 'half' && next?.lower === 'the'))
  ) {
    return { first: at, last: at, value: share, kind: 'percent', role: 'value' };
  }
  const size = Object.hasOwn(spelled, word.lower) ? spelled[word.lower] : undefined;
  if (size !== undefined) return spelledAt(sentence, at, size);
  // "4.6/5": a rating.
  const [, rated] = /^(\d{1,3}(?:[.,]\d{1,2})?)\/\d{1,3}$/.exec(word.text) ?? [];
  if (rated !== undefined && word.text !== '24/7') {
    return { first: at, last: at, value: sizeOf(rated), kind: 'unit', role: 'value' };
  }
  const [, digits, glued = '', hyphened = ''] = number.exec(word.text) ?? [];
  if (digits === undefined) {
    // "2h30m".
    const length = /^\d+[dhm]\d/.test(word.text) ? amountOf(word.text) : null;
    return length && { first: at, last: at, value: length.value, kind: 'duration', role: 'value' };
  }
  // "4-week retention", "30-day": an adjective.
  if (word.text.includes('-')) return null;
  // "6 of 10", "8 in 10": a share.
  const whole = /^(?:of|in)$/.test(next?.lower ?? '') && /^\d{1,3}$/.test(sentence[at + 2]?.text ?? '');
  if (whole && /^\d{1,3}$/.test(word.text)) {
    const all = Number(sentence[at + 2]?.text);
    const value = all === 0 ? 0 : (100 * Number(word.text)) / all;
    return { first: at, last: at + 2, value, kind: 'percent', role: 'value' };
  }
  let value = sizeOf(digits);
  let last = at;
  let mark = (glued || hyphened).toLowerCase();
  const scale = Object.hasOwn(scales, mark) ? scales[mark] : undefined;
  let kind: QuantityKind = 'plain';
  if (mark === 'x') return { first: at, last: at, value, kind: 'multiple', role: 'value' };
  if (scale !== undefined) {
    value *= scale;
    mark = '';
  } else if (next && mark === '' && Object.hasOwn(scales, next.lower) && next.lower.length > 1) {
    value *= scales[next.lower] ?? 1;
    last += 1;
  }
  // "1 200" and "10 000": a space groups thousands.
  while (
    mark === '' &&
    /^\d{3}$/.test(sentence[last + 1]?.text ?? '') &&
    /^\d{1,3}$/.test(sentence[last]?.text ?? '')
  ) {
    last += 1;
    value = value * 1000 + Number(sentence[last]?.text);
  }
  const after = sentence[last + 1];
  let first = at;
  if (previous && currencies.test(previous.text)) {
    kind = 'money';
    first = at - 1;
  } else if (mark === '' && after && currencies.test(after.text)) {
    kind = 'money';
    last += 1;
  } else if (mark === '' && (after?.lower === '%' || after?.lower === 'percent' || after?.lower === '‰')) {
    kind = 'percent';
    last += 1;
  } else if (mark === '' && (after?.lower === 'x' || after?.lower === '×' || after?.lower === 'times')) {
    if (after.lower === 'times' && /^(?:a|per|each|every)$/.test(sentence[last + 2]?.lower ?? '')) {
      return { first, last: last + 1, value, kind: 'plain', role: 'value' };
    }
    return { first, last: last + 1, value, kind: 'multiple', role: 'value' };
  } else if (list('times').has(mark)) {
    kind = 'duration';
  } else if (list('units').has(mark)) {
    kind = 'unit';
  } else if (mark !== '') {
    // "3rd", "2nd", "5g", "p95" and what nobody can count in.
    return /^(?:st|nd|rd|th)$/.test(mark) ? null : { first, last, value, kind: 'unit', role: 'value' };
  } else if (after && isTime(sentence, last + 1)) {
    kind = 'duration';
    last += list('times').has(after.lower) ? 1 : 2;
  } else if (after && list('units').has(after.lower) && after.lower.length > 0) {
    kind = 'unit';
    last += 1;
  }
  if (kind === 'plain' && (isDate(sentence, first, last, value) || isLabel(sentence, first))) return null;
  return {
    first,
    last,
    value,
    kind,
    role: kind === 'duration' && isLimit(sentence, first, last) ? 'limit' : 'value',
  };
}

function spelledAt(sentence: readonly Word[], at: number, value: number): Quantity | null {
  const next = sentence[at + 1];
  const word = sentence[at];
  if (!next || !word) return null;
  // "No more than 2" is a comparison; "no meetings" is a count of none.
  if (word.lower === 'no' && /^(?:more|less|fewer|longer|later|one)$/.test(next.lower)) return null;
  // "One in four visitors", "8 in 10": a share.
  if (/^(?:in|of)$/.test(next.lower)) {
    const of = sentence[at + 2];
    const whole = of && Object.hasOwn(spelled, of.lower) ? spelled[of.lower] : undefined;
    if (whole)
      return { first: at, last: at + 2, value: (100 * value) / whole, kind: 'percent', role: 'value' };
    if (word.lower !== 'one' && word.lower !== 'no')
      return { first: at, last: at, value, kind: 'plain', role: 'value' };
    return null;
  }
  if (word.lower === 'one' && !isTime(sentence, at + 1)) {
    return { first: at, last: at, value, kind: 'plain', role: 'value' };
  }
  if (isTime(sentence, at + 1)) {
    const last = list('times').has(next.lower) ? at + 1 : at + 2;
    return {
      first: at,
      last,
      value,
      kind: 'duration',
      role: isLimit(sentence, at, last) ? 'limit' : 'value',
    };
  }
  return { first: at, last: at, value, kind: 'plain', role: 'value' };
}

/** "days", "business days". */
function isTime(sentence: readonly Word[], at: number): boolean {
  const word = sentence[at];
  if (!word) return false;
  if (list('times').has(word.lower) && word.lower.length > 1) return true;
  if (/^[hsd]$/.test(word.lower)) return true;
  return list('kinds').has(word.lower) && list('times').has(sentence[at + 1]?.lower ?? '');
}

function isDate(sentence: readonly Word[], first: number, last: number, value: number): boolean {
  const previous = sentence[first - 1]?.lower ?? '';
  const next = sentence[last + 1]?.lower ?? '';
  const text = sentence[first]?.text ?? '';
  if (/^\d{4}$/.test(text) && value >= 1900 && value < 2200 && first === last) return true;
  if (/^\d{1,4}[.\-/]\d{1,2}[.\-/]\d{1,4}$/.test(text)) return true;
  return value <= 31 && (list('months').has(next) || list('months').has(previous));
}

/** "Version 3", "top 20", "Debian 13": part of a name. A number after a metric's own name ("NPS 40") is a value. */
function isLabel(sentence: readonly Word[], first: number): boolean {
  const previous = sentence[first - 1];
  if (!previous) return false;
  if (list('labels').has(previous.lower)) return true;
  if (previous.text === '#') return true;
  const named =
    first >= 2 &&
    /^\p{Lu}/u.test(previous.text) &&
    !/^(?:e?nps|csat|ces|mrr|arr|mau|dau|wau|slo|sla|ctr)$/.test(previous.lower);
  return named && /^\p{Lu}[\p{L}]+$/u.test(previous.text);
}

/** "Within 30 days", "six months later", "older than a week": it qualifies something else. */
function isLimit(sentence: readonly Word[], first: number, last: number): boolean {
  const before = sentence[first - 1]?.lower ?? '';
  const two = sentence[first - 2]?.lower ?? '';
  const after = sentence[last + 1]?.lower ?? '';
  if (list('after').has(after)) return true;
  if (before === 'than') return /^(?:older|longer|later|earlier|sooner)$/.test(two);
  if (before === 'under' || before === 'over') return two === 'in' || two === 'for';
  if (before === 'least' || before === 'most') return false;
  return list('before').has(before) || (list('small').has(before) && list('before').has(two));
}
