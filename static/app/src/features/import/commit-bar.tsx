import Button from '@atlaskit/button/new';
import { importing } from '../../messages/en/import';
import { useWords } from '../../messages/use-words';
import styles from './import.module.css';
import type { Step } from './plan';
import { elementId } from './preview';

type Props = {
  steps: readonly Step[];
  /** Paths of what needs something from the person, once they tried. */
  faults: string[];
  onImport: () => void;
};

/** What the import will add and what stays, and the act itself. */
export function CommitBar({ steps, faults, onImport }: Props) {
  const { t } = useWords();
  const added = steps.filter(({ there }) => !there);
  const kept = steps.length - added.length;
  const issues = new Set(
    added.flatMap((step) =>
      step.kind === 'initiative' && step.issue.kind === 'new' ? [step.issue.issue.label] : [],
    ),
  ).size;
  const [first] = faults;
  // An initiative that serves two key results is one to a person, and two attachments.
  const counted = (kind: Step['kind']) =>
    new Set(
      added.flatMap((step) => (step.kind === kind ? [step.kind === 'initiative' ? step.path : step.id] : [])),
    ).size;
  const [objectives, keyResults, links] = [
    counted('objective'),
    counted('key-result'),
    counted('initiative'),
  ];
  const measured = counted('check-in');
  const nothing = added.length === 0 && faults.length === 0;

  return (
    <div className={styles.commit}>
      <div className={styles.commitText}>
        <p role="status">
          {nothing
            ? t(importing.nothingNew)
            : `${t(importing.willMake, {
                objectives,
                keyResults,
                links,
                issues,
              })} ${measured === 0 ? '' : t(importing.willMeasure, { count: measured })} ${t(importing.willKeep, { count: kept })}`}
        </p>
        {first !== undefined && (
          <p className={styles.fault} role="alert">
            {t(importing.faults, { count: faults.length })}{' '}
            <Button spacing="compact" onClick={() => bringIntoView(first)}>
              {t(importing.firstFault)}
            </Button>
          </p>
        )}
      </div>
      <Button appearance="primary" isDisabled={nothing} onClick={onImport}>
        {t(importing.import, { count: objectives + keyResults + links + measured })}
      </Button>
    </div>
  );
}

function bringIntoView(path: string): void {
  const element = document.getElementById(elementId(path));
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}
