import type { IssueId } from '../../../../../src/domain/ids';
import { IssueLink } from '../../components/issue-link';
import { Notice } from '../../components/notice';
import { nameOf } from '../../components/person';
import { importing } from '../../messages/en/import';
import { useWords } from '../../messages/use-words';
import type { RefusedAssignee } from '../../rpc/jira-create';
import { usePerson } from '../../rpc/use-jira';
import styles from './import.module.css';
import type { Outcomes } from './run-import';

/** The issues that were made without the person the document names, each once, with whom Jira refused and why. */
export function RefusedList({ outcomes }: { outcomes: Outcomes }) {
  const { t, number } = useWords();
  const refused = refusedOf(outcomes);
  if (refused.size === 0) return null;
  const title = t(importing.notAssigned, { count: number(refused.size) });
  return (
    <section aria-label={title}>
      <Notice tone="warning" title={title}>
        <p>{t(importing.notAssignedWhy)}</p>
        <ul className={styles.results}>
          {[...refused].map(([issueId, one]) => (
            <li key={issueId}>
              <IssueLink id={issueId} /> <WhyRefused {...one} />
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  );
}

function WhyRefused({ person, why }: RefusedAssignee) {
  const { t } = useWords();
  return <>{t(importing.notAssignedTo, { person: nameOf(usePerson(person), t), why })}</>;
}

/** Key results that one initiative serves share its issue. */
function refusedOf(outcomes: Outcomes): ReadonlyMap<IssueId, RefusedAssignee> {
  return new Map(
    [...outcomes.values()].flatMap((outcome) =>
      'refused' in outcome && outcome.refused !== null && outcome.issueId !== null
        ? [[outcome.issueId, outcome.refused] as const]
        : [],
    ),
  );
}
