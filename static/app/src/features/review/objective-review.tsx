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
  /** The words of what it serves. */
  served?: string | undefined;
  /** It serves something, or said why not. */
  connected?: boolean;
  dismissals: Dismissals;
  onFix: (fix: Fix) => void;
};

/** The review of an objective as it is being written. */
export default function ObjectiveReview({
  title,
  why,
  owner,
  served,
  connected = false,
  dismissals,
  onFix,
}: Props) {
  const written = JSON.stringify([title, why, owner, served, connected]);
  const settled = useDebounced(written, pause);
  const findings = useMemo(
    () => (settled === written ? reviewObjective({ title, why, owner, served, connected }) : []),
    [settled, written, title, why, owner, served, connected],
  );
  return <ReviewNotes findings={findings} dismissals={dismissals} onFix={onFix} />;
}
