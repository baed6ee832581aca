import Lozenge from '@atlaskit/lozenge';
import type { ReactNode } from 'react';
import type { ObjectiveReading } from '../../../../../src/contract/readings';
import { inOrderOfNeed } from '../../../../../src/domain/ordering';
import { rollUp } from '../../../../../src/domain/roll-up';
import { sayByPace, sayShare } from '../../../../../src/domain/say';
import type { Stood } from '../../components/how-it-stands';
import { PageLink } from '../../components/page-link';
import { Person } from '../../components/person';
import { overview as texts } from '../../messages/en/overview';
import { useWords } from '../../messages/use-words';
import { KeyResultRow } from './key-result-row';
import styles from './overview.module.css';

type Props = {
  objective: ObjectiveReading;
  /** All of its key results: the roll-up speaks of these, whatever is filtered. */
  all: Stood[];
  shown: Stood[];
  /** What can be done with it. */
  acts?: ReactNode;
  /** What stands beneath its own key results. */
  beneath?: ReactNode;
  /** The rank of its title among the page's headings. */
  as?: 'h1' | 'h2';
};

/** An objective with its key results in the order of need. Its mean never stands without the counts (design §3.5). */
export function ObjectiveCard({ objective, all, shown, acts, beneath, as: Title = 'h2' }: Props) {
  const { t } = useWords();
  return (
    <section className={styles.objective} aria-labelledby={`title-${objective.id}`}>
      <header className={styles.objectiveHead}>
        <div className={styles.head}>
          <div className={styles.titleLine}>
            <span className={styles.key}>{objective.key}</span>
            <Title id={`title-${objective.id}`} className={styles.objectiveTitle}>
              <PageLink quiet to={`/objectives/${objective.id}`}>
                {objective.title}
              </PageLink>
            </Title>
            {objective.restricted && (
              <span title={t(texts.restrictedWhy)}>
                <Lozenge appearance="moved">{t(texts.restricted)}</Lozenge>
              </span>
            )}
          </div>
          {acts}
        </div>
        <p className={styles.titleLine}>
          <span className={styles.quiet}>
            {objective.team.name}
            {/* On a list of one cycle the page says it. */}
            {Title === 'h1' && ` · ${objective.cycle.name}`}
          </span>
          <Person id={objective.owner} />
        </p>
        <RolledUp all={all} />
      </header>
      <ul className={styles.rows}>
        {inOrderOfNeed(shown, ({ standing }) => standing).map((of) => (
          <KeyResultRow key={of.keyResult.id} of={of} />
        ))}
      </ul>
      {beneath}
    </section>
  );
}

function RolledUp({ all }: { all: Stood[] }) {
  const { t, locale } = useWords();
  if (all.length === 0) return <p className={styles.quiet}>{t(texts.noKeyResults)}</p>;
  const { progress, measured, of, byPace } = rollUp(
    all.map(({ keyResult, standing }) => ({ weight: keyResult.definition.weight, standing })),
  );
  const parts = [
    sayByPace(byPace),
    ...(progress === null ? [] : [t(texts.rollUp, { progress: sayShare(progress, locale) })]),
    ...(measured < of ? [t(texts.measured, { measured, of })] : []),
  ];
  return <p>{parts.join(' · ')}</p>;
}
