import Button from '@atlaskit/button/new';
import VisuallyHidden from '@atlaskit/visually-hidden';
import { useRef } from 'react';
import {
  bySeverity,
  isDismissed,
  type Fix,
  type ReviewFinding,
} from '../../../../../src/domain/quality/finding';
import { useStill } from '../../components/use-still';
import { review } from '../../messages/en/review';
import { useWords } from '../../messages/use-words';
import { FindingNote } from './finding-note';
import styles from './review.module.css';
import { sayFinding } from './say-finding';
import type { Dismissals } from './use-dismissals';

/** More at once is a lecture (design §3.10). */
const atOnce = 2;

type Props = {
  /** Of what the person wrote when they last paused. */
  findings: readonly ReviewFinding[];
  dismissals: Dismissals;
  onFix: (fix: Fix) => void;
};

/** What the review finds as people write: at most two findings, never in the way, said politely to screen readers. */
export function ReviewNotes({ findings: latest, dismissals, onFix }: Props) {
  const notes = useRef<HTMLDivElement>(null);
  const findings = useStill(latest, notes);
  const words = useWords();
  const { t } = words;
  const standing = findings.filter((found) => !isDismissed(found, dismissals.standing));
  const shown = bySeverity(standing).slice(0, atOnce);
  const dismissed = dismissals.standing.filter((one) => findings.some((found) => isDismissed(found, [one])));
  return (
    <div ref={notes} className={styles.notes} role="group" aria-label={t(review.live)}>
      <VisuallyHidden>
        <span role="status" aria-live="polite">
          {shown.map((found) => sayFinding(found, words)).join(' ')}
        </span>
      </VisuallyHidden>
      {shown.map((found) => (
        <FindingNote
          key={`${found.case} ${found.words}`}
          finding={found}
          busy={dismissals.busy}
          onFix={onFix}
          onDismiss={(reason) => void dismissals.dismiss(found, reason)}
        />
      ))}
      {dismissed.map((one) => (
        <p key={`${one.rule} ${one.words}`} className={styles.dismissed}>
          {t(review.dismissed, { rule: one.rule, reason: one.reason })}
          <Button spacing="compact" appearance="subtle" onClick={() => void dismissals.takeBack(one)}>
            {t(review.takeBack)}
          </Button>
        </p>
      ))}
    </div>
  );
}
