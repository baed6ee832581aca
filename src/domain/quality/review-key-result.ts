/** The rules of one key result (design §3.10 K1–K7, K10, K11). */
import type { AccountId } from '../ids';
import type { KeyResultDefinition, Metric } from '../metric';
import type { Change } from './comparisons';
import { boundOf } from './comparisons';
import { finding, type DefinitionPart, type Fix, type ReviewFinding } from './finding';
import { praises } from './lexicon';
import { readSentence, type Sentence } from './sentence';

export type KeyResultToReview = {
  title: string;
  /** undefined: nobody was asked yet. */
  owner?: AccountId | null;
  /** undefined: there is only the sentence. null: its fields are still being filled in. */
  definition?: KeyResultDefinition | null;
  /** Its last measurement; null or absent: none. */
  latest?: number | null;
};

/** What the review finds in one key result, in the order of the rules. Any text is fine; an empty one finds nothing. */
export function reviewKeyResult(keyResult: KeyResultToReview): ReviewFinding[] {
  const sentence = readSentence(keyResult.title);
  if (sentence.shape === 'empty') return [];
  const { title, owner, definition } = keyResult;
  return [
    ...shape(title, sentence, definition),
    ...numbers(title, sentence, definition),
    ...(definition ? describes(definition) : []),
    ...(owner === null ? [finding('K7-owner', 'fail', title, null, { fix: { kind: 'own' } })] : []),
    ...agrees(title, sentence, definition),
    ...reach(keyResult, sentence),
  ];
}

type Definition = KeyResultToReview['definition'];

function isNumeric(
  metric: Metric,
): metric is Extract<Metric, { kind: 'increase' | 'decrease' | 'maintain' }> {
  return metric.kind === 'increase' || metric.kind === 'decrease' || metric.kind === 'maintain';
}

/** K3, K4, K5: what kind of sentence it is. */
function shape(title: string, sentence: Sentence, definition: Definition): ReviewFinding[] {
  const { shape: is, because } = sentence;
  switch (is) {
    case 'task':
      return [finding('K3-task', 'fail', title, because, { fix: { kind: 'make-initiative' } })];
    case 'activity':
      return [finding('K5-activity', 'fail', title, because, { fix: { kind: 'make-initiative' } })];
    case 'vague':
      if (definition && isNumeric(definition.metric)) break;
      if (saysBetter(sentence)) return [finding('K4-vague', 'fail', title, because)];
      break;
    case 'outcome':
    case 'empty':
  }
  // A weight reached is something done (design §3.1: "the quality review warns").
  return definition?.metric.kind === 'milestones' ? [finding('K3-milestones', 'warn', title, null)] : [];
}

/** Whether it says that something gets better; otherwise it says no change at all. */
function saysBetter({ opening, words }: Sentence): boolean {
  return (opening !== null && opening.kind !== 'do') || words.some(({ lower }) => praises(lower));
}

/** K1, K2: measurable, and from where to where. */
function numbers(title: string, sentence: Sentence, definition: Definition): ReviewFinding[] {
  const { change, values, shape: is } = sentence;
  if (is === 'task' || is === 'activity') return [];
  if (definition === null) {
    const fix = change && numbersFix(change);
    return fix ? [finding('K2-in-words', 'warn', title, changeSpan(sentence, change), { fix })] : [];
  }
  if (definition !== undefined) {
    return definition.metric.kind === 'not-measurable-yet'
      ? [finding('K1-not-yet', 'warn', title, null)]
      : [];
  }
  if (values.length === 0 && !change) {
    const multiplies = is === 'outcome';
    if (multiplies) return [finding('K2-no-start', 'warn', title, sentence.because)];
    return is === 'vague' && saysBetter(sentence) ? [] : [finding('K1-no-number', 'fail', title, null)];
  }
  const value = values[0];
  const keeps = /^(?:keep|maintain|stay|remain|retain|sustain|hold)$/.test(sentence.opening?.verb ?? '');
  const stays = sentence.words.some(({ lower }) => /^(?:stays|remains|keeps|every|all|zero)$/.test(lower));
  if (change || keeps || stays || (value && boundOf(sentence.words, value) !== null)) return [];
  return [finding('K2-no-start', 'warn', title, sentence.because)];
}

function changeSpan({ words }: Sentence, { from, to }: Change) {
  const first = words[Math.min(from.first, to.first)];
  const last = words[Math.max(from.last, to.last)];
  return first && last ? { from: first.from, to: last.to } : null;
}

function numbersFix({ from, to, unit, isComparable }: Change): Fix | null {
  if (!isComparable || from.value === to.value) return null;
  if (!Number.isFinite(from.value) || !Number.isFinite(to.value)) return null;
  const isPercent = from.kind === 'percent' || to.kind === 'percent';
  // Which dollars, the sentence does not say.
  const said = unit?.kind === 'duration' || unit?.kind === 'custom' ? unit : null;
  return {
    kind: 'numbers',
    start: from.value,
    target: to.value,
    unit: isPercent ? { kind: 'percent' } : said,
  };
}

const cues: readonly [DefinitionPart, RegExp][] = [
  [
    'counts',
    /\b(?:counts?|counted|counting|includ\w+|means|meaning|defined|share|number|everyone|every|all|sum|average|median)\b/i,
  ],
  ['not', /\b(?:not|no|without|exclud\w+|except|only|never|minus|leaves? out|left out|apart from)\b/i],
  [
    'source',
    /\b(?:from|source|measured|report|dashboard|survey|query|jql|jira|confluence|analytics|system|database|crm|export|spreadsheet|read in|taken|logs?|telemetry|ledger|invoices?)\b/i,
  ],
  [
    'serves',
    /\b(?:serves?|because|so that|since|shows?|tells?|objective|leads? to|drives?|why|matters?|proves?|sign of|signals?)\b/i,
  ],
];

/** K6: what counts, what does not, where the number comes from, how it serves the objective. */
function describes({ definition: written, metric }: KeyResultDefinition): ReviewFinding[] {
  const text = withoutHeadings(written.slice(0, 4000));
  const missing = cues.flatMap(([part, cue]) => (cue.test(text) ? [] : [part]));
  if (metric.kind === 'milestones' || missing.length === 0) return [];
  const empty = text.trim() === '';
  return [
    finding(empty ? 'K6-empty' : 'K6-parts', 'warn', '', null, {
      fix: { kind: 'definition', parts: missing },
      parts: missing,
    }),
  ];
}

/** A heading with nothing behind it says nothing. */
function withoutHeadings(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^[^:]{0,60}:\s*$/.test(line.trimEnd()))
    .join('\n');
}

const rising = /^(?:increase|raise|grow|lift|double|triple|quadruple|expand|extend|boost|climb|rise)$/;
const falling =
  /^(?:reduce|decrease|lower|cut|shrink|shorten|halve|minimi[sz]e|lessen|drop|trim|slash|fall)$/;

/** K10: the words, their numbers and the fields say the same. */
function agrees(title: string, sentence: Sentence, definition: Definition): ReviewFinding[] {
  const { opening } = sentence;
  const change = sentence.change?.isComparable ? sentence.change : null;
  const word = opening ? sentence.words[opening.at] : undefined;
  const says = !opening
    ? null
    : rising.test(opening.verb)
      ? 'up'
      : falling.test(opening.verb)
        ? 'down'
        : null;
  const turned = (): Fix | null =>
    word ? { kind: 'replace', text: turn(title, word, says === 'up' ? 'Reduce' : 'Increase') } : null;
  const metric = definition?.metric;
  const line = metric?.kind === 'increase' || metric?.kind === 'decrease' ? metric : null;
  if (line && change && !near(change, line)) {
    return [finding('K10-numbers', 'warn', title, changeSpan(sentence, change), { fix: numbersFix(change) })];
  }
  if (line && says && word && (line.kind === 'increase') !== (says === 'up')) {
    return [finding('K10-direction', 'warn', title, word, { fix: turned() })];
  }
  if (!line && says && word && change && change.from.value !== change.to.value) {
    const goesUp = change.to.value > change.from.value;
    if (goesUp !== (says === 'up')) return [finding('K10-words', 'warn', title, word, { fix: turned() })];
  }
  return [];
}

function turn(title: string, word: { from: number; to: number; text: string }, verb: string): string {
  const written = /^\p{Lu}/u.test(word.text) ? verb : verb.toLowerCase();
  return title.slice(0, word.from) + written + title.slice(word.to);
}

/** Whether the sentence's two numbers are those of the fields, whatever they are counted in. */
function near({ from, to }: Change, { start, target }: { start: number; target: number }): boolean {
  const same = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
  if (same(from.value, start) && same(to.value, target)) return true;
  // "From 3k to 5k" kept in thousands, seconds kept in minutes: the same movement in another unit.
  return start * from.value > 0 && same(to.value / from.value, target / start);
}

/** Shares that may pass 100 %. */
const passes =
  /retention|attainment|growth|coverage|quota|roi|return|utili[sz]|capacity|revenue|nrr|increase|budget|plan|target/i;

/** K11: not reached already, not absurd. */
function reach({ title, definition, latest = null }: KeyResultToReview, sentence: Sentence): ReviewFinding[] {
  const change = sentence.change?.isComparable ? sentence.change : null;
  const line =
    definition?.metric.kind === 'increase' || definition?.metric.kind === 'decrease'
      ? definition.metric
      : null;
  const span = change ? changeSpan(sentence, change) : null;
  if (!line && change && change.from.value === change.to.value)
    return [finding('K11-same', 'fail', title, span)];
  if (line && latest !== null && (line.kind === 'increase' ? latest >= line.target : latest <= line.target)) {
    return [finding('K11-reached', 'warn', title, null, { values: { latest, target: line.target } })];
  }
  const start = line?.start ?? change?.from.value;
  const target = line?.target ?? change?.to.value;
  if (start === undefined || target === undefined) return [];
  const percent = definition ? definition.unit.kind === 'percent' : change?.from.kind === 'percent';
  if (percent && start <= 100 && target > 100 && !passes.test(title.slice(0, 600))) {
    return [finding('K11-share', 'warn', title, span, { values: { target } })];
  }
  const far = start >= 5 && (target >= 10 * start || (target > 0 && target <= start / 20));
  return far ? [finding('K11-far', 'warn', title, span, { values: { start, target } })] : [];
}
