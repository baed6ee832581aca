import Textfield from '@atlaskit/textfield';
import { forwardRef } from 'react';
import { toneOf } from '../../../../../src/domain/confidence';
import { Field } from '../../components/field';
import { checkIn } from '../../messages/en/check-in';
import { useWords } from '../../messages/use-words';
import styles from './check-in.module.css';
import { wholeTo10 } from './draft';
import type { FieldsProps } from './fields-props';
import { Last } from './value-fields';

/** Confidence beside the last one, typed or with the arrow keys. */
export const ConfidenceField = forwardRef<HTMLInputElement, FieldsProps>(function ConfidenceField(
  { of, draft, change, errorOf },
  ref,
) {
  const { t, day, number } = useWords();
  const last = of.standing.confidence;
  const now = wholeTo10(draft.confidence);
  return (
    <div className={styles.row}>
      <Last
        text={
          last === null
            ? t(checkIn.none)
            : t(checkIn.onDay, { value: number(last.value), day: day(last.on, of.today) })
        }
      />
      <Field
        label={t(checkIn.confidence)}
        hint={t(checkIn.confidenceHint)}
        error={errorOf('confidence', t(checkIn.confidenceWrong))}
      >
        {(wiring) => (
          <span className={styles.confidence}>
            <Textfield
              {...wiring}
              ref={ref}
              type="number"
              min={0}
              max={10}
              step={1}
              width={96}
              isInvalid={wiring['aria-invalid']}
              value={draft.confidence}
              onChange={(event) => change({ confidence: event.currentTarget.value })}
            />
            <span className={styles.scale} aria-hidden="true">
              {Array.from({ length: 11 }, (_, step) => (
                <span
                  key={step}
                  className={styles.step}
                  data-on={now !== null && step <= now}
                  data-tone={now === null ? '' : toneOf(now)}
                />
              ))}
            </span>
          </span>
        )}
      </Field>
    </div>
  );
});
