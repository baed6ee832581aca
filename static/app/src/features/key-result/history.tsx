import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { HistoryEntry } from '../../../../../src/contract/readings';
import { Person } from '../../components/person';
import { When } from '../../components/when';
import { keyResultWords as words } from '../../messages/en/key-result';
import type { Message } from '../../messages/messages';
import { useWords, type Words } from '../../messages/use-words';
import styles from './key-result.module.css';

const firstShown = 5;

const acts: Record<string, Message> = {
  create: words.created,
  edit: words.edited,
  attach: words.attached,
  detach: words.detached,
  reattach: words.reattached,
  'set-live': words.liveSaid,
  mark: words.eventMarked,
  score: words.scored,
  correct: words.valueCorrected,
  dismiss: words.dismissed,
  'take-back': words.tookBack,
  save: words.sourceSaid,
  'follow-up': words.followedUp,
  praise: words.praised,
  'take-back-praise': words.praiseTakenBack,
};

/** Who changed what, from what to what, when and why; newest first. */
export function History({ entries }: { entries: HistoryEntry[] }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const newestFirst = [...entries].sort((a, b) => (a.at < b.at ? 1 : -1));
  const shown = all ? newestFirst : newestFirst.slice(0, firstShown);
  return (
    <section className={styles.section} aria-labelledby="history">
      <h2 id="history" className={styles.heading}>
        {t(words.history)}
      </h2>
      {entries.length === 0 && <p className={styles.quiet}>{t(words.noHistory)}</p>}
      <ol className={styles.rows}>
        {shown.map((entry) => (
          <Entry key={entry.requestId + entry.entityId} entry={entry} />
        ))}
      </ol>
      {shown.length < newestFirst.length && (
        <div>
          <Button onClick={() => setAll(true)}>{t(words.more, { count: newestFirst.length })}</Button>
        </div>
      )}
    </section>
  );
}

/** What somebody did; of taking away and bringing back, the act alone says which was done. */
function sayAct({ act, entity, changes }: HistoryEntry, { t }: Words): string {
  const what = entity === 'outside-event' ? 'event' : 'it';
  if (act === 'set-removed') {
    const back = changes.some(({ field, to }) => field === 'removed' && to === 'false');
    return t(back ? words.restored : words.removed, { what });
  }
  const said = what === 'event' && act === 'edit' ? words.eventEdited : acts[act];
  return said ? t(said) : t(words.acted, { act });
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const speech = useWords();
  const { t } = speech;
  const { by, at, why } = entry;
  const changes = entry.changes.filter(({ field }) => field !== 'removed');
  return (
    <li className={styles.row}>
      <p>
        <Person id={by} inline /> {sayAct(entry, speech)}{' '}
        <span className={styles.quiet}>· {<When at={at} />}</span>
      </p>
      {changes.map(({ field, from, to }) => (
        <p key={field} className={styles.quiet}>
          {t(words.changed, { field, from: from || t(words.nothing), to: to || t(words.nothing) })}
        </p>
      ))}
      {why !== '' && <p className={styles.quiet}>{t(words.why, { why })}</p>}
    </li>
  );
}
