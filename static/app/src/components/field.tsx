import { useId, type ReactNode } from 'react';
import styles from './field.module.css';

type Wiring = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean };
type Props = {
  label: string;
  hint?: ReactNode;
  /** The hint comes while somebody types: then it is read out. */
  isNews?: boolean;
  /** Why the last try was refused because of this field. */
  error?: string | null;
  children: (wiring: Wiring) => ReactNode;
};

/** A labelled field with its hint and refusal, both read out with the field. */
export function Field({ label, hint, isNews = false, error = null, children }: Props) {
  const id = useId();
  const said = error ?? hint;
  const describedBy = said === undefined || said === '' ? undefined : `${id}-said`;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error !== null })}
      {describedBy !== undefined && (
        <p
          id={describedBy}
          className={error === null ? styles.hint : styles.error}
          role={error !== null ? 'alert' : isNews ? 'status' : undefined}
        >
          {said}
        </p>
      )}
    </div>
  );
}

/** The message of a refusal when it is about this field. */
export function refusedField(
  refusal: { field?: string; message: string } | null,
  field: string,
): string | null {
  return refusal?.field === field ? refusal.message : null;
}
