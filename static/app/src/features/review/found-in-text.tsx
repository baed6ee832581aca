import { useMemo } from 'react';
import { bySeverity } from '../../../../../src/domain/quality/finding';
import { reviewKeyResult } from '../../../../../src/domain/quality/review-key-result';
import { reviewInitiative, reviewObjective } from '../../../../../src/domain/quality/review-objective';
import { FindingNote } from './finding-note';
import styles from './review.module.css';

const reviews = {
  objective: (title: string) => reviewObjective({ title }),
  'key-result': (title: string) => reviewKeyResult({ title }),
  initiative: reviewInitiative,
} as const;

/** What the review finds in a sentence that is nowhere saved yet, such as one of a document: at most two. */
export default function FoundInText({ kind, title }: { kind: keyof typeof reviews; title: string }) {
  const found = useMemo(() => bySeverity(reviews[kind](title)).slice(0, 2), [kind, title]);
  return (
    <div className={styles.notes}>
      {found.map((one) => (
        <FindingNote key={one.case} finding={one} />
      ))}
    </div>
  );
}
