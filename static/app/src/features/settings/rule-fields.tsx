import CreatableSelect from '@atlaskit/select/CreatableSelect';
import Select from '@atlaskit/select';
import { useQuery } from '@tanstack/react-query';
import type { WorkUnit } from '../../../../../src/domain/initiative';
import { chipsApart } from '../../components/chips';
import { Field } from '../../components/field';
import { parseNumber } from '../../components/number-text';
import { TextField } from '../../components/text-field';
import { settingsWords } from '../../messages/en/settings';
import { useWords } from '../../messages/use-words';
import { readResolutions } from '../../rpc/jira-resolutions';
import form from '../objective/form.module.css';
import pages from '../pages/pages.module.css';
import type { FieldsProps } from './fields-props';
import { Group } from './group';

/** From which gap on a key result is called ahead, on pace or behind, with what that means for one. */
export function PaceFields({ draft, change, errorOf, isDisabled }: FieldsProps) {
  const { t, locale, number } = useWords();
  const read = (text: string) => parseNumber(text, locale);
  const [ahead, onPace, behind] = [read(draft.ahead), read(draft.onPace), read(draft.behind)];
  const aspirational = read(draft.aspirational);
  const hint = t(settingsWords.belowHint, { example: number(-5) });
  return (
    <Group title={t(settingsWords.pace)} why={t(settingsWords.paceWhy)} isDisabled={isDisabled}>
      <div className={form.pair}>
        <TextField
          label={t(settingsWords.ahead)}
          inputMode="text"
          value={draft.ahead}
          error={errorOf('ahead')}
          onText={(text) => change({ ahead: text })}
        />
        <TextField
          label={t(settingsWords.onPace)}
          hint={hint}
          inputMode="text"
          value={draft.onPace}
          error={errorOf('onPace')}
          onText={(text) => change({ onPace: text })}
        />
        <TextField
          label={t(settingsWords.behind)}
          hint={hint}
          inputMode="text"
          value={draft.behind}
          error={errorOf('behind')}
          onText={(text) => change({ behind: text })}
        />
      </div>
      {ahead !== null && onPace !== null && behind !== null && (
        <p className={pages.quiet} role="status">
          {t(settingsWords.paceExample, {
            ahead: number(50 + ahead),
            onPace: number(50 + onPace),
            behind: number(50 + behind),
          })}
        </p>
      )}
      <TextField
        label={t(settingsWords.aspirational)}
        inputMode="decimal"
        {...(aspirational === null
          ? {}
          : { hint: t(settingsWords.aspirationalExample, { expected: number(aspirational / 2) }) })}
        value={draft.aspirational}
        error={errorOf('aspirational')}
        onText={(text) => change({ aspirational: text })}
      />
    </Group>
  );
}

type Option<V> = { value: V; label: string };

/** What counts as work that was not delivered, and in what work is counted. */
export function WorkFields({ draft, change, errorOf, isDisabled }: FieldsProps) {
  const { t } = useWords();
  // Without Jira's list every resolution can still be typed.
  const resolutions = useQuery({ queryKey: ['jira', 'resolutions'], queryFn: readResolutions });
  const optionOf = (name: string) => ({ value: name, label: name });
  const units: Option<WorkUnit>[] = [
    { value: 'count', label: t(settingsWords.byCount) },
    { value: 'points', label: t(settingsWords.byPoints) },
    { value: 'time', label: t(settingsWords.byTime) },
  ];
  return (
    <Group title={t(settingsWords.work)} isDisabled={isDisabled}>
      <Field
        label={t(settingsWords.notDelivered)}
        hint={t(settingsWords.notDeliveredHint)}
        error={errorOf('notDelivered')}
      >
        {({ id, 'aria-invalid': isInvalid, 'aria-describedby': descriptionId }) => (
          <CreatableSelect<Option<string>, true>
            inputId={id}
            {...(descriptionId === undefined ? {} : { descriptionId })}
            isInvalid={isInvalid}
            isDisabled={isDisabled}
            isMulti
            isClearable={false}
            menuPosition="fixed"
            classNames={chipsApart}
            noOptionsMessage={() => t(settingsWords.noResolution)}
            formatCreateLabel={(name) => t(settingsWords.addResolution, { name })}
            options={(resolutions.data ?? []).map(optionOf)}
            value={draft.notDelivered.map(optionOf)}
            onChange={(options) => change({ notDelivered: options.map(({ value }) => value.trim()) })}
          />
        )}
      </Field>
      <Field label={t(settingsWords.countBy)} hint={t(settingsWords.countByHint)} error={errorOf('countBy')}>
        {({ id, 'aria-invalid': isInvalid, 'aria-describedby': descriptionId }) => (
          <Select<Option<WorkUnit>>
            inputId={id}
            {...(descriptionId === undefined ? {} : { descriptionId })}
            isInvalid={isInvalid}
            isDisabled={isDisabled}
            menuPosition="fixed"
            options={units}
            value={units.find(({ value }) => value === draft.countBy) ?? null}
            onChange={(option) => {
              if (option !== null) change({ countBy: option.value });
            }}
          />
        )}
      </Field>
    </Group>
  );
}
