import type { KeyResultScore } from '../../../../../src/contract/closing-calls';
import type { Goal } from '../../../../../src/domain/published-goal';
import type { Unit } from '../../../../../src/domain/metric';
import { sayValue } from '../../../../../src/domain/say';
import type { NextStep, ScoreLabel } from '../../../../../src/domain/score';
import type { ScoreWords } from '../../../../../src/domain/score-labels';
import { closing as texts } from '../../messages/en/closing';
import type { Message } from '../../messages/messages';
import type { Words } from '../../messages/use-words';

const labelTexts: Record<ScoreLabel, Message> = {
  achieved: texts.achieved,
  partial: texts.partial,
  missed: texts.missed,
  dropped: texts.dropped,
};

/** The word of a label: the site's own, else Waymark's. */
export function sayLabel(label: ScoreLabel, own: ScoreWords, { t }: Pick<Words, 't'>): string {
  return own[label] === '' ? t(labelTexts[label]) : own[label];
}

export const nextTexts: Record<NextStep, Message> = {
  repeat: texts.repeat,
  rewrite: texts.rewrite,
  drop: texts.drop,
};

/** The parts of a retrospective as they are read, not asked for. */
export const saidTexts = {
  willChange: texts.saidWillChange,
  learned: texts.saidLearned,
  helped: texts.saidHelped,
  hindered: texts.saidHindered,
};

/** "0.7", "1.0"; a mean to two decimals: "0.65". */
export function sayScore(score: number, locale: string): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 2 }).format(score);
}

/** "0.7", or that it was dropped. */
export function sayScored({ score }: Pick<KeyResultScore, 'score'>, { t, locale }: Words): string {
  return score === null ? t(texts.dropped) : sayScore(score, locale);
}

/** Where a key result was to go: "45% to 60% by 30 Jun 2026". */
export function sayGoal({ metric, dueOn }: Goal, unit: Unit, { t, locale, day }: Words): string {
  const say = (value: number) => sayValue(value, unit, locale);
  const by = day(dueOn);
  switch (metric.kind) {
    case 'increase':
    case 'decrease':
      return t(texts.fromTo, { start: say(metric.start), target: say(metric.target), day: by });
    case 'maintain': {
      const { min, max } = metric;
      if (min === null) return t(texts.atMost, { max: max === null ? '' : say(max), day: by });
      if (max === null) return t(texts.atLeast, { min: say(min), day: by });
      return t(texts.within, { min: say(min), max: say(max), day: by });
    }
    case 'milestones':
      return t(texts.milestones, { count: metric.milestones.length, day: by });
    case 'not-measurable-yet':
      return t(texts.notMeasurable, { day: day(metric.findBy) });
  }
}
