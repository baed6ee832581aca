import type { Correction } from '../../../../../src/domain/correction';
import type { Unit } from '../../../../../src/domain/metric';
import { sayValue } from '../../../../../src/domain/say';
import { measuring } from '../../messages/en/measuring';
import type { Words } from '../../messages/use-words';

/** From what to what a value was corrected, and why. */
export function sayCorrection({ from, value, why }: Correction, unit: Unit, { t, locale }: Words): string {
  const say = (amount: number) => sayValue(amount, unit, locale);
  if (value === null) return t(measuring.nowNothing, { from: from === null ? '' : say(from), why });
  if (from === null) return t(measuring.nowAgain, { to: say(value), why });
  return t(measuring.nowIs, { from: say(from), to: say(value), why });
}
