import Select from '@atlaskit/select';
import { Field } from './field';

export type Option<V> = { value: V; label: string };
type Props<V> = {
  label: string;
  hint?: string;
  error?: string | null;
  /** Null: nothing is chosen yet. */
  value: V | null;
  options: Option<V>[];
  onChoose: (value: V) => void;
  isCompact?: boolean;
  isDisabled?: boolean;
};

/** One of a few, by name. */
export function Choice<const V>({
  label,
  hint,
  error = null,
  value,
  options,
  onChoose,
  isCompact = false,
  isDisabled = false,
}: Props<V>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, 'aria-invalid': isInvalid }) => (
        <Select<Option<V>>
          inputId={id}
          spacing={isCompact ? 'compact' : 'default'}
          isInvalid={isInvalid}
          isDisabled={isDisabled}
          menuPosition="fixed"
          options={options}
          value={options.find((option) => option.value === value) ?? null}
          onChange={(option) => {
            if (option !== null) onChoose(option.value);
          }}
        />
      )}
    </Field>
  );
}
