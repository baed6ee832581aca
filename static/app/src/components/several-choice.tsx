import Select from '@atlaskit/select';
import { chipsApart } from './chips';
import { Field } from './field';

type Named<Id> = { id: Id; name: string };
type Props<Id> = {
  label: string;
  hint?: string;
  error?: string | null;
  isDisabled?: boolean;
  /** What choosing none means. */
  placeholder: string;
  options: readonly Named<Id>[];
  chosen: readonly Named<Id>[];
  onChoose: (ids: Id[]) => void;
};

/** Any number of named things. */
export function SeveralChoice<Id extends string>({
  label,
  hint,
  error = null,
  isDisabled = false,
  placeholder,
  options,
  chosen,
  onChoose,
}: Props<Id>) {
  const option = ({ id, name }: Named<Id>) => ({ value: id, label: name });
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, 'aria-invalid': isInvalid, 'aria-describedby': descriptionId }) => (
        <Select<{ value: Id; label: string }, true>
          inputId={id}
          {...(descriptionId === undefined ? {} : { descriptionId })}
          isInvalid={isInvalid}
          isDisabled={isDisabled}
          isMulti
          menuPosition="fixed"
          classNames={chipsApart}
          placeholder={placeholder}
          options={options.map(option)}
          value={chosen.map(option)}
          onChange={(next) => onChoose(next.map(({ value }) => value))}
        />
      )}
    </Field>
  );
}
