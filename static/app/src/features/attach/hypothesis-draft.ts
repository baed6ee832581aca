import type { Hypothesis, HypothesisState } from '../../../../../src/domain/initiative';
import type { KeyResultDefinition } from '../../../../../src/domain/metric';
import { numberText, parseNumber } from '../../components/number-text';

/** A hypothesis as it is being written: texts, not numbers yet. */
export type HypothesisDraft = { kind: HypothesisState['kind']; effect: string; lagDays: string; why: string };

/** Which way the key result should go; the sign of an effect follows it. `either`: a band, or no target yet. */
export type Direction = 'rise' | 'fall' | 'either';

/** Two weeks: long enough for most changes to reach people, and easy to overwrite. */
const usualLag = '14';

/** The way a key result's number should go. */
export function directionOf({ metric }: KeyResultDefinition): Direction {
  if (metric.kind === 'increase') return 'rise';
  return metric.kind === 'decrease' ? 'fall' : 'either';
}

/** An empty draft, or one that says again what was stated. */
export function draftOf(
  state: HypothesisState | null,
  definition: KeyResultDefinition,
  locale: string,
): HypothesisDraft {
  if (state?.kind === 'stated') {
    const { effect, lagDays, why } = state.hypothesis;
    const shown = directionOf(definition) === 'fall' ? -effect : effect;
    return { kind: 'stated', effect: numberText(shown, locale), lagDays: String(lagDays), why };
  }
  const kind = definition.metric.kind === 'milestones' ? 'skipped' : 'stated';
  return { kind: state?.kind ?? kind, effect: '', lagDays: usualLag, why: '' };
}

/** What is wrong with a draft's numbers, by field. */
export type DraftFaults = { effect: boolean; lagDays: boolean };

/** The numbers of a draft; null for each that is not one. An effect of 0 is no change, so it is none. */
export function numbersOf(
  draft: HypothesisDraft,
  direction: Direction,
  locale: string,
): { effect: number | null; lagDays: number | null } {
  const amount = parseNumber(draft.effect, locale);
  const lag = parseNumber(draft.lagDays, locale);
  return {
    effect: amount === null || amount === 0 ? null : direction === 'fall' ? -amount : amount,
    lagDays: lag !== null && Number.isInteger(lag) && lag >= 0 && lag <= 730 ? lag : null,
  };
}

/** The state to save, or what has to be corrected first. */
export function finish(
  draft: HypothesisDraft,
  direction: Direction,
  locale: string,
): { ok: true; state: HypothesisState } | { ok: false; faults: DraftFaults } {
  if (draft.kind !== 'stated') return { ok: true, state: { kind: draft.kind } };
  const { effect, lagDays } = numbersOf(draft, direction, locale);
  if (effect === null || lagDays === null) {
    return { ok: false, faults: { effect: effect === null, lagDays: lagDays === null } };
  }
  const hypothesis: Hypothesis = { effect, lagDays, why: draft.why.trim() };
  return { ok: true, state: { kind: 'stated', hypothesis } };
}
