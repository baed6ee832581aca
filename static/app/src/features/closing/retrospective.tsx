import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ClosingReading, Retrospective as Said } from '../../../../../src/contract/closing-calls';
import { ChangedNotice } from '../../components/changed-notice';
import { refusedField } from '../../components/field';
import { FormEnd } from '../../components/form-end';
import { LongText } from '../../components/long-text';
import { Notice } from '../../components/notice';
import { Person } from '../../components/person';
import { useKept } from '../../components/use-kept';
import { closing as texts } from '../../messages/en/closing';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import styles from './closing.module.css';
import { RetrospectiveWords } from './retrospective-words';
import { saveOnEnter } from './save-on-enter';

const fields = ['helped', 'hindered', 'learned', 'willChange'] as const;

/** What the team says of its cycle. */
export function Retrospective({ reading }: { reading: ClosingReading }) {
  const { t, moment } = useWords();
  const { retrospective, can } = reading;
  const [writing, setWriting] = useState(retrospective === null);
  const [saved, setSaved] = useState(false);
  const asks = can.writeRetrospective && writing;
  return (
    <section className={styles.section} aria-labelledby="retrospective">
      <div className={styles.titleLine}>
        <h2 id="retrospective" className={styles.heading}>
          {t(texts.retrospective)}
        </h2>
        {!asks && can.writeRetrospective && (
          <Button
            spacing="compact"
            autoFocus={saved}
            aria-label={t(texts.changeOf, { what: t(texts.theRetrospective) })}
            onClick={() => setWriting(true)}
          >
            {t(texts.change)}
          </Button>
        )}
      </div>
      {asks && (
        <>
          <p className={styles.quiet}>{t(texts.retrospectiveWhy)}</p>
          <Form
            reading={reading}
            onDone={() => {
              setWriting(false);
              setSaved(true);
            }}
          />
        </>
      )}
      {!asks && retrospective === null && <p className={styles.quiet}>{t(texts.missingRetrospective)}</p>}
      {!asks && retrospective !== null && (
        <>
          <RetrospectiveWords said={retrospective} />
          <p className={styles.quiet}>
            <Person id={retrospective.by} inline /> · {moment(retrospective.at)}
          </p>
        </>
      )}
    </section>
  );
}

function wordsOf(said: Said | null) {
  const { helped = '', hindered = '', learned = '', willChange = '', version = 0 } = said ?? {};
  return { helped, hindered, learned, willChange, basedOn: String(version) };
}

function Form({ reading, onDone }: { reading: ClosingReading; onDone: () => void }) {
  const { t } = useWords();
  const act = useAct('retrospective.save');
  const { retrospective, team, cycle } = reading;
  const kept = useKept(`retrospective.${team.id}.${cycle.id}`, wordsOf(retrospective));
  return (
    <form
      className={styles.form}
      noValidate
      onKeyDown={saveOnEnter}
      onSubmit={(event) => {
        event.preventDefault();
        const { basedOn, ...words } = kept.texts;
        const version = act.refusal?.code === 'changed' ? (retrospective?.version ?? 0) : Number(basedOn);
        void act
          .run(({ id, requestId }) => ({
            id: retrospective?.id ?? id(),
            version,
            requestId,
            teamId: team.id,
            cycleId: cycle.id,
            ...words,
          }))
          .then((answer) => {
            if (!answer?.ok) return;
            kept.forget();
            flag({ title: t(texts.retrospectiveSaved) });
            onDone();
          });
      }}
    >
      {kept.restored && <Notice tone="info">{t(texts.restored)}</Notice>}
      {fields.map((field) => (
        <LongText
          key={field}
          label={t(texts[field])}
          error={refusedField(act.refusal, field)}
          value={kept.texts[field]}
          onText={(text) => kept.change({ [field]: text })}
        />
      ))}
      <FormEnd
        isQuiet
        act={act}
        fields={fields}
        save={t(texts.saveRetrospective)}
        conflict={<ChangedNotice act={act} onTheirs={() => kept.discard(wordsOf(retrospective))} />}
        onCancel={retrospective === null ? undefined : onDone}
      />
    </form>
  );
}
