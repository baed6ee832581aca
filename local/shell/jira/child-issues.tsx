import { useState, type FormEvent } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Button, { IconButton } from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import SectionMessage from '@atlaskit/section-message';
import Textfield from '@atlaskit/textfield';
import { Link } from 'react-router';
import { createIssue, loadProject, searchIssues, type Issue } from '../api/jira';
import { IssueTypeIcon } from '../components/issue-type-icon';
import { PersonPicture } from '../components/person-picture';
import { useHostServices } from '../host/host-services';
import { StatusMenu } from './status-menu';

/** The issues one level down, each with its status to change, and a line to add another. */
export function ChildIssues({ issue }: { issue: Issue }) {
  const level = issue.fields.issuetype?.hierarchyLevel ?? 0;
  const isSubtask = level < 0;
  const [adding, setAdding] = useState(false);
  const children = useQuery({
    queryKey: ['children', issue.key],
    queryFn: () => searchIssues(`parent = ${issue.key} ORDER BY created ASC`, 100),
    enabled: !isSubtask,
  });
  if (isSubtask) return null;
  const issues = children.data?.issues ?? [];
  const done = issues.filter(({ fields }) => fields.status?.statusCategory.key === 'done').length;
  const share = issues.length === 0 ? 0 : Math.round((done / issues.length) * 100);
  return (
    <section aria-labelledby="children-heading" className="issue__section">
      <div className="issue__section-head">
        <h2 id="children-heading">{level > 0 ? 'Child issues' : 'Sub-tasks'}</h2>
        <IconButton
          icon={AddIcon}
          appearance="subtle"
          spacing="compact"
          label={level > 0 ? 'Add a child issue' : 'Add a sub-task'}
          onClick={() => {
            setAdding(true);
          }}
        />
      </div>
      {issues.length > 0 && (
        <>
          <div className="children__progress">
            <div className="children__bar" aria-hidden="true">
              <span style={{ width: `${String(share)}%` }} />
            </div>
            <span>{share}% Done</span>
          </div>
          <ul className="children">
            {issues.map((child) => (
              <li key={child.id} className="children__row">
                <IssueTypeIcon name={child.fields.issuetype?.name} />
                <Link className="children__key" to={`/browse/${child.key}`}>
                  {child.key}
                </Link>
                <Link className="children__summary" to={`/browse/${child.key}`}>
                  {child.fields.summary}
                </Link>
                {child.fields.resolution?.name !== undefined && child.fields.resolution.name !== 'Done' && (
                  <span className="quiet">{child.fields.resolution.name}</span>
                )}
                <PersonPicture user={child.fields.assignee} showName={false} />
                <StatusMenu issue={child} />
              </li>
            ))}
          </ul>
        </>
      )}
      {children.error !== null && (
        <SectionMessage appearance="error" title="The child issues did not load">
          <p>{children.error.message}</p>
        </SectionMessage>
      )}
      {children.isSuccess && issues.length === 0 && !adding && <p className="quiet">None yet.</p>}
      {adding && (
        <AddChild
          issue={issue}
          onDone={() => {
            setAdding(false);
          }}
        />
      )}
    </section>
  );
}

function AddChild({ issue, onDone }: { issue: Issue; onDone: () => void }) {
  const queries = useQueryClient();
  const services = useHostServices();
  const [summary, setSummary] = useState('');
  const projectKey = issue.fields.project?.key ?? '';
  const project = useQuery({ queryKey: ['project', projectKey], queryFn: () => loadProject(projectKey) });
  const wantedLevel = (issue.fields.issuetype?.hierarchyLevel ?? 0) - 1;
  const type = project.data?.issueTypes.find(({ hierarchyLevel }) => hierarchyLevel === wantedLevel);
  const add = useMutation({
    mutationFn: () =>
      createIssue({
        project: { key: projectKey },
        issuetype: { id: type?.id },
        parent: { key: issue.key },
        summary: summary.trim(),
      }),
    onSuccess: async () => {
      setSummary('');
      await queries.invalidateQueries();
    },
    onError: (error) => {
      services.showFlag({
        id: 'add-child',
        title: 'The issue was not created',
        description: error.message,
        type: 'error',
        isAutoDismiss: false,
        actions: [],
      });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (summary.trim() !== '' && type !== undefined) add.mutate();
  };
  return (
    <form className="add-child" onSubmit={submit}>
      <Textfield
        autoFocus
        aria-label={`Summary of the new ${type?.name ?? 'issue'}`}
        placeholder="What needs to be done?"
        value={summary}
        onChange={(event) => {
          setSummary(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
      />
      <Button type="submit" appearance="primary" isDisabled={add.isPending || type === undefined}>
        Create
      </Button>
      <Button appearance="subtle" onClick={onDone}>
        Cancel
      </Button>
    </form>
  );
}
