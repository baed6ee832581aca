import Button from '@atlaskit/button/new';
import type { OutsideEventReading } from '../../../../../src/contract/readings';
import type { Stood } from '../../components/how-it-stands';
import { Person } from '../../components/person';
import { events as words } from '../../messages/en/events';
import { useWords } from '../../messages/use-words';
import { useAct } from '../../rpc/use-act';
import { useTold } from '../../rpc/use-told';
import { useModal } from '../../rpc/use-modal';
import styles from './key-result.module.css';

/** What happened outside the work and may have moved the number, so that no verdict takes it for the work's doing. */
export function OutsideEvents({ of }: { of: Stood }) {
  const { t } = useWords();
  const openModal = useModal();
  const { id, events, can } = of.keyResult;
  if (events.length === 0 && !can.markEvent) return null;
  return (
    <section className={styles.section} aria-labelledby="events">
      <div className={styles.sectionHead}>
        <h2 id="events" className={styles.heading}>
          {t(words.title)}
        </h2>
        {can.markEvent && (
          <Button
            onClick={() => void openModal({ surface: 'outside-event', keyResultId: id, eventId: null })}
          >
            {t(words.mark)}
          </Button>
        )}
      </div>
      {events.length === 0 ? (
        <p className={styles.quiet}>{t(words.why)}</p>
      ) : (
        <ul className={styles.rows}>
          {events.map((event) => (
            <EventRow key={event.id} of={of} event={event} />
          ))}
        </ul>
      )}
    </section>
  );
}

function EventRow({ of, event }: { of: Stood; event: OutsideEventReading }) {
  const { t, day } = useWords();
  const openModal = useModal();
  const told = useTold();
  const removal = useAct('outside-event.set-removed');
  const { id, version, kind, title, on, until, markedBy, can } = event;
  const first = day(on, of.today);

  const set = (removed: boolean, at: number) =>
    removal.run(({ requestId }) => ({ id, version: at, requestId, removed, why: '' }));
  const remove = () =>
    told(set(true, version), {
      done: t(words.removed, { title }),
      why: t(words.removedWhy),
      failed: t(words.notRemoved),
      undo: (now) =>
        told(set(false, now.version), { done: t(words.restored, { title }), failed: t(words.notRestored) }),
    });

  return (
    <li className={styles.row}>
      <div className={styles.rowHead}>
        <div>
          <p>
            <strong>{title}</strong>
          </p>
          <p className={styles.quiet}>
            {t(words[kind])} ·{' '}
            {until === null ? first : t(words.span, { from: first, to: day(until, of.today) })} ·{' '}
            <Person id={markedBy} inline />
          </p>
        </div>
        {can.edit && (
          <div className={styles.actions}>
            <Button
              appearance="subtle"
              spacing="compact"
              aria-label={t(words.editOf, { title })}
              onClick={() =>
                void openModal({ surface: 'outside-event', keyResultId: of.keyResult.id, eventId: id })
              }
            >
              {t(words.edit)}
            </Button>
            <Button
              appearance="subtle"
              spacing="compact"
              isLoading={removal.busy}
              aria-label={t(words.removeOf, { title })}
              onClick={() => void remove()}
            >
              {t(words.remove)}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}
