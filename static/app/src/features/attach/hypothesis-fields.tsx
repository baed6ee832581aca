import { Radio } from '@atlaskit/radio';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import type { Refusal } from '../../../../../src/contract/result';
import type { HypothesisState } from '../../../../../src/domain/initiative';
import { changeUnit, sayValue } from '../../../../../src/domain/say';
import { Field, refusedField } from '../../components/field';
import type { Stood } from '../../components/how-it-stands';
import { attach } from '../../messages/en/attach';
import { useWords } from '../../messages/use-words';
import styles from './attach.module.css';
import { directionOf, numbersOf, type DraftFaults, type HypothesisDraft } from './hypothesis-draft';
import { Needed } from './needed';

type Props = {
  of: Stood;
  draft: HypothesisDraft;
  onChange: (draft: HypothesisDraft) => void;
  faults: DraftFaults | null;
  refusal: Refusal | null;
};

const choices: { kind: HypothesisState['kind']; message: (typeof attach)['stated'] }[] = [
  { kind: 'stated', message: attach.stated },
  { kind: 'left-to-owner', message: attach.leave },
  { kind: 'skipped', message: attach.skip },
];

/** Asks what the work should change: an amount, when it shows, and why; or leaves it, or skips it. */
export function HypothesisFields({ of, draft, onChange, faults, refusal }: Props) {
  const { t } = useWords();
  const milestones = of.keyResult.definition.metric.kind === 'milestones';
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>{t(attach.question)}</legend>
      {milestones && <p className={styles.quiet}>{t(attach.onlyMilestones)}</p>}
      <div className={styles.choices}>
        {choices
          .filter(({ kind }) => !milestones || kind !== 'stated')
          .map(({ kind, message }) => (
            <Radio
              key={kind}
              name="hypothesis"
              value={kind}
              label={t(message)}
              isChecked={draft.kind === kind}
              onChange={() => onChange({ ...draft, kind })}
            />
          ))}
      </div>
      {draft.kind === 'stated' && (
        <Stated of={of} draft={draft} onChange={onChange} faults={faults} refusal={refusal} />
      )}
    </fieldset>
  );
}

function Stated({ of, draft, onChange, faults, refusal }: Props) {
  const { t, locale, number } = useWords();
  const { definition } = of.keyResult;
  const direction = directionOf(definition);
  const unit = changeUnit(definition.unit);
  const numbers = numbersOf(draft, direction, locale);
  const latest = of.standing.latest;
  const hints = [
    unit === '' ? '' : t(attach.effectHint, { unit }),
    latest === null ? '' : t(attach.effectNow, { value: sayValue(latest.value, definition.unit, locale) }),
  ];
  return (
    <>
      <div className={styles.pair}>
        <Field
          label={t(attach[direction])}
          hint={hints.join(' ').trim()}
          error={
            faults?.effect
              ? t(attach.effectWrong, { example: number(2.5) })
              : refusedField(refusal, 'hypothesis.hypothesis.effect')
          }
        >
          {(wiring) => (
            <Textfield
              {...wiring}
              inputMode="decimal"
              isInvalid={faults?.effect ?? false}
              elemAfterInput={<span className={styles.unit}>{unit}</span>}
              value={draft.effect}
              onChange={(event) => onChange({ ...draft, effect: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field
          label={t(attach.lag)}
          hint={t(attach.lagHint)}
          error={
            faults?.lagDays ? t(attach.lagWrong) : refusedField(refusal, 'hypothesis.hypothesis.lagDays')
          }
        >
          {(wiring) => (
            <Textfield
              {...wiring}
              inputMode="numeric"
              isInvalid={faults?.lagDays ?? false}
              value={draft.lagDays}
              onChange={(event) => onChange({ ...draft, lagDays: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <Field
        label={t(attach.why)}
        hint={t(attach.whyHint)}
        error={refusedField(refusal, 'hypothesis.hypothesis.why')}
      >
        {(wiring) => (
          <TextArea
            {...wiring}
            minimumRows={2}
            resize="smart"
            value={draft.why}
            onChange={(event) => onChange({ ...draft, why: event.currentTarget.value })}
          />
        )}
      </Field>
      {numbers.effect !== null && numbers.lagDays !== null && (
        <Needed of={of} effect={numbers.effect} lagDays={numbers.lagDays} />
      )}
    </>
  );
}
