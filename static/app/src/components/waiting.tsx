import Spinner from '@atlaskit/spinner';
import { base } from '../messages/en/base';
import { useWords } from '../messages/use-words';
import styles from './states.module.css';

/** The first moment of a surface, before it knows what it will show. */
export function Waiting() {
  const { t } = useWords();
  return (
    <div className={styles.centre}>
      <Spinner label={t(base.waiting)} />
    </div>
  );
}
