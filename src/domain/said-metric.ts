/**
 * Reads a key result as people say it: "Increase activation from 45 % to 60 % by 30 June". What each
 * part means is design §3.1. English only; what is not understood stays for the fields.
 */
import type { LocalDate } from './dates';
import type { Behaviour, Unit } from './metric';
import { amountPattern, inOneUnit, readAmount, wholeLengths, type SaidAmount } from './said-amount';
import { readDueOn } from './said-due-on';

/** What a sentence says of the number. null: it does not say. */
export type SaidMetric = {
  metric: 'increase' | 'decrease' | 'maintain' | null;
  start: number | null;
  target: number | null;
  /** A target said as a change, as typed: "by 15 %". What it is 15 % of, the person is asked. */
  change: string | null;
  min: number | null;
  max: number | null;
  unit: Unit | null;
  behaviour: Behaviour | null;
  dueOn: LocalDate | null;
  /** The words that name a due day which does not exist or may be either of two: "by 30 February". */
  unclearDay: string | null;
};

/** Nobody says a number later than this in a title. */
const longest = 400;

const rises = words(
  'increas(?:e|es|ing)|rais(?:e|es|ing)|grow(?:s|ing)?|ris(?:e|es|ing)|lift(?:s|ing)?|boost(?:s|ing)?|improv(?:e|es|ing)|expand(?:s|ing)?|doubl(?:e|es|ing)|tripl(?:e|es|ing)|more(?!\\s+than)',
);
const falls = words(
  'decreas(?:e|es|ing)|halv(?:e|es|ing)|reduc(?:e|es|ing)|lower(?:s|ing)?|cut(?:s|ting)?|drop(?:s|ping)?|fall(?:s|ing)?|shrink(?:s|ing)?|shorten(?:s|ing)?|speed(?:s|ing)? up|minimi[sz](?:e|es|ing)|(?:fewer|less)(?!\\s+than)',
);
const keeps = words(
  'keep(?:s|ing)?|maintain(?:s|ing)?|hold(?:s|ing)?|stay(?:s|ing)?|remain(?:s|ing)?|sustain(?:s|ing)?',
);
const reaches = leading(
  'reach(?:es|ing)?|achiev(?:e|es|ing)|hit(?:s|ting)?|get(?:s|ting)?|attain(?:s|ing)?|score(?:s)?',
);
/** What is counted from nothing: the first of the cycle is the first (design §3.1, "close $2M by June": start 0). */
const collects = leading(
  'clos(?:e|es|ing)|sign(?:s|ing)?|win(?:s|ning)?|acquir(?:e|es|ing)|land(?:s|ing)?|sell(?:s|ing)?|book(?:s|ing)?|earn(?:s|ing)?|generat(?:e|es|ing)|collect(?:s|ing)?|recruit(?:s|ing)?|hir(?:e|es|ing)|onboard(?:s|ing)?',
);

const some = String.raw`(?:(?:about|around|at least|at most|(?:no )?(?:more|less|fewer) than|under|below|over|above)\s+)?`;
const fromTo = new RegExp(
  String.raw`\bfrom\s+${some}${amountPattern('start')}(?:\s+[\p{L}-]+){0,4}?\s+(?:up\s+|down\s+)?to\s+${some}${amountPattern('target')}`,
  'iu',
);
/** The other way round: "to 12 % (from 8 %)", "to 12 %, up from 8 %". */
const toFrom = new RegExp(
  String.raw`\bto\s+${some}${amountPattern('target')}(?:\s+[\p{L}-]+){0,4}?\s*[,;(]?\s*(?:(?:up\s+|down\s+)?from|currently|baseline:?|today:?)\s+${some}${amountPattern('start')}`,
  'iu',
);
const arrow = new RegExp(
  String.raw`(?<!\d[-–−]|[\p{L}\d.,])${amountPattern('start')}\s*(?:→|->|=>|➔|–>)\s*${amountPattern('target')}`,
  'iu',
);
const between = new RegExp(
  String.raw`\bbetween\s+${amountPattern('min')}\s+and\s+${amountPattern('max')}`,
  'iu',
);
const atLeast = new RegExp(
  String.raw`(?:\b(?:at least|above|over|no (?:less|fewer) than|not (?:below|under)|minimum of|more than)|≥|>=)\s*${amountPattern('value')}`,
  'iu',
);
const atMost = new RegExp(
  String.raw`(?:\b(?:at most|below|under|no more than|not (?:above|over)|maximum of|less than|fewer than|within)|≤|<=|<)\s*${amountPattern('value')}`,
  'iu',
);
/** Without a verb of movement, a bound counts where the sentence begins with it or says that something is so. */
const stated = (bound: RegExp) =>
  new RegExp(String.raw`^(?:\P{L}*|.{0,120}?\b(?:is|are|be|takes?|has|have)\s+)${bound.source}`, 'iu');
const statedAtLeast = stated(atLeast);
const statedAtMost = stated(atMost);
const to = new RegExp(String.raw`\bto\s+(?:about\s+)?${amountPattern('value')}`, 'iu');
const change = new RegExp(String.raw`\bby\s+${amountPattern('value')}(?:\s+(?<points>points?)\b)?`, 'iu');
const from = new RegExp(String.raw`\bfrom\s+${some}${amountPattern('value')}`, 'iu');
/** What a verb says of where to, without a number. */
const times: readonly (readonly [RegExp, string])[] = [
  [words('doubl(?:e|es|ing)'), 'by 100 %'],
  [words('tripl(?:e|es|ing)'), 'by 200 %'],
  [words('halv(?:e|es|ing)'), 'by 50 %'],
];
/** "90 % of new teams come back": that it is so is the target. */
const share = new RegExp(
  String.raw`^\P{L}*?(?:(?:have|get|see|ensure(?:\s+that)?|make\s+sure(?:\s+that)?)\s+)?${amountPattern('value')}\s+of\b`,
  'iu',
);
const any = new RegExp(String.raw`(?<![\p{L}\d.,-])${amountPattern('value')}`, 'iu');

const perPeriod = /\b(?:per|a|each|every)\s+(week|month|quarter)\b/iu;
const adverb: Readonly<Record<string, 'week' | 'month' | 'quarter'>> = {
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
};
const rolling =
  /\b(\d{1,3})[-\s](day|week)s?[-\s](?:rolling|moving|trailing)\b|\b(?:rolling|moving|trailing)\s+(\d{1,3})[-\s](day|week)s?\b/iu;

/** Reads what a sentence says of its number; `cycle` places days without a year. Never throws, whatever is typed. */
export function readSaidMetric(
  sentence: string,
  cycle: { startsOn: LocalDate; dueOn: LocalDate },
): SaidMetric {
  const text = sentence.slice(0, longest).normalize('NFC');
  const { on: dueOn, unclear: unclearDay, rest } = readDueOn(text, cycle);
  const said = { ...nothing, ...readNumbers(wholeLengths(rest)), dueOn, unclearDay };
  const behaviour = behaviourOf(rest);
  if (behaviour === null) return said;
  // "Close 4 deals a month": counted anew each month, so nothing says where it stands today.
  return { ...said, behaviour, start: said.behaviour?.kind === 'running-total' ? null : said.start };
}

const nothing: SaidMetric = {
  metric: null,
  start: null,
  target: null,
  change: null,
  min: null,
  max: null,
  unit: null,
  behaviour: null,
  dueOn: null,
  unclearDay: null,
};

function readNumbers(text: string): Partial<SaidMetric> {
  const way = fromTo.exec(text)?.groups ?? arrow.exec(text)?.groups ?? toFrom.exec(text)?.groups;
  if (way !== undefined) {
    const moved = readWay(readAmount(way, 'start'), readAmount(way, 'target'));
    if (moved !== null) return moved;
  }
  const direction = directionOf(text);
  if (direction === 'maintain') return readBand(text);
  if (direction !== null) {
    // Two ends that are no way ("from 2 euros to 3 days") say no number at all.
    return way === undefined ? { metric: direction, ...readMovement(text) } : { metric: direction };
  }
  if (collects.test(text)) {
    const amount = first(text, [any]);
    return amount === null
      ? {}
      : {
          metric: 'increase',
          start: 0,
          target: amount.value,
          unit: amount.unit,
          behaviour: { kind: 'running-total' },
        };
  }
  if (reaches.test(text)) {
    const amount = first(text, [share, to, any]);
    return amount === null ? {} : { metric: 'increase', target: amount.value, unit: amount.unit };
  }
  const part = first(text, [share]);
  if (part?.unit.kind === 'percent') return { metric: 'increase', target: part.value, unit: part.unit };
  const least = first(text, [statedAtLeast]);
  if (least !== null) return { metric: 'increase', target: least.value, unit: least.unit };
  const most = first(text, [statedAtMost]);
  return most === null ? {} : { metric: 'decrease', target: most.value, unit: most.unit };
}

/** From where to where; null where both are the same, of different things, or years. */
function readWay(said: SaidAmount | null, aim: SaidAmount | null): Partial<SaidMetric> | null {
  if (said === null || aim === null) return null;
  const way = inOneUnit(said, aim);
  if (way === null) return null;
  const { first: start, second: target, unit } = way;
  if (start === target || (unit.kind === 'plain' && isYear(start) && isYear(target))) return null;
  return { metric: target > start ? 'increase' : 'decrease', start, target, unit };
}

/** Where to, of a sentence that does not say from where to where; an absolute target counts before a change. */
function readMovement(text: string): Partial<SaidMetric> {
  const aim = first(text, [to]);
  if (aim !== null) return { target: aim.value, unit: aim.unit };
  const by = change.exec(text)?.groups;
  const amount = by && readAmount(by, 'value');
  if (amount) {
    const today = first(text, [from]);
    const both =
      today?.unit.kind === 'duration' && amount.unit.kind !== 'percent' && inOneUnit(today, amount);
    if (both) return { start: both.first, change: `by ${String(both.second)}`, unit: both.unit };
    const unit = today?.unit ?? unitOfChange(amount);
    return {
      change: changeText(amount, by['points'] !== undefined || amount.inPoints),
      ...(today !== null && { start: today.value }),
      ...(unit !== null && { unit }),
    };
  }
  const bound = first(text, [atLeast, atMost]);
  if (bound !== null) return { target: bound.value, unit: bound.unit };
  const said = times.find(([verb]) => verb.test(text));
  return said === undefined ? {} : { change: said[1] };
}

/** What a change says of the unit: "by $200k" does, "by 15 %" may be a share of anything. */
function unitOfChange({ unit, inPoints }: SaidAmount): Unit | null {
  return unit.kind === 'plain' || (unit.kind === 'percent' && !inPoints) ? null : unit;
}

function readBand(text: string): Partial<SaidMetric> {
  const groups = between.exec(text)?.groups;
  const min = groups && readAmount(groups, 'min');
  const max = groups && readAmount(groups, 'max');
  const band = min && max && inOneUnit(min, max);
  if (band && band.first < band.second)
    return { metric: 'maintain', min: band.first, max: band.second, unit: band.unit };
  const least = first(text, [atLeast]);
  if (least !== null) return { metric: 'maintain', min: least.value, unit: least.unit };
  const most = first(text, [atMost]);
  if (most !== null) return { metric: 'maintain', max: most.value, unit: most.unit };
  const at = first(text, [any]);
  return at === null ? { metric: 'maintain' } : { metric: 'maintain', min: at.value, unit: at.unit };
}

function directionOf(text: string): 'increase' | 'decrease' | 'maintain' | null {
  // The verb that comes first is the sentence's: "Reduce time spent on growing lists".
  const found = (
    [
      ['increase', rises],
      ['decrease', falls],
      ['maintain', keeps],
    ] as const
  )
    .map(([direction, pattern]) => ({ direction, at: text.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return found[0]?.direction ?? null;
}

function first(text: string, patterns: readonly RegExp[]): SaidAmount | null {
  for (const pattern of patterns) {
    const groups = pattern.exec(text)?.groups;
    const amount = groups && readAmount(groups, 'value');
    if (amount) return amount;
  }
  return null;
}

function behaviourOf(text: string): Behaviour | null {
  const window = rolling.exec(text);
  if (window) {
    const days = Number(window[1] ?? window[3]) * (/^week/i.test(window[2] ?? window[4] ?? '') ? 7 : 1);
    return days > 1 ? { kind: 'level', averageOverDays: days } : null;
  }
  const named = perPeriod.exec(text)?.[1]?.toLowerCase();
  const period = (['week', 'month', 'quarter'] as const).find((one) => one === named);
  if (period !== undefined) return { kind: 'per-period', period };
  const word = /\b(?:weekly|monthly|quarterly)\b/iu.exec(text)?.[0].toLowerCase();
  // "Weekly active users" are people counted over a week, known on any day: a level.
  if (word === undefined || /\b(?:weekly|monthly)\s+active\b/iu.test(text)) return null;
  const said = adverb[word];
  return said === undefined ? null : { kind: 'per-period', period: said };
}

function changeText({ text, inPoints }: SaidAmount, points: boolean): string {
  return `by ${inPoints ? text.replace(/ %$/, '') : text}${points ? ' points' : ''}`;
}

function isYear(number: number): boolean {
  return Number.isInteger(number) && number >= 1900 && number < 2200;
}

/** As the sentence's own verb only: "900 books a month" books nothing. */
function leading(alternatives: string): RegExp {
  return new RegExp(String.raw`^\P{L}*(?:we\s+(?:will\s+)?)?(?:${alternatives})(?![\p{L}-])`, 'iu');
}

function words(alternatives: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}-])(?:${alternatives})(?![\p{L}-])`, 'iu');
}
