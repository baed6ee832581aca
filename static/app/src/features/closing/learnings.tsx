import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import type { ReactNode } from 'react';
import type { LearningsReading } from '../../../../../src/contract/closing-calls';
import type { CycleId, TeamId } from '../../../../../src/domain/ids';
import { howItStands, type Stood } from '../../components/how-it-stands';
import { closing as texts } from '../../messages/en/closing';
import { useWords } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';
import styles from './closing.module.css';
import { RetrospectiveWords } from './retrospective-words';
import { sayLabel, sayScore, sayScored } from './say-closing';

type Place = { teamId: TeamId; cycleId: CycleId };
type Props = {
  /** What the cycle before has; null: there was none, or it is still to come. */
  before: LearningsReading['before'];
  /** Begins a draft from a key result of the cycle before; without it they are only named. */
  onUse?: (of: Stood) => void;
  /** The editor that they stand beside. */
  children: ReactNode;
};
type Before = NonNullable<LearningsReading['before']>;

/** The same where the editor reads nothing else, and need not wait. `place`: whose cycle is being drafted. */
export function BesideReadLearnings({ place, ...rest }: Omit<Props, 'before'> & { place: Place }) {
  const reading = useCall('closing.learnings', place);
  return <BesideLearnings {...rest} before={reading.state === 'ready' ? reading.value.before : null} />;
}

/** An editor with what the team learned in its last cycle beside it; alone where there was none (design §3.12). */
export function BesideLearnings({ before, onUse, children }: Props) {
  // One tree for both, so that the editor keeps what is typed when the learnings come.
  return (
    <div className={before === null ? styles.section : styles.beside}>
      <div className={styles.section}>{children}</div>
      {before !== null && <Learnings before={before} onUse={onUse} />}
    </div>
  );
}

function Learnings({ before, onUse }: { before: Before; onUse: Props['onUse'] }) {
  const { t, locale } = useWords();
  const { cycle, retrospective, objectives, confirmations } = before;
  const again = objectives.flatMap((objective) =>
    objective.keyResults.map((keyResult) => howItStands(keyResult, objective, before.site)),
  );
  const title = t(texts.learnings, { cycle: cycle.name });
  return (
    <aside className={styles.aside} aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      {retrospective === null && confirmations.length === 0 && again.length === 0 && (
        <p className={styles.quiet}>{t(texts.learningsNone, { cycle: cycle.name })}</p>
      )}
      {retrospective !== null && <RetrospectiveWords said={retrospective} />}
      {again.length > 0 && (
        <>
          <h4 className={styles.title}>{t(texts.learningsAgain)}</h4>
          <ul className={styles.list}>
            {again.map((of) => (
              <Again key={of.keyResult.id} of={of} before={before} onUse={onUse} />
            ))}
          </ul>
        </>
      )}
      {confirmations.length > 0 && (
        <details className={styles.folded}>
          <summary>{t(texts.learningsWriteUps)}</summary>
          {confirmations.map(({ id, objectiveId, score, writeUp }) => (
            <div key={id} className={styles.again}>
              <p className={styles.title}>
                {objectives.find((one) => one.id === objectiveId)?.title}
                {score !== null && ` · ${sayScore(score, locale)}`}
              </p>
              <p className={styles.words}>{writeUp}</p>
            </div>
          ))}
        </details>
      )}
    </aside>
  );
}

/** A key result that the team wants to try again: offered, never carried over. */
function Again({ of, before, onUse }: { of: Stood; before: Before; onUse: Props['onUse'] }) {
  const words = useWords();
  const { t } = words;
  const { id, key, title } = of.keyResult;
  const score = before.scores.find(({ keyResultId }) => keyResultId === id);
  const label = score === undefined ? '' : sayLabel(score.label, before.site.scoreWords, words);
  return (
    <li className={styles.again}>
      <span>
        <span className={styles.key}>{key}</span> {title}
      </span>
      {score !== undefined && (
        <span className={styles.titleLine}>
          <span className={styles.quiet}>
            {score.score === null ? label : t(texts.wasScored, { score: sayScored(score, words), label })}
          </span>
          <Lozenge>{t(score.next === 'rewrite' ? texts.toRewrite : texts.toRepeat)}</Lozenge>
        </span>
      )}
      {score !== undefined && score.rationale !== '' && (
        <span className={styles.quiet}>{score.rationale}</span>
      )}
      {onUse && (
        <Button spacing="compact" aria-label={t(texts.useOf, { key })} onClick={() => onUse(of)}>
          {t(texts.use)}
        </Button>
      )}
    </li>
  );
}
