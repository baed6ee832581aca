/** The rules of one objective and its key results together (design §3.10 O1–O4, O6, O7, K8, K9), and of work's words (I1). */
import { defaultCaps, type Caps } from '../caps';
import type { AccountId } from '../ids';
import { copiesWords } from './copied';
import { finding, type ReviewFinding } from './finding';
import { fills, isPreposition, isWorkName, namesMetric, praises } from './lexicon';
import { openingOf } from './opening';
import { metricNamed, readSentence, type Sentence } from './sentence';
import { isWord, type Word } from './words';

/** What an objective's rules ask of its key results. */
export type KeyResultBeside = { title: string; indicator: 'leading' | 'lagging' | null };
export type ObjectiveToReview = {
  title: string;
  /** undefined: nobody was asked yet. */
  owner?: AccountId | null;
  /** What larger goal it serves, or that it serves none and why. undefined: not asked yet. */
  why?: string;
  /** It serves something above it, as a link, or said why it serves nothing. */
  connected?: boolean;
  /** The words of what it serves. */
  served?: string | undefined;
  /** undefined: not written yet. */
  keyResults?: readonly KeyResultBeside[];
};

/** Above this nobody remembers it. Source: design §3.10 O3. */
const memorable = 18;

/** What the review finds in an objective, in the order of the rules. Any text is fine; an empty one finds nothing. */
export function reviewObjective(
  objective: ObjectiveToReview,
  caps: Pick<Caps, 'keyResults'> = defaultCaps,
): ReviewFinding[] {
  const { title, owner, why, connected = false, served, keyResults } = objective;
  const sentence = readSentence(title);
  if (sentence.shape === 'empty') return [];
  return [
    ...number(title, sentence),
    ...destination(title, sentence),
    ...short(title, sentence.words),
    ...(owner === null ? [finding('O4-owner', 'warn', title, null, { fix: { kind: 'own' } })] : []),
    ...(why?.trim() === '' && !connected ? [finding('O6-unsaid', 'warn', title, null)] : []),
    ...(served !== undefined && copiesWords(title, served)
      ? [finding('O6-copied', 'warn', title, null, { words: title.trim().toLowerCase(), values: { served } })]
      : []),
    ...(keyResults ? together(title, sentence.words, keyResults, caps.keyResults) : []),
  ];
}

/** O1: no number or metric. */
function number(title: string, sentence: Sentence): ReviewFinding[] {
  const { words, values, opening } = sentence;
  const counted = values.filter(({ first, last }) =>
    words.slice(first, last + 1).some(({ text }) => /\d/.test(text)),
  );
  const first = counted[0];
  const last = counted.at(-1);
  if (first && last) {
    const span = { from: words[first.first]?.from ?? 0, to: words[last.last]?.to ?? 0 };
    return [
      finding('O1-number', 'fail', title, span, { fix: withoutNumbers(title, words, first.first, span.to) }),
    ];
  }
  const moves =
    opening &&
    (opening.kind === 'raise' ||
      opening.kind === 'lower' ||
      /^(?:achieve|reach|get|drive)$/.test(opening.verb));
  if (!moves || explains(words, opening.at)) return [];
  const object = words.slice(opening.at + 1);
  const end = object.findIndex(({ lower }) => isPreposition(lower));
  const metric = metricNamed({ words: object.slice(0, end < 0 ? 5 : end) });
  return metric ? [finding('O1-metric', 'warn', title, metric)] : [];
}

/** The objective without its numbers and the preposition that led to them; null when little is left. */
function withoutNumbers(title: string, words: readonly Word[], first: number, to: number) {
  let at = first;
  while (
    at > 0 &&
    /^(?:from|to|by|at|of|below|above|over|under|least|most|than|more|less|[><≥≤])$/.test(
      words[at - 1]?.lower ?? '',
    )
  ) {
    at -= 1;
  }
  const text = `${title.slice(0, words[at]?.from ?? 0).trimEnd()}${title.slice(to)}`.trim();
  return text.split(/\s+/).length < 2 ? null : ({ kind: 'replace', text } as const);
}

/** It goes on to say what for, or what will be true: "so that", "by improving", "that supports", "as a". */
function explains(words: readonly Word[], at: number): boolean {
  return words
    .slice(at + 2)
    .some(({ lower }) => /^(?:so|that|who|which|where|until|as|by|into|because|without)$/.test(lower));
}

/** Verbs that make something new out of what is there: a destination when it is said what it will be like. */
const shapes =
  /^(?:build|create|establish|make|give|develop|turn|form|set|offer|provide|deliver|maintain|teach|protect|enable|complete)$/;

/** O2: a destination, neither a deliverable, nor a label of a project, nor a bare direction. */
function destination(title: string, { words, opening, because, shape }: Sentence): ReviewFinding[] {
  const content = words.filter(isWord);
  if (opening?.kind === 'do') {
    const described =
      content.some(({ lower }) => praises(lower) || /^more$/.test(lower)) || explains(words, opening.at);
    if (shapes.test(opening.verb) && (described || content.length > 6)) return [];
    return [finding('O2-task', 'fail', title, because)];
  }
  if (opening) {
    const object = content.slice(content.findIndex((word) => word === words[opening.at]) + 1);
    const bare =
      object.length <= 3 && !object.some(({ lower }) => isPreposition(lower)) && !explains(words, opening.at);
    const directs = opening.kind === 'raise' || opening.kind === 'lower' || opening.kind === 'steer';
    return directs && bare && shape === 'vague' && !/^(?:be|become)$/.test(opening.verb)
      ? [finding('O2-direction', 'fail', title, because)]
      : [];
  }
  const label = content.length <= 6 ? projectName(content) : undefined;
  return label ? [finding('O2-label', 'fail', title, label)] : [];
}

/** The word that makes it the name of a project: the last one, or the last before a year or a preposition. */
function projectName(content: readonly Word[]): Word | undefined {
  const end = content.findIndex(({ lower }, at) => at > 0 && (isPreposition(lower) || /^\d/.test(lower)));
  const at = (end < 0 ? content.length : end) - 1;
  const head = content[at];
  if (head && isWorkName(head.lower, content[at + 1]?.lower)) return head;
  // Two or three nouns and no verb at all: "Pricing page", "Sales productivity".
  return content.length <= 2 && head && !namesMetric(head.lower) ? head : undefined;
}

/** O3: short enough to remember, free of jargon and filler. */
function short(title: string, words: readonly Word[]): ReviewFinding[] {
  const content = words.filter(isWord);
  const filler = content.filter(({ lower }) => fills(lower));
  const from = content[memorable];
  return [
    ...(content.length > memorable && from
      ? [
          finding(
            'O3-long',
            'warn',
            title,
            { from: from.from, to: content.at(-1)?.to ?? from.to },
            {
              values: { count: content.length, most: memorable },
            },
          ),
        ]
      : []),
    ...(filler[0] ? [finding('O3-filler', 'warn', title, filler[0])] : []),
  ];
}

const customers =
  /^(?:customer|client|user|patient|shopper|buyer|guest|learner|student|citizen|donor|reader|subscriber|tenant|traveller|traveler|passenger|visitor|family|families|shop|account|consumer|resident|viewer|player|developer)s?$/;
const ofCustomers =
  /^(?:nps|csat|ces|churn|renewals?|complaints?|satisfaction|loyalty|referrals?|adoption|activation|retention|conversion|visitors?|sign-ups?|signups?|reviews?|ratings?|no-shows?|readmi\w+|repeat-contact)$/;

/** O7, K8, K9: whether the key results together can show it. */
function together(
  title: string,
  words: readonly Word[],
  keyResults: readonly KeyResultBeside[],
  { fewest, most }: Caps['keyResults'],
): ReviewFinding[] {
  const count = keyResults.length;
  const values = { count, fewest, most };
  const about = words.find(({ lower }) => customers.test(lower));
  const measured = keyResults.some((one) =>
    readSentence(one.title).words.some(({ lower }) => customers.test(lower) || ofCustomers.test(lower)),
  );
  const lagging = keyResults.filter(({ indicator }) => indicator === 'lagging').length;
  return [
    ...(about && count > 0 && !measured ? [finding('O7-customers', 'warn', title, about)] : []),
    ...(count < fewest ? [finding('K8-few', 'warn', title, null, { values })] : []),
    ...(count > most ? [finding('K8-many', 'warn', title, null, { values })] : []),
    ...(count > 0 && lagging === count ? [finding('K9-lagging', 'warn', title, null)] : []),
  ];
}

/** I1: what the review finds in the title of work: it is ours to do, and says so with a verb. */
export function reviewInitiative(title: string): ReviewFinding[] {
  const sentence = readSentence(title);
  switch (sentence.shape) {
    case 'outcome':
      return [finding('I1-outcome', 'warn', title, sentence.because)];
    case 'vague':
      return openingOf(sentence.words) === null
        ? [finding('I1-no-verb', 'warn', title, sentence.because)]
        : [];
    case 'task':
    case 'activity':
    case 'empty':
      return [];
  }
}
