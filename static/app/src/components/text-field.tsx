import Textfield from '@atlaskit/textfield';
import type { ComponentProps } from 'react';
import { Field } from './field';

type Props = {
  label: string;
  hint?: string;
  /** The hint comes while somebody types: then it is read out. */
  isNews?: boolean;
  error?: string | null;
  value: string;
  onText: (text: string) => void;
} & Pick<
  ComponentProps<typeof Textfield>,
  'type' | 'inputMode' | 'autoFocus' | 'max' | 'min' | 'placeholder'
>;

/** One line of text with its label, hint and refusal. */
export function TextField({ label, hint, isNews = false, error = null, value, onText, ...rest }: Props) {
  return (
    <Field label={label} hint={hint} isNews={isNews} error={error}>
      {(wiring) => (
        <Textfield
          {...wiring}
          {...rest}
          autoComplete="off"
          isInvalid={error !== null}
          value={value}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
