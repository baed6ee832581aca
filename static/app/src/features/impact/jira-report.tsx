import { ModalFrame } from '../../components/modal-frame';
import { Notice } from '../../components/notice';
import { judging as texts } from '../../messages/en/judging';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { closeModal, type Decided } from '../../rpc/modals';
import { sayResult, type useJiraActs } from './jira-stop';
import styles from './judge.module.css';

type Props = { issueKey: string; decided: Decided; acts: ReturnType<typeof useJiraActs> };

/** What Jira did and what it did not, after the judgement was kept; what it did not can be tried again. */
export function JiraReport({ issueKey, decided, acts: { run, results, busy } }: Props) {
  const words = useWords();
  const { t } = words;

  async function again() {
    const left = results.filter(({ outcome }) => outcome.kind !== 'done').map(({ act }) => act);
    const done = await run(left);
    if (done.some(({ outcome }) => outcome.kind !== 'done')) return;
    flag({
      title: t(texts.saved),
      description: done.map((one) => sayResult(one, issueKey, words)).join(' '),
    });
    await closeModal(true, decided);
  }

  return (
    <ModalFrame
      title={t(texts.done)}
      saveLabel={t(texts.again)}
      onSave={() => void again()}
      busy={busy}
      savedAlready={{ decided }}
    >
      <p>{t(texts.doneWhy)}</p>
      <div className={styles.part}>
        {results.map((result) => (
          <Notice key={result.act.kind} tone={result.outcome.kind === 'done' ? 'success' : 'error'}>
            <p>{sayResult(result, issueKey, words)}</p>
          </Notice>
        ))}
      </div>
    </ModalFrame>
  );
}
