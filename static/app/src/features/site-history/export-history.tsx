import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import type { HistoryMark, SiteHistory, SiteHistoryEntry } from '../../../../../src/contract/history-calls';
import { Notice } from '../../components/notice';
import { namesOf } from '../../rpc/names-of';
import { changeWords as words } from '../../messages/en/changes';
import { useWords } from '../../messages/use-words';
import type { HistoryFilter } from './filter';
import styles from './history-page.module.css';
import { readOn } from './read-on';

/** Everything that is filtered, read page by page in the browser, as a file. */
export function ExportHistory({ filter }: { filter: HistoryFilter }) {
  const said = useWords();
  const { t } = said;
  const stopped = useRef(false);
  const [count, setCount] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);

  async function run() {
    stopped.current = false;
    setFailed(false);
    setCount(0);
    try {
      const entries: SiteHistoryEntry[] = [];
      let before: HistoryMark | null = null;
      do {
        const page: SiteHistory = await readOn(filter, before);
        entries.push(...page.entries);
        before = page.earlier;
        setCount(entries.length);
      } while (before !== null && !isStopped());
      if (isStopped()) return;
      const names = await namesOf(entries.map(({ by }) => by));
      const [{ historyCsv }, { saveFile }] = await Promise.all([
        import('./history-csv'),
        import('../portable/save-file'),
      ]);
      const text = historyCsv(entries, (id) => names.get(id) ?? '', said);
      saveFile('waymark-history.csv', new Blob([text], { type: 'text/csv;charset=utf-8' }));
    } catch (error) {
      console.error(error);
      setFailed(true);
    } finally {
      setCount(null);
    }
  }
  const isStopped = () => stopped.current;

  return (
    <div className={styles.row}>
      <Button isDisabled={count !== null} onClick={() => void run()}>
        {t(words.export)}
      </Button>
      {count !== null && (
        <>
          <span role="status">{t(words.exporting, { count })}</span>
          <Button
            appearance="subtle"
            onClick={() => {
              stopped.current = true;
            }}
          >
            {t(words.stop)}
          </Button>
        </>
      )}
      {failed && <Notice tone="error">{t(words.exportFailed)}</Notice>}
    </div>
  );
}
