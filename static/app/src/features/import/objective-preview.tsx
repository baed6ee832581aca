import { lazy, Suspense } from 'react';
import { LongText } from '../../components/long-text';
import { TextField } from '../../components/text-field';
import { importing } from '../../messages/en/import';
import { useWords } from '../../messages/use-words';
import type { FoundObjective } from './document';
import styles from './import.module.css';
import { InitiativePreview } from './initiative-preview';
import { ItemHead } from './item-head';
import { KeyResultPreview } from './key-result-preview';
import { changeItem, elementId, type Preview } from './preview';
import { titleLength } from './texts';

const FoundInText = lazy(() => import('../review/found-in-text'));

type Props = { objective: FoundObjective; preview: Preview };

/** An objective with its key results, and the initiatives that name none of them. */
export function ObjectivePreview({ objective, preview }: Props) {
  const { t, number } = useWords();
  const { path } = objective;
  const draft = preview.draft.objectives.get(path);
  if (draft === undefined) return null;
  const standing = preview.standing.objective(path);
  const there = standing !== null;
  const unnamed = objective.initiatives.filter(({ serves }) => serves.length === 0);
  return (
    <div
      role="group"
      id={elementId(path)}
      tabIndex={-1}
      className={styles.objective}
      aria-label={`${t(importing.objectiveLabel)}: ${draft.title}`}
    >
      <ItemHead name={t(importing.objectiveLabel)} lines={objective.lines} there={there} />
      {there ? (
        <p className={styles.objectiveTitle}>{standing}</p>
      ) : (
        <>
          <TextField
            label={t(importing.objectiveLabel)}
            value={draft.title}
            error={titleFault(draft.title, preview.faultOf(path) === 'title')}
            onText={(title) => changeItem(preview, 'objectives', path, { title })}
          />
          <Suspense fallback={null}>
            <FoundInText kind="objective" title={draft.title} />
          </Suspense>
          {draft.why !== '' && (
            <details className={styles.fold}>
              <summary>{t(importing.why)}</summary>
              <LongText
                label={t(importing.why)}
                value={draft.why}
                onText={(why) => changeItem(preview, 'objectives', path, { why })}
              />
            </details>
          )}
        </>
      )}
      {objective.keyResults.length === 0 && <p className={styles.quiet}>{t(importing.noKeyResults)}</p>}
      {objective.keyResults.map((keyResult) => (
        <KeyResultPreview key={keyResult.path} found={keyResult} objective={objective} preview={preview} />
      ))}
      {unnamed.length > 0 && (
        <div role="group" className={styles.unnamed} aria-label={t(importing.unnamed)}>
          <h3 className={styles.small}>{t(importing.unnamed)}</h3>
          <p className={styles.quiet}>{t(importing.unnamedWhy)}</p>
          {unnamed.map((found) => (
            <InitiativePreview key={found.path} found={found} objective={objective} preview={preview} />
          ))}
        </div>
      )}
    </div>
  );

  function titleFault(title: string, missing: boolean): string | null {
    if (missing && title.trim() === '') return t(importing.titleMissing);
    const count = title.trim().length;
    return count > titleLength ? t(importing.titleLong, { count: number(count) }) : null;
  }
}
