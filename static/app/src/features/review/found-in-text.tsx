import type { KeyResultDefinition } from '../../../../../src/domain/metric';
import { bySeverity } from '../../../../../src/domain/quality/finding';
import { reviewInitiative, reviewObjective } from '../../../../../src/domain/quality/review-objective';
import { FindingNote } from './finding-note';
import { reviewSentence } from './review-sentence';
import styles from './review.module.css';

const reviews = {
  objective: (title: string) => reviewObjective({ title }),
  'key-result': reviewSentence,
  initiative: reviewInitiative,
} as const;

type Props = {
  kind: keyof typeof reviews;
  title: string;
  /** What is said beside a key result's sentence, once it is whole. */
  definition?: KeyResultDefinition | null;
};

/** What the review finds in a sentence that is nowhere saved yet, such as one of a document: at most two. */
export default function FoundInText({ kind, title, definition = null }: Props) {
  const found = bySeverity(reviews[kind](title, definition)).slice(0, 2);
  return (
    <div className={styles.notes}>
      {found.map((one) => (
        <FindingNote key={one.case} finding={one} />
      ))}
    </div>
  );
}
