import { Link } from 'react-router';
import type { Issue } from '../api/jira';
import { IssueTypeIcon } from '../components/issue-type-icon';
import { PersonPicture } from '../components/person-picture';
import { formatDay } from '../site/clock';
import { StatusMenu } from './status-menu';

/** Issues as Jira's list view draws them. */
export function IssueTable({ issues, label }: { issues: readonly Issue[]; label: string }) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="issue-table">
        <thead>
          <tr>
            <th scope="col">Type</th>
            <th scope="col">Key</th>
            <th scope="col">Summary</th>
            <th scope="col">Status</th>
            <th scope="col">Assignee</th>
            <th scope="col">Parent</th>
            <th scope="col">Updated</th>
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <tr key={issue.id}>
              <td>
                <IssueTypeIcon name={issue.fields.issuetype?.name} />
              </td>
              <td className="issue-table__key">
                <Link to={`/browse/${issue.key}`}>{issue.key}</Link>
              </td>
              <td className="issue-table__summary">
                <Link to={`/browse/${issue.key}`}>{issue.fields.summary}</Link>
              </td>
              <td>
                <StatusMenu issue={issue} />
              </td>
              <td>
                <PersonPicture user={issue.fields.assignee} />
              </td>
              <td className="issue-table__key">
                {issue.fields.parent !== null && issue.fields.parent !== undefined && (
                  <Link to={`/browse/${issue.fields.parent.key}`}>{issue.fields.parent.key}</Link>
                )}
              </td>
              <td className="issue-table__day">
                {typeof issue.fields.updated === 'string' ? formatDay(issue.fields.updated) : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
