import type { InitiativeReading } from '../../../../../src/contract/readings';
import { impactOf, type Impact, type ImpactVerdict } from '../../../../../src/domain/impact';
import { heldVerdict } from '../../../../../src/domain/judgement';
import type { Stood } from '../../components/how-it-stands';
import type { Message } from '../../messages/messages';
import { planning as texts } from '../../messages/en/planning';

/** What was computed of an initiative today; null: people have nothing of it yet. */
export function computedImpactOf(
  { keyResult, record, today }: Stood,
  initiative: InitiativeReading,
): Impact | null {
  const { initiatives, events } = keyResult;
  return impactOf({ ...record, initiatives, events, initiative }, today);
}

/** What counts of an initiative: what a person held, else what was computed. `isHeld`: a person said so. */
export function verdictOf(
  of: Stood,
  initiative: InitiativeReading,
): { verdict: ImpactVerdict; isHeld: boolean } | null {
  const held = heldVerdict(initiative);
  if (held !== null) return { verdict: held, isHeld: true };
  const computed = computedImpactOf(of, initiative);
  return computed && { verdict: computed.verdict, isHeld: false };
}

export const verdictTexts: Record<ImpactVerdict, { said: Message; counted: Message }> = {
  moved: { said: texts.verdict_moved, counted: texts.count_moved },
  'no-visible-effect': { said: texts.verdict_no_visible_effect, counted: texts.count_no_visible_effect },
  'moved-wrong-way': { said: texts.verdict_moved_wrong_way, counted: texts.count_moved_wrong_way },
  'could-not-see': { said: texts.verdict_could_not_see, counted: texts.count_could_not_see },
  'cannot-separate': { said: texts.verdict_cannot_separate, counted: texts.count_cannot_separate },
  'too-early': { said: texts.verdict_too_early, counted: texts.count_too_early },
  'no-baseline': { said: texts.verdict_no_baseline, counted: texts.count_no_baseline },
};
