import Button from '@atlaskit/button/new';
import { readTarget, targetFrom } from '../../../../../src/domain/typed-target';
import { Choice } from '../../components/choice';
import { numberText, parseNumber } from '../../components/number-text';
import { TextField } from '../../components/text-field';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import type { FieldsProps } from './fields-props';
import styles from './form.module.css';
import { unitOf, type UnitDraft } from './key-result-draft';

/** From where to where, or within which band. */
export function NumberFields({ draft, change, errorOf }: FieldsProps) {
  const { t } = useWords();
  switch (draft.metric) {
    case 'increase':
    case 'decrease':
      return (
        <div className={styles.pair}>
          <TextField
            label={t(writing.start)}
            inputMode="decimal"
            value={draft.start}
            error={errorOf('metric.start')}
            onText={(start) => change({ start })}
          />
          <Target draft={draft} metric={draft.metric} change={change} errorOf={errorOf} />
        </div>
      );
    case 'maintain':
      return (
        <div className={styles.pair}>
          <TextField
            label={t(writing.min)}
            inputMode="decimal"
            value={draft.min}
            error={errorOf('metric.min') ?? errorOf('metric')}
            onText={(min) => change({ min })}
          />
          <TextField
            label={t(writing.max)}
            inputMode="decimal"
            value={draft.max}
            error={errorOf('metric.max')}
            onText={(max) => change({ max })}
          />
        </div>
      );
    case 'not-measurable-yet':
      return (
        <div className={styles.pair}>
          <TextField
            label={t(writing.target)}
            inputMode="decimal"
            value={draft.target}
            error={errorOf('metric.target')}
            onText={(target) => change({ target })}
          />
          <TextField
            label={t(writing.findBy)}
            hint={t(writing.findByHint)}
            type="date"
            value={draft.findBy}
            error={errorOf('metric.findBy')}
            onText={(findBy) => change({ findBy })}
          />
        </div>
      );
    case 'milestones':
      return null;
  }
}

/** The target, or a change of the start: what a percentage "by 15 %" means only the person knows (design §3.1). */
function Target({ draft, metric, change, errorOf }: FieldsProps & { metric: 'increase' | 'decrease' }) {
  const { t, locale, number } = useWords();
  const start = parseNumber(draft.start, locale);
  const typed = readTarget(draft.target, unitOf(draft));
  const asked = typed?.kind === 'change' && start !== null ? typed : null;
  const target = (of: 'start' | 'unit') =>
    targetFrom(start ?? 0, asked?.amount ?? 0, of, metric === 'decrease');
  const offer = (of: 'start' | 'unit') => () => change({ target: numberText(target(of), locale) });
  const amount = number(Math.abs(asked?.amount ?? 0));
  return (
    <div className={styles.form}>
      <TextField
        label={t(writing.target)}
        hint={t(writing.targetHint)}
        inputMode="text"
        value={draft.target}
        error={asked === null ? errorOf('metric.target') : null}
        onText={(text) => change({ target: text })}
      />
      {asked !== null && (
        <div className={styles.question} role="group" aria-label={t(writing.by, { amount })}>
          {asked.of !== 'start' && (
            <Button spacing="compact" onClick={offer('unit')}>
              {t(draft.unit === 'percent' ? writing.byPoints : writing.byUnit, {
                amount,
                target: number(target('unit')),
              })}
            </Button>
          )}
          {asked.of !== 'unit' && (
            <Button spacing="compact" onClick={offer('start')}>
              {t(writing.byShare, { amount, start: draft.start, target: number(target('start')) })}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** What it is counted in. */
export function UnitFields({
  draft,
  change,
  errorOf,
}: Pick<FieldsProps, 'errorOf'> & { draft: UnitDraft; change: (part: Partial<UnitDraft>) => void }) {
  const { t } = useWords();
  return (
    <div className={styles.pair}>
      <Choice
        label={t(writing.unit)}
        value={draft.unit}
        options={[
          { value: 'plain', label: t(writing.unitPlain) },
          { value: 'percent', label: t(writing.unitPercent) },
          { value: 'currency', label: t(writing.unitCurrency) },
          { value: 'duration', label: t(writing.unitDuration) },
          { value: 'custom', label: t(writing.unitCustom) },
        ]}
        onChoose={(unit) => change({ unit })}
      />
      {draft.unit === 'currency' && (
        <TextField
          label={t(writing.currency)}
          value={draft.currency}
          error={errorOf('unit.code') ?? errorOf('unit')}
          onText={(currency) => change({ currency })}
        />
      )}
      {draft.unit === 'duration' && (
        <Choice
          label={t(writing.duration)}
          value={draft.duration}
          options={(['seconds', 'minutes', 'hours', 'days'] as const).map((value) => ({
            value,
            label: t(writing[value]),
          }))}
          onChoose={(duration) => change({ duration })}
        />
      )}
      {draft.unit === 'custom' && (
        <TextField
          label={t(writing.ownUnit)}
          value={draft.ownUnit}
          error={errorOf('unit.text') ?? errorOf('unit')}
          onText={(ownUnit) => change({ ownUnit })}
        />
      )}
    </div>
  );
}

/** How the number behaves over time, asked once. */
export function BehaviourFields({ draft, change, errorOf }: FieldsProps) {
  const { t } = useWords();
  return (
    <div className={styles.pair}>
      <Choice
        label={t(writing.behaviour)}
        value={draft.behaviour}
        error={errorOf('behaviour')}
        options={[
          { value: 'level', label: t(writing.level) },
          { value: 'rolling', label: t(writing.rolling) },
          { value: 'running-total', label: t(writing.runningTotal) },
          { value: 'per-period', label: t(writing.perPeriod) },
        ]}
        onChoose={(behaviour) => change({ behaviour })}
      />
      {draft.behaviour === 'rolling' && (
        <TextField
          label={t(writing.window)}
          inputMode="numeric"
          value={draft.window}
          error={errorOf('behaviour.averageOverDays')}
          onText={(window) => change({ window })}
        />
      )}
      {draft.behaviour === 'per-period' && (
        <Choice
          label={t(writing.period)}
          value={draft.period}
          options={(['week', 'month', 'quarter'] as const).map((value) => ({
            value,
            label: t(writing[value]),
          }))}
          onChoose={(period) => change({ period })}
        />
      )}
    </div>
  );
}
