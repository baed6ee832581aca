import type { AccountId } from '../../../../../src/domain/ids';
import type { Fix } from '../../../../../src/domain/quality/finding';
import { numberText } from '../../components/number-text';
import type { Words } from '../../messages/use-words';
import { withHeadings } from '../review/say-finding';
import type { KeyResultDraft } from './key-result-draft';
import { unitDraft } from './said-draft';

/** What a fix of the review changes in a key result's draft. Making an initiative changes more than the draft: nothing here. */
export function applyFix(
  fix: Fix,
  draft: KeyResultDraft,
  me: AccountId | null,
  words: Words,
): Partial<KeyResultDraft> {
  switch (fix.kind) {
    case 'replace':
      return { title: fix.text };
    case 'numbers': {
      const { start, target, unit } = fix;
      return {
        metric: target > start ? 'increase' : 'decrease',
        start: numberText(start, words.locale),
        target: numberText(target, words.locale),
        ...(unit && unitDraft(unit)),
      };
    }
    case 'definition':
      return { definition: withHeadings(draft.definition, fix.parts, words) };
    case 'own':
      return { owner: me };
    case 'make-initiative':
      return {};
  }
}
