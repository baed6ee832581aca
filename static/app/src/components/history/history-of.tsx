import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { Input } from '../../../../../src/contract/calls';
import type { HistoryEntry } from '../../../../../src/contract/readings';
import { changeWords as texts } from '../../messages/en/changes';
import { useWords } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';
import pages from '../../features/pages/pages.module.css';
import { Read } from '../read';
import { HistoryLine } from './history-line';
import styles from './history.module.css';

const firstShown = 6;

type Props = {
  of: Input<'history.read'>['of'];
  /** How it is called, for the heading. */
  name: string;
  /** Of teams or cycles by id, for values that are ids. */
  names?: ReadonlyMap<string, string>;
  onClose?: { text: string; run: () => void };
};

/** Who changed a team, a cycle or the settings, from what to what, when and why; newest first. */
export function HistoryOf({ of, name, names = new Map(), onClose }: Props) {
  const { t } = useWords();
  const reading = useCall('history.read', { of });
  const title = t(texts.titleOf, { name });
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

type EntriesProps = { entries: HistoryEntry[]; names: ReadonlyMap<string, string> };

function Entries({ entries, names }: EntriesProps) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, firstShown);
  if (entries.length === 0) return <p className={styles.quiet}>{t(texts.none)}</p>;
  return (
    <>
      <ol className={styles.list}>
        {shown.map((entry) => (
          <HistoryLine key={entry.requestId} entry={entry} names={names} />
        ))}
      </ol>
      {shown.length < entries.length && (
        <div>
          <Button spacing="compact" onClick={() => setAll(true)}>
            {t(texts.allOfThem, { count: entries.length })}
          </Button>
        </div>
      )}
    </>
  );
}
