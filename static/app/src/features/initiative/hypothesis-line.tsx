import Button from '@atlaskit/button/new';
import type { HypothesisState } from '../../../../../src/domain/initiative';
import type { Unit } from '../../../../../src/domain/metric';
import { sayChange } from '../../../../../src/domain/say';
import { words } from '../../messages/en/initiative';
import { useWords } from '../../messages/use-words';
import styles from './initiative.module.css';

type Props = { state: HypothesisState; unit: Unit; onEdit?: (() => void) | undefined };

/** What the work should change, in the key result's unit. */
export function HypothesisLine({ state, unit, onEdit }: Props) {
  const { t, locale } = useWords();
  if (state.kind !== 'stated') {
    return (
      <p className={styles.quiet}>
        {t(state.kind === 'skipped' ? words.skipped : words.leftToOwner)}{' '}
        {onEdit && (
          <Button appearance="subtle" spacing="compact" onClick={onEdit}>
            {t(words.say)}
          </Button>
        )}
      </p>
    );
  }
  const { effect, lagDays, why } = state.hypothesis;
  return (
    <div>
      <p>
        {t(words.expects, { effect: sayChange(effect, unit, locale), days: lagDays })}{' '}
        {onEdit && (
          <Button appearance="subtle" spacing="compact" onClick={onEdit} aria-label={t(words.editExpected)}>
            {t(words.edit)}
          </Button>
        )}
      </p>
      {why !== '' && <p className={styles.quiet}>{t(words.because, { why })}</p>}
    </div>
  );
}
