import Button from '@atlaskit/button/new';
import { Choice } from '../../components/choice';
import { TextField } from '../../components/text-field';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import type { FieldsProps } from './fields-props';
import styles from './form.module.css';

/** What most key results never need: it stays out of the way until asked for (design §3.12). */
export function FoldedFields(props: FieldsProps) {
  const { draft, change, errorOf } = props;
  const { t } = useWords();
  const hasCheckpoints = draft.metric === 'increase' || draft.metric === 'decrease';
  return (
    <details className={styles.more}>
      <summary>{t(writing.more)}</summary>
      <div className={styles.folded}>
        <div className={styles.pair}>
          <Choice
            label={t(writing.commitment)}
            value={draft.commitment}
            options={[
              { value: 'committed', label: t(writing.committed) },
              { value: 'aspirational', label: t(writing.aspirational) },
            ]}
            onChoose={(commitment) => change({ commitment })}
          />
          <Choice
            label={t(writing.indicator)}
            value={draft.indicator}
            options={[
              { value: null, label: t(writing.indicatorNone) },
              { value: 'leading', label: t(writing.leading) },
              { value: 'lagging', label: t(writing.lagging) },
            ]}
            onChoose={(indicator) => change({ indicator })}
          />
        </div>
        <div className={styles.pair}>
          <TextField
            label={t(writing.weight)}
            inputMode="decimal"
            value={draft.weight}
            error={errorOf('weight')}
            onText={(weight) => change({ weight })}
          />
          <Choice
            label={t(writing.every)}
            value={draft.every}
            options={[
              { value: 'cadence', label: t(writing.everyCadence) },
              { value: 'monthly', label: t(writing.everyMonth) },
              { value: 'once', label: t(writing.everyOnce) },
            ]}
            onChoose={(every) => change({ every })}
          />
          {draft.every === 'once' && (
            <TextField
              label={t(writing.onceOn)}
              type="date"
              value={draft.onceOn}
              error={errorOf('measuredEvery.on')}
              onText={(onceOn) => change({ onceOn })}
            />
          )}
        </div>
        {hasCheckpoints && <Checkpoints {...props} />}
      </div>
    </details>
  );
}

function Checkpoints({ draft, change, errorOf }: FieldsProps) {
  const { t, number } = useWords();
  const { checkpoints } = draft;
  const set = (index: number, part: Partial<(typeof checkpoints)[number]>) =>
    change({ checkpoints: checkpoints.map((point, at) => (at === index ? { ...point, ...part } : point)) });
  return (
    <>
      {checkpoints.map((point, index) => (
        <fieldset key={index} className={styles.group}>
          <legend>
            {t(writing.checkpoint)} {number(index + 1)}
          </legend>
          <div className={styles.pair}>
            <TextField
              label={t(writing.checkpointOn)}
              type="date"
              value={point.on}
              error={errorOf(`checkpoints.${String(index)}.on`)}
              onText={(on) => set(index, { on })}
            />
            <TextField
              label={t(writing.checkpointValue)}
              inputMode="decimal"
              value={point.value}
              error={errorOf(`checkpoints.${String(index)}.value`)}
              onText={(value) => set(index, { value })}
            />
          </div>
          <div>
            <Button
              appearance="subtle"
              spacing="compact"
              onClick={() => change({ checkpoints: checkpoints.filter((_, at) => at !== index) })}
            >
              {t(writing.remove)}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button onClick={() => change({ checkpoints: [...checkpoints, { on: '', value: '' }] })}>
          {t(writing.addCheckpoint)}
        </Button>
      </div>
    </>
  );
}
