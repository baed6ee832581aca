import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ObjectivePage } from '../../../../../src/contract/alignment-calls';
import type { ObjectiveReading } from '../../../../../src/contract/readings';
import { alignment as texts } from '../../messages/en/alignment';
import { useWords } from '../../messages/use-words';
import styles from './alignment.module.css';
import { Related } from './related';
import { ServesForm } from './serves-form';

type Props = { page: ObjectivePage; objective: ObjectiveReading; writable: boolean };

/** What an objective serves, up to the top, and saying it. */
export function Serves({ page, objective, writable }: Props) {
  const { t } = useWords();
  const [saying, setSaying] = useState(false);
  const { serves } = page.alignment;
  const isSaid = serves.kind !== 'unsaid';
  return (
    <section className={styles.section} aria-labelledby="serves">
      <div className={styles.head}>
        <h2 id="serves" className={styles.heading}>
          {t(texts.serves)}
        </h2>
        {writable && !saying && (
          <Button
            spacing="compact"
            {...(isSaid ? { 'aria-label': t(texts.changeOf, { name: objective.key }) } : {})}
            onClick={() => setSaying(true)}
          >
            {t(isSaid ? texts.change : texts.say)}
          </Button>
        )}
      </div>
      {saying ? (
        <ServesForm page={page} objective={objective} onDone={() => setSaying(false)} />
      ) : (
        <Chain page={page} />
      )}
    </section>
  );
}

function Chain({ page: { alignment, above, top } }: { page: ObjectivePage }) {
  const { t } = useWords();
  const { serves } = alignment;
  switch (serves.kind) {
    case 'unsaid':
      return <p className={styles.quiet}>{t(texts.unsaidWhy)}</p>;
    case 'none':
      return <p>{t(texts.none, { why: serves.why })}</p>;
    case 'hidden':
      return <p>{t(texts.hidden)}</p>;
    case 'gone':
      return <p className={styles.wrong}>{t(texts.gone)}</p>;
    case 'objective':
    case 'key-result':
      return (
        <>
          <ol className={`${styles.relatives ?? ''} ${styles.chain ?? ''}`} aria-label={t(texts.chain)}>
            {above.map((one) => (
              <Related key={one.id} objective={one} side="above" />
            ))}
          </ol>
          <Top top={top} />
        </>
      );
  }
}

function Top({ top }: { top: ObjectivePage['top'] }) {
  const { t } = useWords();
  switch (top) {
    case 'circle':
      return <p className={styles.wrong}>{t(texts.chainCircle)}</p>;
    case 'hidden':
      return <p className={styles.quiet}>{t(texts.chainHidden)}</p>;
    case 'gone':
      return <p className={styles.wrong}>{t(texts.chainGone)}</p>;
    case 'none':
      return <p className={styles.quiet}>{t(texts.chainNone)}</p>;
    case 'unsaid':
      return <p className={styles.quiet}>{t(texts.chainTop)}</p>;
    // The chain goes on until something else stops it.
    case 'objective':
    case 'key-result':
      return null;
  }
}
