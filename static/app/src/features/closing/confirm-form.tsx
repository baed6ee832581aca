import Button from '@atlaskit/button/new';
import { useState } from 'react';
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
import type { ClosingObjective } from './closing-of';
import styles from './closing.module.css';
import { saveOnEnter } from './save-on-enter';
import { sayScore } from './say-closing';

/** The objective's mean, its owner's write-up, and their confirmation. */
export function Confirmation({ at, canConfirm }: { at: ClosingObjective; canConfirm: boolean }) {
  const { t, locale, moment } = useWords();
  const [writing, setWriting] = useState(at.confirmation === null);
  const [saved, setSaved] = useState(false);
  const { mean, confirmation, objective } = at;
  const { key } = objective;
  const isStale = confirmation !== null && confirmation.score !== mean.score;
  const parts = [
    mean.score === null ? t(texts.meanNone) : t(texts.mean, { score: sayScore(mean.score, locale) }),
    ...(mean.scored < mean.of ? [t(texts.meanScored, { scored: mean.scored, of: mean.of })] : []),
    ...(mean.dropped > 0 ? [t(texts.meanDropped, { count: mean.dropped })] : []),
  ];
  return (
    <div className={styles.said}>
      <p>{parts.join(' · ')}</p>
      {confirmation !== null && !(canConfirm && writing) && (
        <>
          <div className={styles.titleLine}>
            <strong>
              {t(texts.confirmed, {
                score: confirmation.score === null ? t(texts.nothing) : sayScore(confirmation.score, locale),
              })}
            </strong>
            {canConfirm && (
              <Button
                spacing="compact"
                autoFocus={saved}
                aria-label={t(texts.changeOf, { what: t(texts.theWriteUpOf, { key }) })}
                onClick={() => setWriting(true)}
              >
                {t(texts.change)}
              </Button>
            )}
          </div>
          <p className={styles.words}>{confirmation.writeUp}</p>
          <p className={styles.quiet}>
            <Person id={confirmation.by} inline /> · {moment(confirmation.at)}
          </p>
        </>
      )}
      {isStale && mean.score !== null && (
        <Notice tone="warning">{t(texts.confirmedStale, { score: sayScore(mean.score, locale) })}</Notice>
      )}
      {canConfirm && writing && (
        <ConfirmForm
          at={at}
          onDone={() => {
            setWriting(false);
            setSaved(true);
          }}
        />
      )}
      {!canConfirm && confirmation === null && <p className={styles.quiet}>{t(texts.notConfirmed)}</p>}
    </div>
  );
}

function ConfirmForm({ at, onDone }: { at: ClosingObjective; onDone: () => void }) {
  const { t, locale } = useWords();
  const act = useAct('objective.confirm');
  const { objective, confirmation, mean } = at;
  const { id, key } = objective;
  const saved = { writeUp: confirmation?.writeUp ?? '', basedOn: String(confirmation?.version ?? 0) };
  const { texts: draft, restored, change, discard, forget } = useKept(`write-up.${id}`, saved);
  return (
    <form
      className={styles.form}
      aria-label={t(texts.confirmTitle, { key })}
      noValidate
      onKeyDown={saveOnEnter}
      onSubmit={(event) => {
        event.preventDefault();
        const version =
          act.refusal?.code === 'changed' ? (confirmation?.version ?? 0) : Number(draft.basedOn);
        void act
          .run(({ id: newId, requestId }) => ({
            id: confirmation?.id ?? newId(),
            version,
            requestId,
            objectiveId: id,
            score: mean.score,
            writeUp: draft.writeUp,
          }))
          .then((answer) => {
            if (!answer?.ok) return;
            forget();
            flag({ title: t(texts.confirmedSaved, { key }) });
            onDone();
          });
      }}
    >
      {restored && <Notice tone="info">{t(texts.restored)}</Notice>}
      <LongText
        label={t(texts.writeUp)}
        hint={mean.scored < mean.of ? t(texts.confirmFirst) : t(texts.writeUpHint)}
        error={refusedField(act.refusal, 'writeUp')}
        value={draft.writeUp}
        onText={(writeUp) => change({ writeUp })}
      />
      <FormEnd
        isQuiet
        act={act}
        fields={['writeUp']}
        save={
          mean.score === null
            ? t(texts.confirmNone)
            : t(texts.confirm, { score: sayScore(mean.score, locale) })
        }
        conflict={<ChangedNotice act={act} onTheirs={() => discard(saved)} />}
        onCancel={confirmation === null ? undefined : onDone}
      />
    </form>
  );
}
