import Button from '@atlaskit/button/new';
import { useState, type ReactNode } from 'react';
import type { Fix, ReviewFinding } from '../../../../../src/domain/quality/finding';
import { TextField } from '../../components/text-field';
import { base } from '../../messages/en/base';
import { reasons, review, strong, weak } from '../../messages/en/review';
import { useWords } from '../../messages/use-words';
import styles from './review.module.css';
import { sayFinding, sayFix } from './say-finding';

type Props = {
  finding: ReviewFinding;
  /** What stands before the sentence, such as a person's name. */
  who?: ReactNode;
  onFix?: ((fix: Fix) => void) | undefined;
  /** Absent: this person may not argue with it. */
  onDismiss?: ((reason: string) => void) | undefined;
  busy?: boolean;
};

/** One finding: what is the matter, and folded, why, with a weak and a strong example; what can be done, and dismissing it. */
export function FindingNote({ finding, who, onFix, onDismiss, busy = false }: Props) {
  const words = useWords();
  const { t } = words;
  const [reason, setReason] = useState<string | null>(null);
  const { rule, severity, fix } = finding;
  const said = sayFinding(finding, words);
  const triggered = finding.span !== null && finding.words !== '' && finding.words.length <= 60;
  return (
    <div className={styles.finding} data-severity={severity} data-rule={rule}>
      <div className={styles.text}>
        <p className={styles.said}>
          <span className={styles.rule}>
            {rule} · {t(review[severity])}
          </span>
          {triggered && <span className={styles.words}>“{finding.words}” </span>}
          {who !== undefined && <>{who} </>}
          {said}
        </p>
        <details className={styles.why}>
          <summary>{t(review.why)}</summary>
          <p className={styles.reason}>{t(reasons[rule])}</p>
          <dl className={styles.example}>
            <dt>{t(review.weak)}</dt>
            <dd>{t(weak[rule])}</dd>
            <dt>{t(review.strong)}</dt>
            <dd>{t(strong[rule])}</dd>
          </dl>
        </details>
      </div>
      {reason === null ? (
        <div className={styles.acts}>
          {fix !== null && onFix && (
            <Button spacing="compact" onClick={() => onFix(fix)}>
              {sayFix(fix, words)}
            </Button>
          )}
          {onDismiss && (
            <Button
              spacing="compact"
              appearance="subtle"
              aria-label={t(review.dismissOf, { finding: said })}
              onClick={() => setReason('')}
            >
              {t(review.dismiss)}
            </Button>
          )}
        </div>
      ) : (
        // Not a form: it stands inside the form of what is being written.
        <div
          role="group"
          className={styles.asked}
          aria-label={t(review.dismissOf, { finding: said })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
            event.preventDefault();
            if (reason.trim() !== '') onDismiss?.(reason.trim());
          }}
        >
          <TextField
            label={t(review.dismissWhy)}
            hint={t(review.dismissHint)}
            autoFocus
            value={reason}
            onText={setReason}
          />
          <div className={styles.acts}>
            <Button
              spacing="compact"
              isDisabled={reason.trim() === ''}
              isLoading={busy}
              onClick={() => onDismiss?.(reason.trim())}
            >
              {t(review.dismiss)}
            </Button>
            <Button spacing="compact" appearance="subtle" onClick={() => setReason(null)}>
              {t(base.cancel)}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
