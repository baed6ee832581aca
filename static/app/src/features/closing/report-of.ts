import type { ClosingReading } from '../../../../../src/contract/closing-calls';
import { sayOutcome } from '../../../../../src/domain/say';
import { closing as texts } from '../../messages/en/closing';
import type { Words } from '../../messages/use-words';
import type { Part } from '../planning/review-document';
import type { ClosingKeyResult, ClosingObjective } from './closing-of';
import { nextTexts, saidTexts, sayGoal, sayLabel, sayScore, sayScored } from './say-closing';

const reflections = ['helped', 'hindered', 'learned', 'willChange'] as const;

/**
 * A closing report in headings and lines, once, for a page and for a text. Restricted objectives stay out: who reads a page
 * or a copied text is not known (design §5 "Who may do what").
 */
export function reportOf(
  { retrospective }: Pick<ClosingReading, 'retrospective'>,
  objectives: readonly ClosingObjective[],
  words: Words,
): Part[] {
  const { t } = words;
  const open = objectives.filter(({ objective }) => !objective.restricted);
  const hidden = objectives.length - open.length;
  return [
    ...open.map((at) => objectivePart(at, words)),
    ...(retrospective === null
      ? [{ heading: t(texts.retrospective), lines: [t(texts.missingRetrospective)] }]
      : reflections
          .filter((part) => retrospective[part] !== '')
          .map((part) => ({ heading: t(saidTexts[part]), lines: linesOf(retrospective[part]) }))),
    ...(hidden === 0
      ? []
      : [{ heading: t(texts.report), lines: [t(texts.reportRestricted, { count: hidden })] }]),
  ];
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function objectivePart({ objective, keyResults, mean, confirmation }: ClosingObjective, words: Words): Part {
  const { t, locale } = words;
  const score =
    mean.score === null ? t(texts.meanNone) : t(texts.reportMean, { score: sayScore(mean.score, locale) });
  const counts =
    mean.scored < mean.of ? ` (${t(texts.meanScored, { scored: mean.scored, of: mean.of })})` : '';
  return {
    heading: `${objective.key} ${objective.title}`,
    lines: [
      score + counts,
      ...(confirmation === null ? [t(texts.notConfirmed)] : linesOf(confirmation.writeUp)),
      ...keyResults.map((one) => keyResultLine(one, words)),
    ],
  };
}

function keyResultLine({ of, score, published, labels }: ClosingKeyResult, words: Words): string {
  const { t, locale } = words;
  const { keyResult, standing, today } = of;
  const { key, title, definition } = keyResult;
  const goal = (message: typeof texts.target, at: Parameters<typeof sayGoal>[0]) =>
    t(message, { goal: sayGoal(at, definition.unit, words) });
  const target =
    published === null
      ? goal(texts.target, definition)
      : `${goal(texts.targetPublished, published.goal)}. ${goal(texts.targetNow, definition)}`;
  const facts = { key, title, outcome: sayOutcome(definition, standing, locale, today), target };
  if (score === null) return t(texts.reportNoScore, facts);
  const { label, rationale, next } = score;
  return [
    t(texts.reportScore, { ...facts, score: sayScored(score, words), label: sayLabel(label, labels, words) }),
    ...(rationale === '' ? [] : [t(texts.reportRationale, { rationale: linesOf(rationale).join(' ') })]),
    ...(next === null ? [] : [t(texts.reportNext, { next: t(nextTexts[next]) })]),
  ].join('. ');
}
