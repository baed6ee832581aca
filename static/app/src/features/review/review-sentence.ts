import type { KeyResultDefinition } from '../../../../../src/domain/metric';
import type { ReviewFinding } from '../../../../../src/domain/quality/finding';
import { reviewKeyResult } from '../../../../../src/domain/quality/review-key-result';

/** What is found in the words, but for what the fields answer: a row's numbers may stand in columns of their own. */
export function reviewSentence(title: string, definition: KeyResultDefinition | null): ReviewFinding[] {
  const found = reviewKeyResult({ title });
  if (definition === null || found.length === 0) return found;
  const whole = reviewKeyResult({ title, definition });
  return found.filter(({ rule }) => whole.some((one) => one.rule === rule));
}
