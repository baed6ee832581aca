import { defaultCaps, type Caps } from './caps';
import type { LocalDate } from './dates';
import type { WorkUnit } from './initiative';
import type { BlockableRule } from './quality/finding';
import { scoreLabels, type ScoreLabels } from './score-labels';

/** The site's numbers that rules depend on (design §3.2, §3.4, §3.6, §3.9, §3.10); changed in settings. */
export type Rules = {
  /** Lowest gap (raw − expected progress) that still has the name; below `behind` is far behind. */
  pace: { ahead: number; onPace: number; behind: number };
  /** Aspirational key results are judged against this share of elapsed time. */
  aspirational: number;
  /** Days that pause freshness. */
  holidays: LocalDate[];
  /** Names of resolutions of work not delivered, compared without case. */
  notDelivered: string[];
  countBy: WorkUnit;
  scoreLabels: ScoreLabels;
  caps: Caps;
  /** So many days before a drafted cycle begins, what it lacks is shown to those who owe it. */
  prepareDays: number;
  /** Rules of the quality review that keep a cycle from starting while a finding of theirs stands (design §3.12). */
  blocking: BlockableRule[];
};

/** No site begins to prepare a cycle earlier, in days. */
export const mostPrepareDays = 92;

/** What a site starts with. */
export const defaultRules: Rules = {
  pace: { ahead: 0.05, onPace: -0.05, behind: -0.15 },
  aspirational: 0.7,
  holidays: [],
  notDelivered: ["Won't Do", "Won't Fix", 'Duplicate', 'Declined', 'Cannot Reproduce', 'Obsolete'],
  countBy: 'count',
  scoreLabels,
  caps: defaultCaps,
  prepareDays: 14,
  blocking: [],
};
