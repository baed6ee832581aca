import type { Metric, Unit } from '../../../../../src/domain/metric';
import { parseNumber } from '../../components/number-text';

/** The targets that "by 15" or "by 15 %" can mean; start and target are stored as absolute numbers (design §3.1). */
export type ByAmount = {
  amount: number;
  /** The number itself, in the unit: of a percentage, points. null where a share was written of something else. */
  absolute: number | null;
  /** That share of the start; null where no share was written. */
  relative: number | null;
};

/** Understands "by 15", "by 15%"; null for anything else, or without a start to count from. */
export function readByAmount(
  text: string,
  start: string,
  direction: Extract<Metric['kind'], 'increase' | 'decrease'>,
  unit: Unit['kind'],
  locale: string,
): ByAmount | null {
  const groups = /^\s*by\s+(?<amount>[^%]+?)\s*(?<share>%?)\s*$/iu.exec(text)?.groups;
  const amount = parseNumber(groups?.['amount'] ?? '', locale);
  const from = parseNumber(start, locale);
  if (amount === null || from === null) return null;
  const way = direction === 'increase' ? 1 : -1;
  const share = groups?.['share'] === '%';
  const tidy = (value: number) => Number(value.toPrecision(12));
  return {
    amount,
    absolute: share && unit !== 'percent' ? null : tidy(from + way * amount),
    relative: share || unit === 'percent' ? tidy(from + (way * Math.abs(from) * amount) / 100) : null,
  };
}
