import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { KeyResultOption } from '../../../../../src/contract/calls';
import type { ObjectiveReading } from '../../../../../src/contract/readings';
import { refusedField } from '../../components/field';
import { FormEnd } from '../../components/form-end';
import { Notice } from '../../components/notice';
import { base } from '../../messages/en/base';
import { sharing as texts } from '../../messages/en/sharing';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import { ChosenKeyResult } from '../attach/chosen-key-result';
import { KeyResultSearch } from '../attach/key-result-search';
import pages from '../pages/pages.module.css';
import styles from './sharing.module.css';

type Props = { objective: ObjectiveReading; onDone: () => void };

/** Chooses a key result of another team, of the same time, to be shown beneath an objective. */
export function ShowForm({ objective, onDone }: Props) {
  const { t } = useWords();
  const act = useAct('key-result.show-under');
  const [chosen, setChosen] = useState<KeyResultOption | null>(null);
  const { team, cycle } = objective;
  const refused = refusedField(act.refusal, 'keyResultId');

  async function save({ id: keyResultId, key }: KeyResultOption) {
    const answer = await act.run(({ id, requestId }) => ({
      id: id(),
      version: 0,
      requestId,
      keyResultId,
      objectiveId: objective.id,
      shown: true,
    }));
    // Somebody else was faster: what is wanted is done.
    const isThere = answer?.ok === false && answer.refusal.code === 'changed';
    if (!answer?.ok && !isThere) return;
    flag({ title: t(isThere ? texts.isShownHere : texts.shownHere, { key }) });
    onDone();
  }

  return (
    <form
      className={pages.step}
      aria-label={t(texts.show)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) void save(chosen);
      }}
    >
      <h2>{t(texts.show)}</h2>
      <p className={styles.quiet}>{t(texts.showHint)}</p>
      {chosen === null ? (
        <KeyResultSearch
          projectId={null}
          among={{ notTeamId: team.id, startsOn: cycle.startsOn, endsOn: cycle.endsOn }}
          onPick={setChosen}
        />
      ) : (
        <ChosenKeyResult
          option={chosen}
          onAnother={() => {
            act.clear();
            setChosen(null);
          }}
        />
      )}
      {refused !== null && <Notice tone="error">{refused}</Notice>}
      {chosen === null ? (
        <div>
          <Button appearance="subtle" onClick={onDone}>
            {t(base.cancel)}
          </Button>
        </div>
      ) : (
        <FormEnd act={act} fields={['keyResultId']} save={t(texts.save)} onCancel={onDone} conflict={null} />
      )}
    </form>
  );
}
