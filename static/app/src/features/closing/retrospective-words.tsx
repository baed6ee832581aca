import type { Retrospective } from '../../../../../src/contract/closing-calls';
import { useWords } from '../../messages/use-words';
import styles from './closing.module.css';
import { saidTexts } from './say-closing';

const order = ['willChange', 'learned', 'helped', 'hindered'] as const;

/** What a team said of a cycle: what it will change first, since that is for now. */
export function RetrospectiveWords({ said }: { said: Pick<Retrospective, (typeof order)[number]> }) {
  const { t } = useWords();
  return (
    <dl className={styles.retrospective}>
      {order
        .filter((part) => said[part] !== '')
        .map((part) => (
          <div key={part}>
            <dt>{t(saidTexts[part])}</dt>
            <dd className={styles.words}>{said[part]}</dd>
          </div>
        ))}
    </dl>
  );
}
