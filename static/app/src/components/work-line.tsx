import type { Instant } from '../../../../src/domain/dates';
import type { WorkCount } from '../../../../src/domain/initiative';
import { signals } from '../messages/en/signals';
import type { Message } from '../messages/messages';
import { useWords, type Words } from '../messages/use-words';
import { WorkBar } from './work-bar';
import styles from './work.module.css';

/** What the children are called, when they are all of one usual type. */
export type WorkNoun = 'stories' | 'tasks' | 'subtasks' | 'bugs' | 'issues';

type Props = {
  work: WorkCount | null;
  /** null: counted live, as the viewer. */
  asOf: Instant | null;
  gone?: boolean;
  noun?: WorkNoun;
  /** Names of the resolutions of what was left out, where they are known. */
  leftOutAs?: string[];
  compact?: boolean;
};

const secondsPerHour = 3600;

/** What Jira says was done. Drawn apart from every outcome, in neutral segments (design §3.6). */
export function WorkLine({
  work,
  asOf,
  gone = false,
  noun = 'issues',
  leftOutAs = [],
  compact = false,
}: Props) {
  const words = useWords();
  if (gone) return <p className={styles.said}>{words.t(signals.gone)}</p>;
  if (work === null) return <p className={styles.stamp}>{words.t(signals.noWork)}</p>;
  return (
    <div className={styles.work}>
      {!compact && work.counted > 0 && <WorkBar work={work} />}
      <p className={styles.said}>
        {sayWork(work, noun, words)}
        {work.leftOut > 0 && sayLeftOut(work.leftOut, leftOutAs, words)}
      </p>
      {work.fellBack && <p className={styles.stamp}>{words.t(signals.fellBack)}</p>}
      <p className={styles.stamp}>
        {asOf === null ? words.t(signals.liveCount) : words.t(signals.asOf, { moment: words.moment(asOf) })}
      </p>
    </div>
  );
}

function sayWork(work: WorkCount, noun: WorkNoun, { t, number }: Words): string {
  if (work.counted === 0) return t(statusWord(work));
  if (work.unit === 'points') {
    return t(signals.workPoints, { done: number(work.done), counted: number(work.counted) });
  }
  if (work.unit === 'time') {
    const hours = (seconds: number) => number(seconds / secondsPerHour, 1);
    return t(signals.workTime, { done: hours(work.done), counted: hours(work.counted) });
  }
  return t(signals.workDone, { done: work.done, counted: work.counted, noun });
}

function statusWord(work: WorkCount): Message {
  if (work.notDelivered) return signals.notDelivered;
  if (work.category === 'done') return signals.statusDone;
  return work.category === 'indeterminate' ? signals.statusInProgress : signals.statusNew;
}

function sayLeftOut(count: number, reasons: string[], { t, list, number }: Words): string {
  return reasons.length === 0
    ? t(signals.leftOutPlain, { count: number(count) })
    : t(signals.leftOut, { count: number(count), reasons: list(reasons) });
}
