import TextArea from '@atlaskit/textarea';
import { Field } from './field';

type Props = {
  label: string;
  hint?: string;
  error?: string | null;
  value: string;
  onText: (text: string) => void;
};

/** Several lines of text with their label, hint and refusal. */
export function LongText({ label, hint, error = null, value, onText }: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <TextArea
          {...wiring}
          minimumRows={2}
          resize="smart"
          isInvalid={error !== null}
          value={value}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
