import type { LeftOutWhy } from '../../../../../src/domain/impact-values';
import { impact as texts } from '../../messages/en/impact';
import type { Message } from '../../messages/messages';
import type { Words } from '../../messages/use-words';

const reasons: Record<LeftOutWhy, Message> = {
  retyped: texts.retyped,
  'same-slot': texts.sameSlot,
  unfinished: texts.unfinished,
  'spans-live': texts.spansLive,
  'overlapping-window': texts.overlappingWindow,
  'old-definition': texts.oldDefinition,
  'other-change': texts.otherChange,
  'why-work-began': texts.whyWorkBegan,
  'far-away': texts.farAway,
};

/** Why a measurement serves no verdict, as the end of a sentence. */
export function sayWhy(why: LeftOutWhy, { t }: Words): string {
  return t(reasons[why]);
}
