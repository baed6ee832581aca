import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { ConfidenceMark } from '../../components/confidence-mark';
import { FreshnessMark } from '../../components/freshness-mark';
import type { Stood } from '../../components/how-it-stands';
import { OutcomeLine } from '../../components/outcome-line';
import { PageLink } from '../../components/page-link';
import { Person } from '../../components/person';
import { checkIn } from '../../messages/en/check-in';
import { meeting as texts } from '../../messages/en/meeting';
import { useWords } from '../../messages/use-words';
import { keyResultPath } from '../../rpc/product-events';
import { isHalfTyped } from '../check-in/draft';
import { KeyResultForm } from './key-result-form';
import styles from './meeting.module.css';
import { Praise } from './praise-form';

type Props = {
  of: Stood;
  isOpen: boolean;
  /** Its form takes the focus as it opens. */
  takesFocus: boolean;
  onToggle: () => void;
  onSaved: () => void;
};

/** One key result of the meeting: how it stands, and the form where it is its turn. */
export function KeyResultLine({ of, isOpen, takesFocus, onToggle, onSaved }: Props) {
  const { t } = useWords();
  const { keyResult, standing, today } = of;
  const { id, key, title, owner, can } = keyResult;
  return (
    <li className={styles.keyResult} data-open={isOpen} aria-label={`${key} ${title}`}>
      <div className={styles.line}>
        <div className={styles.what}>
          <p className={styles.title}>
            <span className={styles.key}>{key}</span>
            <PageLink quiet to={keyResultPath(id)}>
              {title}
            </PageLink>
          </p>
          <Person id={owner} />
          {!isOpen && can.checkIn && isHalfTyped(id) && (
            <div>
              <Lozenge appearance="moved">{t(texts.halfTyped)}</Lozenge>
            </div>
          )}
        </div>
        <OutcomeLine of={of} compact />
        <div className={styles.signals}>
          <ConfidenceMark standing={standing} today={today} />
          <FreshnessMark freshness={standing.freshness.value} today={today} />
        </div>
        {can.checkIn && (
          <Button
            spacing="compact"
            aria-expanded={isOpen}
            aria-label={t(texts.openForm, { key })}
            onClick={onToggle}
          >
            {t(checkIn.save)}
          </Button>
        )}
      </div>
      {isOpen && can.checkIn && (
        <>
          <KeyResultForm of={of} takesFocus={takesFocus} onSaved={onSaved} />
          <div className={styles.open}>
            <Praise of={of} />
          </div>
        </>
      )}
    </li>
  );
}
