import Spinner from '@atlaskit/spinner';
import { base } from '../messages/en/base';
import { useWords } from '../messages/use-words';
import styles from './states.module.css';

/** While it is not known what will be shown, or how much; where it is, `SkeletonLines` stand for it. */
export function Waiting() {
  const { t } = useWords();
  return (
    <div className={styles.centre}>
      <Spinner label={t(base.waiting)} />
    </div>
  );
}
