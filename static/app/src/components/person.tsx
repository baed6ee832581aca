import type { AccountId } from '../../../../src/domain/ids';
import { base } from '../messages/en/base';
import { useWords, type Words } from '../messages/use-words';
import type { JiraPerson } from '../rpc/jira-shapes';
import { usePerson, type Seen } from '../rpc/use-jira';
import styles from './person.module.css';

type Props = { id: AccountId | null; /** Name only, inside a sentence. */ inline?: boolean };

/** A person's picture and name, read from Jira as the viewer: Waymark keeps account ids only. */
export function Person({ id, inline = false }: Props) {
  const { t } = useWords();
  const person = usePerson(id);
  if (id === null) return <span className={styles.nobody}>{t(base.nobody)}</span>;
  if (person.state === 'loading') return <span className={styles.placeholder} aria-hidden="true" />;
  const name = nameOf(person, t);
  if (inline) return <>{name}</>;
  return (
    <span className={styles.person}>
      <Picture name={name} url={person.state === 'seen' ? person.value.avatar : null} />
      {name}
    </span>
  );
}

/** A person gone from Jira and one whom Jira did not tell of are not the same. */
export function nameOf(person: Seen<JiraPerson>, t: Words['t']): string {
  if (person.state === 'seen') return person.value.name;
  return t(person.state === 'failed' ? base.personMissing : base.unknownPerson);
}

function Picture({ name, url }: { name: string; url: string | null }) {
  if (url !== null) return <img className={styles.picture} src={url} alt="" width={20} height={20} />;
  const initials = name
    .split(/\s+/)
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0x20))
    .slice(0, 2)
    .join('')
    .toLocaleUpperCase();
  return (
    <span className={styles.picture} aria-hidden="true">
      {initials}
    </span>
  );
}
