import type { KpiTrend, KpiWords } from '../../../../../src/domain/kpi';
import { sayValue } from '../../../../../src/domain/say';
import { kpiWords as words } from '../../messages/en/kpi';
import type { Words } from '../../messages/use-words';

/** `healthy from 2% to 5%`, with one end where there is no other. */
export function sayRange({ min, max, unit }: KpiWords, { t, locale }: Words): string {
  const say = (value: number) => sayValue(value, unit, locale);
  if (min !== null && max !== null) return t(words.between, { min: say(min), max: say(max) });
  return min !== null ? t(words.atLeast, { min: say(min) }) : t(words.atMost, { max: say(max ?? 0) });
}

/** Where it goes, in words: no colour and no arrow says it alone. */
export function sayTrend(trend: KpiTrend | null, { t }: Words): string {
  if (trend === null) return t(words.noTrend);
  return t(words[trend.direction]) + (trend.towards === null ? '' : t(words[trend.towards]));
}
