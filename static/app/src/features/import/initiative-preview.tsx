import Button from '@atlaskit/button/new';
import { Checkbox } from '@atlaskit/checkbox';
import { lazy, Suspense, useId, useState } from 'react';
import { Choice } from '../../components/choice';
import { Field } from '../../components/field';
import { IssueLink } from '../../components/issue-link';
import { LongText } from '../../components/long-text';
import { PersonPicker } from '../../components/person-picker';
import { TextField } from '../../components/text-field';
import { importing } from '../../messages/en/import';
import { useWords } from '../../messages/use-words';
import form from '../objective/form.module.css';
import type { FoundInitiative, FoundObjective } from './document';
import type { InitiativeDraft, IssueChoice } from './draft';
import styles from './import.module.css';
import { IssuePicker } from './issue-picker';
import { IssueTargetFields } from './issue-target';
import { ItemHead } from './item-head';
import { servesOf } from './plan';
import { changeItem, elementId, type Preview } from './preview';
import { titleLength } from './texts';

const FoundInText = lazy(() => import('../review/found-in-text'));

type Props = {
  found: FoundInitiative;
  objective: FoundObjective;
  preview: Preview;
  /** The key result it stands under; without one it names none. */
  under?: string;
};

/** An initiative: which key results it serves, and what becomes of it in Jira. */
export function InitiativePreview({ found, objective, preview, under }: Props) {
  const { t } = useWords();
  const { path } = found;
  const draft = preview.draft.initiatives.get(path);
  const [open, setOpen] = useState(false);
  const faultId = useId();
  if (draft === undefined) return null;
  const serves = servesOf(found, draft, objective, preview.standing);
  const known = serves.map((one) => preview.standing.issueOf(path, one)).find((issue) => issue !== null);
  const fault = preview.faultOf(path);
  const first = under === undefined || found.serves[0] === under;
  const choices = objective.keyResults.length > 1 || found.serves.length === 0;
  return (
    <div
      role="group"
      id={first ? elementId(path) : undefined}
      tabIndex={-1}
      className={styles.initiative}
      data-left-out={draft.issue.kind === 'leave-out'}
      aria-label={`${t(importing.initiative)}: ${found.title}`}
    >
      <ItemHead
        name={found.title}
        priority={found.priority}
        lines={found.lines}
        there={known !== undefined && draft.issue.kind !== 'leave-out'}
      />
      {known !== undefined && <IssueLink id={known} />}
      {known === undefined && (
        <div className={form.pair}>
          <Choice
            label={t(importing.inJira)}
            isCompact
            value={draft.issue.kind}
            options={[
              { value: 'create', label: t(importing.create) },
              { value: 'match', label: t(importing.match) },
              { value: 'leave-out', label: t(importing.leaveOut) },
            ]}
            onChoose={(kind) => changeItem(preview, 'initiatives', path, { issue: emptyChoice(kind) })}
          />
          {draft.issue.kind === 'match' && <Match {...{ path, issue: draft.issue.issue, preview }} />}
        </div>
      )}
      {known === undefined && draft.issue.kind === 'create' && (
        <Suspense fallback={null}>
          <FoundInText kind="initiative" title={draft.summary} />
        </Suspense>
      )}
      {draft.issue.kind !== 'leave-out' && choices && (
        <fieldset className={styles.serves} aria-describedby={fault === 'unplaced' ? faultId : undefined}>
          <legend>{t(importing.servesLegend)}</legend>
          {objective.keyResults.map((keyResult) => (
            <Checkbox
              key={keyResult.path}
              label={keyResult.title}
              isChecked={serves.includes(keyResult.path)}
              isDisabled={preview.standing.issueOf(path, keyResult.path) !== null}
              onChange={() =>
                changeItem(preview, 'initiatives', path, { serves: toggled(serves, keyResult.path) })
              }
            />
          ))}
        </fieldset>
      )}
      {fault === 'unplaced' && (
        <p className={styles.fault} id={faultId}>
          {t(importing.unplacedFault)}
        </p>
      )}
      {known === undefined && draft.issue.kind === 'create' && (
        <details
          className={styles.fold}
          open={open || fault === 'title' || fault === 'no-target'}
          onToggle={(event) => setOpen(event.currentTarget.open)}
        >
          <summary>{t(importing.newIssue)}</summary>
          {(open || fault !== null) && <NewIssue {...{ path, draft, preview, target: draft.issue.target }} />}
        </details>
      )}
    </div>
  );
}

type PartProps = { path: string; preview: Preview };

function Match({ path, issue, preview }: PartProps & { issue: Match }) {
  const { t } = useWords();
  return (
    <Field
      label={t(importing.issue)}
      hint={t(importing.issueHint)}
      error={preview.faultOf(path) === 'no-issue' ? t(importing.matchMissing) : null}
    >
      {(wiring) => (
        <IssuePicker
          {...wiring}
          value={issue}
          onChange={(chosen) =>
            changeItem(preview, 'initiatives', path, { issue: { kind: 'match', issue: chosen } })
          }
        />
      )}
    </Field>
  );
}

type Match = Extract<IssueChoice, { kind: 'match' }>['issue'];
type Target = Extract<IssueChoice, { kind: 'create' }>['target'];

function NewIssue({ path, draft, preview, target }: PartProps & { draft: InitiativeDraft; target: Target }) {
  const { t, number } = useWords();
  const change = (part: Partial<InitiativeDraft>) => changeItem(preview, 'initiatives', path, part);
  const fault = preview.faultOf(path);
  const length = draft.summary.trim().length;
  return (
    <div className={form.form}>
      <TextField
        label={t(importing.summary)}
        value={draft.summary}
        error={
          fault === 'title' && length === 0
            ? t(importing.titleMissing)
            : length > titleLength
              ? t(importing.titleLong, { count: number(length) })
              : null
        }
        onText={(summary) => change({ summary })}
      />
      <LongText
        label={t(importing.description)}
        value={draft.description}
        onText={(description) => change({ description })}
      />
      <Field label={t(importing.assignee)}>
        {(wiring) => (
          <PersonPicker
            {...wiring}
            project={target?.projectId ?? preview.draft.newIssues?.projectId}
            value={draft.owner}
            onChange={(owner) => change({ owner })}
          />
        )}
      </Field>
      {fault === 'no-target' && <p className={styles.fault}>{t(importing.targetMissing)}</p>}
      {target === null ? (
        <div>
          <Button
            spacing="compact"
            isDisabled={preview.draft.newIssues === null}
            onClick={() => change({ issue: { kind: 'create', target: preview.draft.newIssues } })}
          >
            {t(importing.ownTarget)}
          </Button>
        </div>
      ) : (
        <>
          <IssueTargetFields
            value={target}
            onChoose={(chosen) => change({ issue: { kind: 'create', target: chosen } })}
          />
          <div>
            <Button spacing="compact" onClick={() => change({ issue: { kind: 'create', target: null } })}>
              {t(importing.asAllNew)}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

function emptyChoice(kind: IssueChoice['kind']): IssueChoice {
  switch (kind) {
    case 'create':
      return { kind, target: null };
    case 'match':
      return { kind, issue: null };
    case 'leave-out':
      return { kind };
  }
}

function toggled(paths: readonly string[], path: string): string[] {
  return paths.includes(path) ? paths.filter((one) => one !== path) : [...paths, path];
}
