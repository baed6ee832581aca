import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { KeyResultReading, ObjectiveReading } from '../../../../../src/contract/readings';
import type { Stood } from '../../components/how-it-stands';
import { PageLink } from '../../components/page-link';
import { Person } from '../../components/person';
import { draft as texts } from '../../messages/en/draft';
import { useWords } from '../../messages/use-words';
import { keyResultPath } from '../../rpc/product-events';
import { draftFromBefore } from '../objective/key-result-draft';
import { EditKeyResult } from '../objective/edit-key-result';
import { EditObjective } from '../objective/objective-page';
import { RemoveButton } from '../pages/removal';
import styles from './draft.module.css';
import type { News } from './news';
import { sayGoal } from './say-goal';
import { SentenceLine } from './sentence-line';

type Props = {
  objective: ObjectiveReading;
  news: News;
  /** Key results said with the objective, still to be written. */
  sentences: readonly string[];
  /** A key result of the cycle before that the next one begins with. */
  used: Stood | null;
  /** It was just written here: its key results come next. */
  isNext: boolean;
  /** This person saved something of it, as this version. */
  onSaved: (id: string, version: number) => void;
  /** A sentence said with the objective is written, or left out; null: what was taken from the cycle before. */
  onWritten: (sentence: string | null) => void;
};

/** An objective of the draft with its key results, each changed in place, and a line for the next one. */
export function DraftedObjective({ objective, news, sentences, used, isNext, onSaved, onWritten }: Props) {
  const { t, locale } = useWords();
  const [editing, setEditing] = useState(false);
  const { id, key, title, why, owner, keyResults, cycle, team, can, version } = objective;
  const line = {
    objective,
    dates: { startsOn: cycle.startsOn, dueOn: cycle.endsOn },
    project: team.projectIds[0],
  };
  return (
    <section className={styles.objective} aria-labelledby={`draft-${id}`}>
      <div className={styles.line}>
        <div className={styles.said}>
          <div className={styles.title}>
            <span className={styles.quiet}>{key}</span>
            <h2 id={`draft-${id}`} className={styles.objectiveTitle}>
              <PageLink quiet to={`/objectives/${id}`}>
                {title}
              </PageLink>
            </h2>
            <NewsMark of={id} news={news} />
          </div>
          {why !== '' && <p className={styles.quiet}>{why}</p>}
        </div>
        <Person id={owner} />
        {can.edit && !editing && (
          <div className={styles.acts}>
            <Button
              spacing="compact"
              aria-label={t(texts.editOf, { name: key })}
              onClick={() => setEditing(true)}
            >
              {t(texts.edit)}
            </Button>
            <RemoveButton call="objective.set-removed" id={id} version={version} name={key} />
          </div>
        )}
      </div>
      {editing && (
        <div>
          <EditObjective
            objective={objective}
            onSaved={(saved) => onSaved(id, saved)}
            onDone={() => setEditing(false)}
          />
        </div>
      )}
      {keyResults.length === 0 ? (
        <p className={styles.quiet}>{t(texts.noKeyResults)}</p>
      ) : (
        <ul className={styles.rows}>
          {keyResults.map((keyResult) => (
            <DraftedKeyResult
              key={keyResult.id}
              of={{ keyResult, objective }}
              news={news}
              onSaved={onSaved}
            />
          ))}
        </ul>
      )}
      {can.edit &&
        sentences.map((sentence, at) => (
          <SentenceLine
            key={sentence}
            {...line}
            sentence={sentence}
            autoFocus={isNext && at === 0}
            onLeft={() => onWritten(sentence)}
            onSaved={(made, first) => {
              onSaved(made, first);
              onWritten(sentence);
            }}
          />
        ))}
      {can.edit && used && (
        <SentenceLine
          key={used.keyResult.id}
          {...line}
          begun={draftFromBefore(used, line.dates, locale)}
          onLeft={() => onWritten(null)}
          onSaved={(made, first) => {
            onSaved(made, first);
            onWritten(null);
          }}
        />
      )}
      {can.edit && <SentenceLine {...line} autoFocus={isNext && sentences.length === 0} onSaved={onSaved} />}
    </section>
  );
}

type RowProps = {
  of: { keyResult: KeyResultReading; objective: ObjectiveReading };
  news: News;
  onSaved: (id: string, version: number) => void;
};

function DraftedKeyResult({ of, news, onSaved }: RowProps) {
  const words = useWords();
  const { t } = words;
  const [editing, setEditing] = useState(false);
  const { id, key, title, owner, definition, can, version } = of.keyResult;
  if (editing) {
    return (
      <li className={styles.row} aria-label={key}>
        <EditKeyResult of={of} onSaved={(saved) => onSaved(id, saved)} onDone={() => setEditing(false)} />
      </li>
    );
  }
  return (
    <li className={`${styles.row ?? ''} ${styles.line ?? ''}`} aria-label={key}>
      <div className={styles.said}>
        <p className={styles.title}>
          <span className={styles.quiet}>{key}</span>
          <PageLink quiet to={keyResultPath(id)}>
            {title}
          </PageLink>
          <NewsMark of={id} news={news} />
        </p>
        <p className={styles.quiet}>{sayGoal(definition, words)}</p>
      </div>
      <Person id={owner} />
      {can.edit && (
        <div className={styles.acts}>
          <Button
            spacing="compact"
            aria-label={t(texts.editOf, { name: key })}
            onClick={() => setEditing(true)}
          >
            {t(texts.edit)}
          </Button>
          <RemoveButton call="key-result.set-removed" id={id} version={version} name={key} />
        </div>
      )}
    </li>
  );
}

function NewsMark({ of, news }: { of: string; news: News }) {
  const { t } = useWords();
  const what = news.get(of);
  if (what === undefined) return null;
  return (
    <span role="status">
      <Lozenge appearance="new">{t(texts[what])}</Lozenge>
    </span>
  );
}
