import { useState } from 'react';
import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import type { Issue } from '../api/jira';
import { adfDocument } from '../../frames/adf';
import { GrowingText } from '../components/growing-text';
import { IssueTypeIcon } from '../components/issue-type-icon';
import { Activity } from './activity';
import { AdfView } from './adf-view';
import { AppPanels } from './app-panels';
import { ChildIssues } from './child-issues';
import { IssueDetails } from './issue-details';
import { useIssueChanges } from './issue-changes';
import { StatusMenu } from './status-menu';

/** Everything Jira shows of an issue: title, description, children and activity; beside them details and apps. */
export function IssueView({ issue }: { issue: Issue }) {
  const { fields } = issue;
  const description = adfDocument(fields.description);
  const parent = fields.parent;
  return (
    <div className="issue">
      <div className="issue__main">
        <Breadcrumbs label="Where this issue is">
          <BreadcrumbsItem text="Projects" href="/jira/your-work" />
          <BreadcrumbsItem
            text={fields.project?.name ?? ''}
            href={`/jira/software/c/projects/${fields.project?.key ?? ''}`}
          />
          {parent !== null && parent !== undefined && (
            <BreadcrumbsItem
              text={parent.key}
              href={`/browse/${parent.key}`}
              elemBefore={<IssueTypeIcon name={parent.fields?.issuetype?.name} />}
            />
          )}
          <BreadcrumbsItem
            text={issue.key}
            href={`/browse/${issue.key}`}
            elemBefore={<IssueTypeIcon name={fields.issuetype?.name} />}
          />
        </Breadcrumbs>
        <SummaryField key={fields.summary} issue={issue} />
        <section aria-labelledby="description-heading" className="issue__section">
          <h2 id="description-heading">Description</h2>
          <div className="adf">
            {description.content.length === 0 ? (
              <p className="quiet">No description.</p>
            ) : (
              <AdfView nodes={description.content} />
            )}
          </div>
        </section>
        <ChildIssues issue={issue} />
        <Activity issue={issue} />
      </div>
      <aside className="issue__side" aria-label="Details">
        <div className="issue__status">
          <StatusMenu issue={issue} size="large" />
          {fields.resolution !== null && fields.resolution !== undefined && (
            <span className="issue__resolution">✓ {fields.resolution.name}</span>
          )}
        </div>
        <IssueDetails issue={issue} />
        <AppPanels issue={issue} />
      </aside>
    </div>
  );
}

/** The title, edited in place: Enter or leaving saves, Escape gives up. */
function SummaryField({ issue }: { issue: Issue }) {
  const { summary } = issue.fields;
  const { edit } = useIssueChanges(issue);
  const [draft, setDraft] = useState(summary);
  const save = (): void => {
    const text = draft.trim();
    if (text === '' || text === summary) setDraft(summary);
    else edit.mutate({ summary: text });
  };
  return (
    <>
      <h1 className="visually-hidden">{summary}</h1>
      <GrowingText
        className="issue__summary"
        aria-label="Summary"
        value={draft}
        onChange={(event) => {
          setDraft(event.currentTarget.value.replaceAll('\n', ' '));
        }}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            event.currentTarget.blur();
          }
          if (event.key === 'Escape') setDraft(summary);
        }}
      />
    </>
  );
}
