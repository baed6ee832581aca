/** What scores are called (design §3.9); changed in settings. */
import type { KeyResultDefinition } from './metric';

export const scoreLabelNames = ['achieved', 'partial', 'missed', 'dropped'] as const;
/** `dropped`: given up with a reason, and left out of averages. */
export type ScoreLabel = (typeof scoreLabelNames)[number];
/** Lowest score that still has the name; below `partial` is missed. */
export type ScoreLabels = Record<KeyResultDefinition['commitment'], { achieved: number; partial: number }>;
/** A site's own words for the labels; '' for Waymark's. */
export type ScoreWords = Record<ScoreLabel, string>;

/** Committed key results are expected in full, aspirational ones do well at 0.7. Source: design §3.9. */
export const scoreLabels: ScoreLabels = {
  committed: { achieved: 1, partial: 0.7 },
  aspirational: { achieved: 0.7, partial: 0.4 },
};
