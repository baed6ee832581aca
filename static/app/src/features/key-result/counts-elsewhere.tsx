import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { KeyResultOption } from '../../../../../src/contract/calls';
import type { CountedKeyResult, Counting } from '../../../../../src/contract/counting-calls';
import type { KeyResultId } from '../../../../../src/domain/ids';
import { ActMessage } from '../../components/act-message';
import { ChangedNotice } from '../../components/changed-notice';
import { KeyResultLink } from '../../components/key-result-link';
import type { Stood } from '../../components/how-it-stands';
import { base } from '../../messages/en/base';
import { counting as texts } from '../../messages/en/counting';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import { ChosenKeyResult } from '../attach/chosen-key-result';
import { KeyResultSearch } from '../attach/key-result-search';
import styles from './key-result.module.css';

type Props = { of: Stood; counting: Counting };

/** Which other key results this one's measurements serve, and choosing it (design §3.12). */
export function CountsElsewhere({ of, counting }: Props) {
  const { t } = useWords();
  const { keyResult, objective } = of;
  const { countsFor, countedFrom } = counting;
  const act = useAct('key-result.count-for');
  const [choosing, setChoosing] = useState(false);
  const isNumber = keyResult.definition.metric.kind !== 'milestones';
  const canChoose = keyResult.can.edit && isNumber && !objective.restricted;
  if (!canChoose && countsFor === null && countedFrom.length === 0) return null;

  async function set(forId: KeyResultId | null) {
    const answer = await act.run(({ id, requestId }) => ({
      id: counting.id ?? id(),
      version: counting.version,
      requestId,
      keyResultId: keyResult.id,
      forId,
      why: '',
    }));
    if (!answer?.ok) return;
    flag({ title: t(forId === null ? texts.stopped : texts.saved) });
    setChoosing(false);
  }

  return (
    <section className={styles.section} aria-labelledby="counts-elsewhere">
      <h2 id="counts-elsewhere" className={styles.heading}>
        {t(texts.title)}
      </h2>
      {countedFrom.length > 0 && (
        <>
          <p>{t(texts.from)}</p>
          <ul>
            {countedFrom.map((one) => (
              <li key={one.id}>
                <Other of={one} />
              </li>
            ))}
          </ul>
        </>
      )}
      {countsFor !== null && (
        <>
          <p>{t(texts.for)}</p>
          <p>
            <Other of={countsFor} />
          </p>
        </>
      )}
      {countsFor === null && countedFrom.length === 0 && <p className={styles.quiet}>{t(texts.none)}</p>}
      <ActMessage act={act} conflict={<ChangedNotice act={act} onTheirs={() => setChoosing(false)} />} />
      {canChoose && choosing && (
        <Choose busy={act.busy} onSave={(id) => void set(id)} onCancel={() => setChoosing(false)} />
      )}
      {canChoose && !choosing && (
        <div className={styles.actions}>
          <Button spacing="compact" onClick={() => setChoosing(true)}>
            {t(countsFor === null ? texts.choose : texts.again)}
          </Button>
          {countsFor !== null && (
            <Button spacing="compact" appearance="subtle" isLoading={act.busy} onClick={() => void set(null)}>
              {t(texts.stop)}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function Other({ of: { id, key, title, team, cycle } }: { of: CountedKeyResult }) {
  const { t } = useWords();
  return (
    <>
      <KeyResultLink id={id}>
        {key} {title}
      </KeyResultLink>{' '}
      <span className={styles.quiet}>{t(texts.where, { team: team.name, cycle: cycle.name })}</span>
    </>
  );
}

type ChooseProps = { busy: boolean; onSave: (id: KeyResultId) => void; onCancel: () => void };

function Choose({ busy, onSave, onCancel }: ChooseProps) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<KeyResultOption | null>(null);
  return (
    <div className={styles.section}>
      {chosen === null ? (
        <KeyResultSearch projectId={null} onPick={setChosen} />
      ) : (
        <ChosenKeyResult option={chosen} onAnother={() => setChosen(null)} />
      )}
      <div className={styles.actions}>
        {chosen !== null && (
          <Button appearance="primary" isLoading={busy} onClick={() => onSave(chosen.id)}>
            {t(texts.save)}
          </Button>
        )}
        <Button appearance="subtle" onClick={onCancel}>
          {t(base.cancel)}
        </Button>
      </div>
    </div>
  );
}
