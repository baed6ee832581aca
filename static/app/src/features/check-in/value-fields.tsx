import Button from '@atlaskit/button/new';
import { Checkbox } from '@atlaskit/checkbox';
import Textfield from '@atlaskit/textfield';
import { useState, type KeyboardEvent } from 'react';
import { isLocalDate } from '../../../../../src/domain/dates';
import type { Milestone } from '../../../../../src/domain/metric';
import { sayDay, sayValue } from '../../../../../src/domain/say';
import { Field } from '../../components/field';
import { checkIn } from '../../messages/en/check-in';
import { useWords } from '../../messages/use-words';
import styles from './check-in.module.css';
import type { FieldsProps } from './fields-props';

type Props = FieldsProps & { onNoNumber: () => void };

/** The value beside the last one; the key N says "no new number" and moves on. */
export function ValueField(props: Props) {
  const { of, draft, change, errorOf, takesFocus, onNoNumber } = props;
  const { t, locale, number } = useWords();
  const { unit } = of.keyResult.definition;
  const last = of.standing.latest;
  const lastText =
    last === null
      ? t(checkIn.none)
      : t(checkIn.onDay, {
          value: sayValue(last.value, unit, locale),
          day: sayDay(last.on, locale, of.today),
        });

  function onKeyDown(event: KeyboardEvent) {
    if (event.key.toLowerCase() !== 'n' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    change({ noNumber: true });
    onNoNumber();
  }

  return (
    <div className={styles.row}>
      <Last text={lastText} />
      {draft.noNumber ? (
        <div className={styles.noNumber}>
          <p>{t(checkIn.noNumberOn)}</p>
          <Button spacing="compact" onClick={() => change({ noNumber: false })}>
            {t(checkIn.giveNumber)}
          </Button>
        </div>
      ) : (
        <div className={styles.valuePair}>
          <Field
            label={t(checkIn.value)}
            hint={t(checkIn.valueHint)}
            error={errorOf('value', t(checkIn.valueWrong, { example: number(2.5) }))}
          >
            {(wiring) => (
              <Textfield
                {...wiring}
                autoFocus={takesFocus}
                autoComplete="off"
                inputMode="decimal"
                isInvalid={wiring['aria-invalid']}
                value={draft.value}
                onKeyDown={onKeyDown}
                onChange={(event) => change({ value: event.currentTarget.value })}
              />
            )}
          </Field>
          <DayField {...props} />
        </div>
      )}
    </div>
  );
}

/** Today unless somebody says otherwise: a date field takes four presses of Tab, which most check-ins can spare. */
function DayField({ of, draft, change, errorOf }: FieldsProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(draft.day !== of.today);
  const error = errorOf('day', t(checkIn.dayWrong));
  const { startsOn, dueOn } = of.keyResult.definition;
  const hint = !isLocalDate(draft.day)
    ? ''
    : draft.day < startsOn
      ? t(checkIn.dayBefore)
      : draft.day > dueOn
        ? t(checkIn.dayAfter)
        : '';
  if (!open && error === null) {
    return (
      <p className={styles.day}>
        {t(checkIn.dayToday)}
        <Button appearance="subtle" spacing="compact" onClick={() => setOpen(true)}>
          {t(checkIn.otherDay)}
        </Button>
      </p>
    );
  }
  return (
    <Field label={t(checkIn.day)} hint={hint} isNews error={error}>
      {(wiring) => (
        <Textfield
          {...wiring}
          type="date"
          max={of.today}
          isInvalid={wiring['aria-invalid']}
          value={draft.day}
          onChange={(event) => change({ day: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}

/** What stood here last time, beside what is asked now. */
export function Last({ text }: { text: string }) {
  const { t } = useWords();
  return (
    <div className={styles.last}>
      <span className={styles.lastLabel}>{t(checkIn.lastTime)}</span>
      <span>{text}</span>
    </div>
  );
}

/** Which milestones are reached, each with what would prove it. A person says so; no issue's status does. */
export function MilestoneFields({
  milestones,
  draft,
  change,
  takesFocus,
}: FieldsProps & { milestones: Milestone[] }) {
  const { t } = useWords();
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>{t(checkIn.milestones)}</legend>
      {milestones.map(({ id, title, evidence }, index) => (
        <div key={id}>
          <Checkbox
            label={title}
            autoFocus={takesFocus && index === 0}
            isChecked={draft.reached.includes(id)}
            onChange={(event) =>
              change({
                reached: event.currentTarget.checked
                  ? [...draft.reached, id]
                  : draft.reached.filter((other) => other !== id),
              })
            }
          />
          {evidence !== '' && <p className={styles.proof}>{t(checkIn.milestoneProof, { evidence })}</p>}
        </div>
      ))}
    </fieldset>
  );
}
