import Button from '@atlaskit/button/new';
import { Checkbox } from '@atlaskit/checkbox';
import { LoadFailure } from '../../components/load-failure';
import { SkeletonLines } from '../../components/skeleton-lines';
import { attachMany } from '../../messages/en/attach';
import { useWords } from '../../messages/use-words';
import type { Issue } from '../../rpc/jira-shapes';
import styles from './attach.module.css';
import { mostFound } from './issue-query';
import type { FoundReading } from './use-found-issues';

type Props = {
  reading: FoundReading;
  attached: ReadonlySet<string>;
  chosen: ReadonlyMap<string, Issue>;
  onToggle: (issue: Issue) => void;
  onAll: (issues: readonly Issue[]) => void;
};

/** What a search found; those that cannot be attached say why. */
export function FoundList({ reading, attached, chosen, onToggle, onAll }: Props) {
  const { t, list } = useWords();
  if (reading.state === 'none') return <p className={styles.quiet}>{t(attachMany.start)}</p>;
  if (reading.state === 'loading') return <SkeletonLines />;
  if (reading.state === 'failed') {
    const { detail } = reading;
    return (
      <LoadFailure
        title={detail === '' ? t(attachMany.failed) : t(attachMany.jqlWrong, { detail })}
        detail=""
      />
    );
  }
  const { issues, editable, missing } = reading.found;
  const count = issues.length;
  const open = issues.filter(({ id }) => !attached.has(id) && editable.has(id));
  const left = open.filter(({ id }) => !chosen.has(id));
  return (
    <div className={styles.search}>
      <div className={styles.foundHead}>
        <p className={styles.quiet} role="status">
          {t(count === mostFound ? attachMany.foundFirst : attachMany.found, { count })}
          {missing.length > 0 && ` ${t(attachMany.missing, { keys: list(missing) })}`}
        </p>
        {open.length > 1 && left.length > 0 && (
          <Button spacing="compact" appearance="subtle" onClick={() => onAll(left)}>
            {t(attachMany.all, { count: open.length })}
          </Button>
        )}
      </div>
      {count > 0 && (
        <ul className={styles.options}>
          {issues.map((issue) => {
            const why = attached.has(issue.id)
              ? t(attachMany.already)
              : editable.has(issue.id)
                ? null
                : t(attachMany.cannotEdit);
            return (
              <li key={issue.id} className={styles.found}>
                <Checkbox
                  label={`${issue.key} ${issue.summary}`}
                  isDisabled={why !== null}
                  isChecked={chosen.has(issue.id)}
                  onChange={() => onToggle(issue)}
                />
                <span className={styles.quiet}>
                  {[issue.type, issue.status, why].filter(Boolean).join(' · ')}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
