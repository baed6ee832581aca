import type { InitiativeReading } from '../../../../../src/contract/readings';
import { dayIn } from '../../../../../src/domain/dates';
import type { Judgement } from '../../../../../src/domain/judgement';
import type { Impact } from '../../../../../src/domain/impact';
import type { Stood } from '../../components/how-it-stands';
import { Person } from '../../components/person';
import { impact as texts } from '../../messages/en/impact';
import { useWords, type Words } from '../../messages/use-words';
import { sayVerdictName } from './headline';
import styles from './impact.module.css';

type Props = {
  of: Stood;
  initiative: InitiativeReading;
  /** The verdict as it is computed now. */ impact: Impact | null;
};

/** What people hold of an initiative's effect and decided about it: the last one, and folded those before. */
export function Judgements({ of, initiative, impact }: Props) {
  const { t } = useWords();
  const [last, ...earlier] = [...initiative.judgements].reverse();
  if (last === undefined) return null;
  return (
    <div className={styles.judgements}>
      <JudgementLine of={of} judgement={last} impact={impact} />
      {earlier.length > 0 && (
        <details>
          <summary>{t(texts.historyTitle, { count: earlier.length })}</summary>
          <ol className={styles.history}>
            {earlier.map((judgement) => (
              <li key={judgement.id}>
                <JudgementLine of={of} judgement={judgement} impact={null} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

type LineProps = { of: Stood; judgement: Judgement; impact: Impact | null };

function JudgementLine({ of, judgement, impact }: LineProps) {
  const words = useWords();
  const { t } = words;
  const { by, decision, reason } = judgement;
  return (
    <>
      <p>
        <Person id={by} inline /> {sayHeld(of, judgement, impact, words)}
        {decision !== null && (
          <strong> {t(texts.decision, { decision: decision === 'build-on' ? 'build' : decision })}</strong>
        )}
      </p>
      {reason !== '' && <p className={styles.reason}>{t(texts.because, { why: reason })}</p>}
    </>
  );
}

/** What was held when; where it is not what is computed now, which verdict that was. */
function sayHeld(
  { objective, today }: Stood,
  { at, computed, verdict }: Judgement,
  impact: Impact | null,
  words: Words,
): string {
  const { t } = words;
  const day = words.day(dayIn(objective.team.timeZone, at), today);
  if (verdict === null) return t(texts.decidedOnly, { day });
  const name = sayVerdictName(verdict, words);
  if (computed?.verdict === verdict) {
    const same = impact !== null && impact.verdict === verdict;
    return same ? t(texts.accepted, { day }) : t(texts.acceptedThen, { day, verdict: name });
  }
  const held = t(texts.held, { day, verdict: name });
  if (computed === null || computed.verdict === impact?.verdict) return held;
  return `${held} ${t(texts.computedThen, { verdict: sayVerdictName(computed.verdict, words) })}`;
}
