import type { RelatedObjective } from '../../../../../src/contract/alignment-calls';
import { PageLink } from '../../components/page-link';
import { Person } from '../../components/person';
import { SignalsLine } from '../../components/signals-line';
import { alignment as texts } from '../../messages/en/alignment';
import { objectivePath } from '../../rpc/objective-path';
import { useWords } from '../../messages/use-words';
import styles from './alignment.module.css';

type Props = {
  objective: RelatedObjective;
  /** Whose key result `through` is: that of this objective, or of the page's. */
  side: 'above' | 'beneath';
};

/** An objective above or beneath another: whose it is, through what it is linked, and how it stands. */
export function Related({ objective, side }: Props) {
  const { t } = useWords();
  const { id, key, title, team, cycle, owner, signals, through } = objective;
  return (
    <li className={styles.relative}>
      <p className={styles.title}>
        <span className={styles.key}>{key}</span>
        <PageLink quiet to={objectivePath(id)}>
          {title}
        </PageLink>
      </p>
      <p className={styles.quiet}>
        {team.name} · {cycle.name} · <Person id={owner} inline />
        {through &&
          ` · ${t(side === 'above' ? texts.through : texts.throughOwn, { key: through.key, title: through.title })}`}
      </p>
      <SignalsLine signals={signals} />
    </li>
  );
}
