import Select from '@atlaskit/select';
import { chipsApart } from '../../components/chips';
import { Field } from '../../components/field';

type Named = { id: string; name: string };
type Props = {
  label: string;
  /** What choosing none means. */
  placeholder: string;
  options: readonly Named[];
  chosen: readonly Named[];
  onChoose: (ids: string[]) => void;
};

/** Any number of named things. */
export function SeveralChoice({ label, placeholder, options, chosen, onChoose }: Props) {
  const option = ({ id, name }: Named) => ({ value: id, label: name });
  return (
    <Field label={label}>
      {(wiring) => (
        <Select<{ value: string; label: string }, true>
          inputId={wiring.id}
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
