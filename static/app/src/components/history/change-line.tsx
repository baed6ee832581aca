import { isAccountId, isJiraId } from '../../../../../src/domain/ids';
import type { HistoryEntry } from '../../../../../src/contract/readings';
import { changeWords as texts } from '../../messages/en/changes';
import { useWords } from '../../messages/use-words';
import { IssueName } from '../issue-link';
import { Person } from '../person';
import styles from './history.module.css';
import { readJson, type Json } from './read-json';
import { peopleFields, sayField } from './say-field';
import { sayFieldValue, type Beside } from './say-value';

/** More than this of one text is folded away. */
const shownOfText = 160;

type Props = { change: HistoryEntry['changes'][number]; beside: Beside };

/** One field from what it was to what it is. */
export function ChangeLine({ change: { field, from, to }, beside }: Props) {
  const words = useWords();
  const before = readJson(from);
  const after = readJson(to);
  const name = sayField(field, words);
  if (peopleFields.has(field)) {
    return (
      <p className={styles.change}>
        <span className={styles.field}>{name}</span> <People ids={before} /> → <People ids={after} />
      </p>
    );
  }
  if (field === 'mailFrom') {
    return (
      <p className={styles.change}>
        <span className={styles.field}>{name}</span> <OneIssue id={before} /> → <OneIssue id={after} />
      </p>
    );
  }
  const was = sayFieldValue(field, before, beside, words);
  const is = sayFieldValue(field, after, beside, words);
  // Not said before and said with nothing in it: that is no news.
  if (was === is) return null;
  if (was.length + is.length <= shownOfText) {
    return (
      <p className={styles.change}>
        <span className={styles.field}>{name}</span> {was} → {is}
      </p>
    );
  }
  return (
    <details className={styles.change}>
      <summary>
        <span className={styles.field}>{name}</span> {`${is.slice(0, 80).trimEnd()}…`}
      </summary>
      <p className={styles.text}>{`${words.t(texts.goalFrom)}: ${was}`}</p>
      <p className={styles.text}>{`${words.t(texts.goalTo)}: ${is}`}</p>
    </details>
  );
}

function OneIssue({ id }: { id: Json }) {
  const { t } = useWords();
  return isJiraId<'issue'>(id) ? <IssueName id={id} /> : <>{t(texts.nothing)}</>;
}

function People({ ids }: { ids: Json }) {
  const { t } = useWords();
  const people = (Array.isArray(ids) ? ids : [ids]).filter((id) => isAccountId(id));
  if (people.length === 0) return <>{t(texts.nothing)}</>;
  return people.map((id, at) => (
    <span key={id}>
      {at > 0 && ', '}
      <Person id={id} inline />
    </span>
  ));
}
