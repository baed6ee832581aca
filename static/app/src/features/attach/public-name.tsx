import Textfield from '@atlaskit/textfield';
import { Field } from '../../components/field';
import { attach } from '../../messages/en/attach';
import { useWords } from '../../messages/use-words';
import styles from './attach.module.css';

type Props = { value: string; onChange: (value: string) => void; error: string | null };

/** Folded away: few issues need a name for people who may not see them. */
export function PublicName({ value, onChange, error }: Props) {
  const { t } = useWords();
  return (
    <details className={styles.folded} open={value !== '' || error !== null}>
      <summary>{t(attach.publicNameOpen)}</summary>
      <Field label={t(attach.publicName)} hint={t(attach.publicNameWhy)} error={error}>
        {(wiring) => (
          <Textfield
            {...wiring}
            maxLength={120}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )}
      </Field>
    </details>
  );
}
