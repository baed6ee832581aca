import { useMemo } from 'react';
import type { AccountId } from '../../../../../src/domain/ids';
import type { KeyResultDefinition } from '../../../../../src/domain/metric';
import type { Fix } from '../../../../../src/domain/quality/finding';
import { reviewKeyResult } from '../../../../../src/domain/quality/review-key-result';
import { useDebounced } from '../../components/use-debounced';
import { ReviewNotes } from './review-notes';
import type { Dismissals } from './use-dismissals';

/** Nobody is told of a sentence that is still being written: so long a pause, in milliseconds, ends it. */
export const pause = 800;

type Props = {
  title: string;
  owner: AccountId | null;
  /** null: the fields are not filled in yet. */
  definition: KeyResultDefinition | null;
  dismissals: Dismissals;
  onFix: (fix: Fix) => void;
};

/** The review of a key result as it is being written. */
export default function KeyResultReview({ title, owner, definition, dismissals, onFix }: Props) {
  const typed = useMemo(() => ({ title, owner, definition }), [title, owner, definition]);
  const settled = useDebounced(JSON.stringify(typed), pause);
  const findings = useMemo(
    // Findings of what was there before the person went on would point at other words.
    () => (settled === JSON.stringify(typed) ? reviewKeyResult(typed) : []),
    [settled, typed],
  );
  return <ReviewNotes findings={findings} dismissals={dismissals} onFix={onFix} />;
}
