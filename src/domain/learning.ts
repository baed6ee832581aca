/** What many verdicts teach: which kinds of work moved numbers, and how good the hypotheses were (design §3.8). */
import type { Estimate, ImpactVerdict } from './impact';
import { median } from './theil-sen';

/** One initiative with its verdict. Nobody's name is in it: learning is never by person (design §3.8). */
export type LearningRow = {
  /** As computed: chance is known of these only. */
  verdict: ImpactVerdict;
  /** What a person held instead; null where they accepted it or said nothing. */
  heldOtherwise: ImpactVerdict | null;
  change: Estimate | null;
  /** The effect of the hypothesis in force when the work started, in the unit of `change`; null without one. */
  expected: number | null;
  lagDays: number | null;
  /** Children counted; 0 for an issue without any; null where Jira was never asked. */
  children: number | null;
  /** As the reader may see them; null and none for an issue they may not see. */
  issueType: string | null;
  labels: string[];
};

export type Learned = {
  /** Had enough values on both sides and nothing else in the same days. */
  judged: number;
  moved: number;
  movedWrongWay: number;
  didNotMove: number;
  /** Never counts against the work. */
  couldNotSee: number;
  /** Too early, no baseline, or not to be told from others. */
  notJudged: number;
  /** How many of `judged` would be said to have moved (each way alike) had none of them done anything. */
  byChance: number;
  heldOtherwise: number;
  /** Expected against observed, of those judged that had a hypothesis; null for none. */
  calibration: Calibration | null;
  /** Too few to say anything of this kind of work. */
  tooFew: boolean;
};

export type Calibration = {
  hypotheses: number;
  /** Half of them came to less than this share of what was expected. */
  medianShare: number;
  /** What was expected lies within the range of what was observed. */
  held: number;
  /** All of the range is less than what was expected, or the other way. */
  tooHigh: number;
  /** All of it is more. */
  tooLow: number;
  tooFew: boolean;
};

/** Verdicts hold 5 % false ones, half of them in either direction. */
const falseEachWay = 0.025;
const enoughVerdicts = 8;
const enoughHypotheses = 5;

/**
 * The share of judged work that moved its number, as a 95 % range. What could not be seen may have moved it or not, so the
 * range reaches from none of it (Wilson's lower bound) to all of it (the upper one): it never counts against the work.
 * Source: design §3.8.
 */
export function movedRange({ judged, moved, couldNotSee }: Learned): { low: number; high: number } {
  return { low: wilson(moved, judged)[0], high: wilson(moved + couldNotSee, judged)[1] };
}

/** Wilson's 95 % interval of a share; everything for nothing. */
function wilson(part: number, whole: number): [number, number] {
  if (whole === 0) return [0, 1];
  const z = 1.959964;
  const share = part / whole;
  const scale = 1 + z ** 2 / whole;
  const middle = (share + z ** 2 / (2 * whole)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / whole + z ** 2 / (4 * whole ** 2));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** The verdicts of some work, summed up. Source: design §3.8. */
export function learn(rows: readonly LearningRow[]): Learned {
  const count = (verdict: ImpactVerdict) => rows.filter((row) => row.verdict === verdict).length;
  const [moved, movedWrongWay] = [count('moved'), count('moved-wrong-way')];
  const [didNotMove, couldNotSee] = [count('no-visible-effect'), count('could-not-see')];
  const judged = moved + movedWrongWay + didNotMove + couldNotSee;
  return {
    judged,
    moved,
    movedWrongWay,
    didNotMove,
    couldNotSee,
    notJudged: rows.length - judged,
    byChance: judged * falseEachWay,
    heldOtherwise: rows.filter(({ heldOtherwise }) => heldOtherwise !== null).length,
    calibration: calibrationOf(rows),
    tooFew: judged < enoughVerdicts,
  };
}

function calibrationOf(rows: readonly LearningRow[]): Calibration | null {
  const hypotheses = rows.map(testedHypothesis).filter((hypothesis) => hypothesis !== null);
  if (hypotheses.length === 0) return null;
  const count = (outcome: TestedHypothesis['outcome']) =>
    hypotheses.filter((hypothesis) => hypothesis.outcome === outcome).length;
  return {
    hypotheses: hypotheses.length,
    medianShare: median(hypotheses.map(({ share }) => share)),
    held: count('held'),
    tooHigh: count('too-high'),
    tooLow: count('too-low'),
    tooFew: hypotheses.length < enoughHypotheses,
  };
}

/** What was observed as a share of what was expected, with its range; see `Calibration` for the outcomes. */
export type TestedHypothesis = {
  share: number;
  low: number;
  high: number;
  outcome: 'held' | 'too-high' | 'too-low';
};

/** How a hypothesis turned out; null without one, and where no change could be estimated. Source: design §3.8. */
export function testedHypothesis({
  change,
  expected,
}: Pick<LearningRow, 'change' | 'expected'>): TestedHypothesis | null {
  if (!change || expected === null || expected === 0) return null;
  const [a, b] = [change.low / expected, change.high / expected];
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  const outcome = high < 1 ? 'too-high' : low > 1 ? 'too-low' : 'held';
  return { share: change.size / expected, low, high, outcome };
}

export type KindOfWork = 'issue-type' | 'label' | 'size' | 'lag';
/** `name`: the issue type or label as Jira names it; a band's id for size and lag; null where it is not known. */
export type LearnedKind = { name: string | null; learned: Learned };

/**
 * The same by kind of work, the kinds with most verdicts first. An issue with several labels is in each of them. Some kind
 * always looks best: compare the ranges, and what chance alone gives.
 */
export function learnByKind(rows: readonly LearningRow[], kind: KindOfWork): LearnedKind[] {
  const groups = new Map<string | null, LearningRow[]>();
  for (const row of rows) {
    for (const name of namesOf(row, kind)) groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups]
    .map(([name, own]) => ({ name, learned: learn(own) }))
    .sort((a, b) => b.learned.judged - a.learned.judged || compareNames(a.name, b.name));
}

function namesOf(row: LearningRow, kind: KindOfWork): (string | null)[] {
  switch (kind) {
    case 'issue-type':
      return [row.issueType];
    case 'label':
      return row.labels.length > 0 ? [...new Set(row.labels)] : [null];
    case 'size':
      return [row.children === null ? null : band(row.children, sizeBands)];
    case 'lag':
      return [row.lagDays === null ? null : band(row.lagDays, lagBands)];
  }
}

/** Children: none, up to 5, up to 15, more. */
export const sizeBands = ['0', '1-5', '6-15', '16+'] as const;
/** Days until the effect was to show: a week, a month, a quarter, more. */
export const lagBands = ['0-7', '8-30', '31-91', '92+'] as const;

function band(value: number, bands: readonly string[]): string | null {
  return (
    bands.find((one) => value <= Number(one.split('-')[1] ?? (one.endsWith('+') ? Infinity : one))) ?? null
  );
}

function compareNames(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}
