import type { LocalDate } from '../../../../src/domain/dates';
import type { Freshness } from '../../../../src/domain/standing';
import { signals } from '../messages/en/signals';
import { useWords, type Words } from '../messages/use-words';
import styles from './marks.module.css';

type Props = { freshness: Freshness; today: LocalDate };

/** Whether the number still speaks for today. Silence is never green: stale stands out, fresh is quiet. */
export function FreshnessMark({ freshness, today }: Props) {
  const words = useWords();
  return (
    <span className={styles.mark} data-state={freshness.state}>
      <span className={styles.clock} aria-hidden="true" />
      <span className={freshness.state === 'stale' ? styles.stale : styles.quiet}>
        {say(freshness, today, words)}
      </span>
    </span>
  );
}

function say({ state, last, dueOn }: Freshness, today: LocalDate, { t, day }: Words): string {
  if (state === 'stale')
    return last === null ? t(signals.staleNever) : t(signals.stale, { day: day(last, today) });
  if (dueOn === null) return t(signals.freshDone);
  const due = dueOn < today ? signals.wasDue : signals.due;
  return t(state === 'due' ? due : signals.freshUntil, { day: day(dueOn, today) });
}
