import Button from '@atlaskit/button/new';
import type { OutsideEventReading } from '../../../../../src/contract/readings';
import type { Stood } from '../../components/how-it-stands';
import { Person } from '../../components/person';
import { base } from '../../messages/en/base';
import { events as words } from '../../messages/en/events';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
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
  const removal = useAct('outside-event.set-removed');
  const { id, version, kind, title, on, until, markedBy, can } = event;
  const first = day(on, of.today);

  async function set(removed: boolean, at: number): Promise<number | null> {
    const answer = await removal.run(({ requestId }) => ({ id, version: at, requestId, removed, why: '' }));
    if (answer?.ok) return answer.value.version;
    const description = answer?.refusal.message ?? t(base.callFailed);
    flag({ title: t(removed ? words.notRemoved : words.notRestored), description, tone: 'error' });
    return null;
  }

  async function undo(at: number) {
    if ((await set(false, at)) !== null) flag({ title: t(words.restored, { title }) });
  }

  async function remove() {
    const at = await set(true, version);
    if (at === null) return;
    flag({
      title: t(words.removed, { title }),
      description: t(words.removedWhy),
      action: { text: t(base.undo), onClick: () => void undo(at) },
    });
  }

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
