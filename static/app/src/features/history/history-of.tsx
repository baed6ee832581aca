import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { Input } from '../../../../../src/contract/calls';
import type { HistoryEntry } from '../../../../../src/contract/readings';
import { Person } from '../../components/person';
import { Read } from '../../components/read';
import { When } from '../../components/when';
import { historyWords } from '../../messages/en/history';
import { organisation } from '../../messages/en/organisation';
import { overview } from '../../messages/en/overview';
import type { Message } from '../../messages/messages';
import { useWords, type Words } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';
import pages from '../pages/pages.module.css';
import { ChangeValue, type Names } from './change-value';
import styles from './history.module.css';

const firstShown = 6;

type Props = {
  of: Input<'history.read'>['of'];
  /** How it is called, for the heading. */
  name: string;
  names?: Names;
  onClose?: { text: string; run: () => void };
};

/** Who changed a team, a cycle or the settings, from what to what, when and why; newest first. */
export function HistoryOf({ of, name, names = new Map(), onClose }: Props) {
  const { t } = useWords();
  const reading = useCall('history.read', { of });
  const title = t(historyWords.title, { name });
  return (
    <section className={pages.step} aria-label={title}>
      <h3>{title}</h3>
      <Read reading={reading}>{({ entries }) => <Entries entries={entries} names={names} />}</Read>
      {onClose && (
        <div>
          <Button appearance="subtle" spacing="compact" onClick={onClose.run}>
            {onClose.text}
          </Button>
        </div>
      )}
    </section>
  );
}

function Entries({ entries, names }: { entries: HistoryEntry[]; names: Names }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, firstShown);
  if (entries.length === 0) return <p className={styles.quiet}>{t(historyWords.none)}</p>;
  return (
    <>
      <ol className={styles.list}>
        {shown.map((entry) => (
          <Entry key={entry.requestId} entry={entry} names={names} />
        ))}
      </ol>
      {shown.length < entries.length && (
        <div>
          <Button spacing="compact" onClick={() => setAll(true)}>
            {t(historyWords.more, { count: entries.length })}
          </Button>
        </div>
      )}
    </>
  );
}

const phases: Readonly<Record<string, Message>> = {
  '"draft"': overview.draft,
  '"active"': overview.active,
  '"scoring"': overview.scoring,
  '"closed"': overview.closed,
};

function sayAct({ act, changes }: HistoryEntry, { t }: Words): string {
  switch (act) {
    case 'create':
      return t(historyWords.created);
    case 'edit':
      return t(historyWords.edited);
    case 'save':
      return t(historyWords.saved);
    case 'describe':
      return t(historyWords.described);
    case 'set-phase': {
      const phase = phases[changes.find(({ field }) => field === 'phase')?.to ?? ''];
      return phase ? t(historyWords.phase, { phase: t(phase) }) : t(historyWords.edited);
    }
    case 'set-archived':
      return t(
        changes.some(({ field, to }) => field === 'archived' && to === 'true')
          ? historyWords.archived
          : historyWords.broughtBack,
      );
    default:
      return t(historyWords.acted, { act });
  }
}

/** Said by the act itself. */
const unsaid = new Set(['phase', 'archived']);

const fieldNames: Readonly<Record<string, Message>> = {
  name: historyWords.name,
  startsOn: historyWords.startsOn,
  endsOn: historyWords.endsOn,
  parentId: historyWords.parent,
  level: historyWords.level,
  lead: historyWords.lead,
  members: historyWords.members,
  projectIds: historyWords.projects,
  timeZone: historyWords.timeZone,
  cadence: historyWords.cadence,
  mission: organisation.mission,
  priorities: organisation.priorities,
  spaceId: organisation.space,
};

function Entry({ entry, names }: { entry: HistoryEntry; names: Names }) {
  const words = useWords();
  const { t } = words;
  const { by, at, why, changes } = entry;
  return (
    <li className={styles.entry}>
      <p>
        <Person id={by} inline /> {sayAct(entry, words)}{' '}
        <span className={styles.quiet}>
          · <When at={at} />
        </span>
      </p>
      {changes
        .filter(({ field }) => !unsaid.has(field))
        .map(({ field, from, to }) => (
          <p key={field} className={styles.quiet}>
            {fieldNames[field] ? t(fieldNames[field]) : field}:{' '}
            <ChangeValue field={field} text={from} names={names} /> →{' '}
            <ChangeValue field={field} text={to} names={names} />
          </p>
        ))}
      {why !== '' && <p className={styles.quiet}>{t(historyWords.why, { why })}</p>}
    </li>
  );
}
