import { Fragment } from 'react';
import type { OkrsReading } from '../../../../../src/contract/readings';
import { headline } from '../../../../../src/domain/headline';
import type { MacroLayout } from '../../../../../src/domain/macro-config';
import { usePlace } from '../../boot/place-context';
import { EmptyState } from '../../components/empty-state';
import { macro as texts } from '../../messages/en/macro';
import { useWords } from '../../messages/use-words';
import { Changes } from './changes';
import { CompactList } from './compact-list';
import styles from './macro.module.css';
import { ObjectivePart } from './objective-part';
import { tell } from './tell';

type Props = { reading: OkrsReading; layout: MacroLayout };

/** First the sentence, then what changed, then the key results in the order of need (design §3.4, §3.5). */
export function MacroView({ reading, layout }: Props) {
  const { t, locale } = useWords();
  if (reading.objectives.length === 0) return <Nothing />;
  const { all, today, since } = tell(reading, locale);
  const standings = all.map(({ standing }) => standing);
  return (
    <section className={styles.macro} aria-label={t(texts.label)} data-layout={layout}>
      <header className={styles.head}>
        <Sentence words={headline(standings, locale, today)} />
        {all.length > 0 && <Changes all={all} since={since} today={today} />}
      </header>
      {layout === 'compact' ? (
        <CompactList all={all} />
      ) : (
        reading.objectives.map((objective) => (
          <ObjectivePart
            key={objective.id}
            objective={objective}
            all={all.filter((of) => of.objective.id === objective.id)}
          />
        ))
      )}
    </section>
  );
}

/** A count and what it counts stay on one line. */
function Sentence({ words }: { words: string }) {
  return (
    <h2 className={styles.sentence}>
      {words.split(', ').map((part, index) => (
        <Fragment key={part}>
          {index > 0 && ', '}
          <span className={styles.part}>{part}</span>
        </Fragment>
      ))}
    </h2>
  );
}

function Nothing() {
  const { t } = useWords();
  const editing = usePlace().macro?.editing === true;
  return <EmptyState title={t(texts.empty)}>{editing ? <p>{t(texts.emptyEditing)}</p> : null}</EmptyState>;
}
