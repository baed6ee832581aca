import { useState } from 'react';
import type { OutsideEventReading } from '../../../../../src/contract/readings';
import { isLocalDate } from '../../../../../src/domain/dates';
import type { KeyResultId, OutsideEventId } from '../../../../../src/domain/ids';
import type { OutsideEventKind } from '../../../../../src/domain/outside-event';
import { ActMessage } from '../../components/act-message';
import { ChangedNotice } from '../../components/changed-notice';
import { Choice } from '../../components/choice';
import { refusedField } from '../../components/field';
import { allStanding, type Stood } from '../../components/how-it-stands';
import { ModalFrame } from '../../components/modal-frame';
import { Read } from '../../components/read';
import { TextField } from '../../components/text-field';
import { base } from '../../messages/en/base';
import { events as words } from '../../messages/en/events';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { closeModal } from '../../rpc/modals';
import { useAct } from '../../rpc/use-act';
import { useCall } from '../../rpc/use-call';

type Props = { keyResultId: KeyResultId; /** null: a new one. */ eventId: OutsideEventId | null };

/** Marks what happened outside the work, or changes what was marked. */
export function EventModal({ keyResultId, eventId }: Props) {
  const reading = useCall('key-result.read', { id: keyResultId });
  return (
    <Read reading={reading}>
      {(page) => {
        const of = allStanding(page)[0];
        const event = of?.keyResult.events.find(({ id }) => id === eventId) ?? null;
        return of && <EventForm of={of} event={event} />;
      }}
    </Read>
  );
}

const kinds: OutsideEventKind[] = ['campaign', 'outage', 'price', 'definition', 'other'];
const fields = ['kind', 'on', 'until', 'title', 'why'];

function EventForm({ of, event }: { of: Stood; event: OutsideEventReading | null }) {
  const { t } = useWords();
  const { id: keyResultId, key } = of.keyResult;
  const [kind, setKind] = useState<OutsideEventKind>(event?.kind ?? 'campaign');
  const [on, setOn] = useState<string>(event?.on ?? of.today);
  const [until, setUntil] = useState<string>(event?.until ?? '');
  const [title, setTitle] = useState(event?.title ?? '');
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const mark = useAct('outside-event.mark');
  const edit = useAct('outside-event.edit');
  const act = event === null ? mark : edit;

  async function save() {
    setTried(true);
    if (!isLocalDate(on) || title.trim() === '') return;
    const last = kind !== 'definition' && isLocalDate(until) ? until : null;
    const said = { kind, on, until: last, title };
    const answer =
      event === null
        ? await mark.run(({ requestId, id }) => ({ id: id(), requestId, keyResultId, event: said }))
        : await edit.run(({ requestId }) => ({
            id: event.id,
            version: event.version,
            requestId,
            event: said,
            why,
          }));
    if (!answer?.ok) return;
    flag({ title: t(event === null ? words.saved : words.edited) });
    await closeModal(true);
  }

  function takesTheirs() {
    setKind(event?.kind ?? 'campaign');
    setOn(event?.on ?? of.today);
    setUntil(event?.until ?? '');
    setTitle(event?.title ?? '');
  }

  const wrong = (field: string, missing: string | null) => missing ?? refusedField(act.refusal, field);
  return (
    <ModalFrame
      title={event === null ? t(words.markTitle, { key }) : t(words.editTitle)}
      saveLabel={t(event === null ? words.save : base.save)}
      onSave={() => void save()}
      busy={act.busy}
    >
      <TextField
        label={t(words.what)}
        hint={t(words.whatHint)}
        error={wrong('title', tried && title.trim() === '' ? t(words.whatMissing) : null)}
        autoFocus
        value={title}
        onText={setTitle}
      />
      <Choice
        label={t(words.kind)}
        {...(kind === 'definition' ? { hint: t(words.definitionHint) } : {})}
        error={refusedField(act.refusal, 'kind')}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(words[value]) }))}
        onChoose={setKind}
      />
      <TextField
        type="date"
        label={t(words.on)}
        max={of.today}
        error={wrong('on', tried && !isLocalDate(on) ? t(words.dayMissing) : null)}
        value={on}
        onText={setOn}
      />
      {kind !== 'definition' && (
        <TextField
          type="date"
          label={t(words.until)}
          hint={t(words.untilHint)}
          min={on}
          error={refusedField(act.refusal, 'until')}
          value={until}
          onText={setUntil}
        />
      )}
      {event !== null && (
        <TextField
          label={t(words.whyChanged)}
          error={refusedField(act.refusal, 'why')}
          value={why}
          onText={setWhy}
        />
      )}
      <ActMessage act={act} fields={fields} conflict={<ChangedNotice act={act} onTheirs={takesTheirs} />} />
    </ModalFrame>
  );
}
