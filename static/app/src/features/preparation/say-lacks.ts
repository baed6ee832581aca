import { lacks, type Lack } from '../../../../../src/domain/preparation';
import type { LackCounts } from '../../../../../src/contract/preparation-calls';
import { preparation as texts } from '../../messages/en/preparation';
import type { Message } from '../../messages/messages';
import type { Words } from '../../messages/use-words';

/** "1 objective has no owner · 2 key results have no target"; '' when nothing is missing. */
export function sayLacks(missing: LackCounts, { t }: Pick<Words, 't'>): string {
  return lacks
    .flatMap((lack) => {
      const count = missing[lack] ?? 0;
      return count === 0 ? [] : [t(texts[lack], { count })];
    })
    .join(' · ');
}

/** What one objective or key result lacks, in a sentence. */
export const lackTexts: Record<Lack, Message> = {
  objectives: texts.lackObjectives,
  'objective-owner': texts.lackObjectiveOwner,
  why: texts.lackWhy,
  'key-results': texts.lackKeyResults,
  'key-result-owner': texts.lackKeyResultOwner,
  target: texts.lackTarget,
  source: texts.lackSource,
};
