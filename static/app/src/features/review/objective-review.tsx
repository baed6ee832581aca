import { useMemo } from 'react';
import type { AccountId } from '../../../../../src/domain/ids';
import type { Fix } from '../../../../../src/domain/quality/finding';
import { reviewObjective } from '../../../../../src/domain/quality/review-objective';
import { useDebounced } from '../../components/use-debounced';
import { ReviewNotes } from './review-notes';
import type { Dismissals } from './use-dismissals';
import { pause } from './key-result-review';

type Props = {
  title: string;
  why: string;
  owner: AccountId | null;
  dismissals: Dismissals;
  onFix: (fix: Fix) => void;
};

/** The review of an objective as it is being written. */
export default function ObjectiveReview({ title, why, owner, dismissals, onFix }: Props) {
  const settled = useDebounced(JSON.stringify([title, why, owner]), pause);
  const findings = useMemo(
    () => (settled === JSON.stringify([title, why, owner]) ? reviewObjective({ title, why, owner }) : []),
    [settled, title, why, owner],
  );
  return <ReviewNotes findings={findings} dismissals={dismissals} onFix={onFix} />;
}
