import Heading from '@atlaskit/heading';
import type { ReactNode } from 'react';
import pages from '../pages/pages.module.css';
import styles from './settings.module.css';

type Props = { title: string; why?: string; isDisabled: boolean; children: ReactNode };

/** Settings that belong together, with what they mean. A disabled fieldset disables each field in it. */
export function Group({ title, why, isDisabled, children }: Props) {
  return (
    <section className={pages.step} aria-label={title}>
      <Heading size="small" as="h2">
        {title}
      </Heading>
      {why !== undefined && <p className={pages.lead}>{why}</p>}
      <fieldset className={styles.fields} disabled={isDisabled} aria-label={title}>
        {children}
      </fieldset>
    </section>
  );
}
