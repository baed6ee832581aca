import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import { addDays } from '../../../../../src/domain/dates';
import type { KeyResultId } from '../../../../../src/domain/ids';
import { ActMessage } from '../../components/act-message';
import { usePlace } from '../../boot/place-context';
import { Choice } from '../../components/choice';
import type { Stood } from '../../components/how-it-stands';
import { planning as texts } from '../../messages/en/planning';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { decisionDays } from './decide-on-key-result';
import styles from './planning.module.css';
import { useSitting, type TakenOn } from './sitting';
import { useDecision } from './use-decision';

type Props = { taken: TakenOn; keyResults: readonly Stood[]; onDone: () => void };

/** Asked once a sitting, when something is taken on: what gives way? The answer is a decision on that key result. */
export function GoesSlower({ taken, keyResults, onDone }: Props) {
  const { t } = useWords();
  const { accountId } = usePlace();
  const sitting = useSitting();
  const heading = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState<KeyResultId | 'none' | null>(null);
  const { decide, act } = useDecision();
  const gains = keyResults.find(({ keyResult }) =>
    taken.keyResultId === null
      ? keyResult.initiatives.some(({ issueId }) => issueId === taken.issueId)
      : keyResult.id === taken.keyResultId,
  );
  const options = keyResults.filter((of) => of.keyResult.can.checkIn && of !== gains);
  useEffect(() => heading.current?.focus(), []);

  async function save() {
    const slower = options.find(({ keyResult }) => keyResult.id === chosen);
    const place = chosen === 'none' ? gains : slower;
    if (chosen === null) return;
    const { what } = taken;
    const text = slower
      ? gains
        ? t(texts.slowerText, { what, key: gains.keyResult.key })
        : t(texts.slowerTextPlain, { what })
      : t(texts.roomText, { what });
    const owner = place?.keyResult.owner ?? accountId;
    if (place?.keyResult.can.checkIn && owner !== null) {
      if (!(await decide(place, { text, owner, dueOn: addDays(place.today, decisionDays) }))) return;
      flag({ title: t(texts.slowerSaved, { key: place.keyResult.key }) });
    }
    sitting.log(place ? `${place.keyResult.key}: ${text}` : text);
    onDone();
  }

  return (
    <section className={styles.slower} aria-labelledby="goes-slower">
      <h2 id="goes-slower" ref={heading} tabIndex={-1} className={styles.heading}>
        {t(texts.slowerTitle)}
      </h2>
      <p>{t(texts.slowerWhy, { what: taken.what })}</p>
      <Choice<KeyResultId | 'none' | null>
        label={t(texts.slower)}
        value={chosen}
        options={[
          ...options.map(({ keyResult }) => ({
            value: keyResult.id,
            label: `${keyResult.key} ${keyResult.title}`,
          })),
          { value: 'none', label: t(texts.slowerNone) },
        ]}
        onChoose={setChosen}
      />
      <ActMessage act={act} />
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          isDisabled={chosen === null}
          isLoading={act.busy}
          onClick={() => void save()}
        >
          {t(texts.saveDecision)}
        </Button>
        <Button appearance="subtle" onClick={onDone}>
          {t(texts.slowerLater)}
        </Button>
      </div>
    </section>
  );
}
