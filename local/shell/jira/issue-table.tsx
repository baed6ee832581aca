import { Checkbox } from '@atlaskit/checkbox';
import { Link } from 'react-router';
import type { Issue } from '../api/jira';
import { IssueTypeIcon } from '../components/issue-type-icon';
import { PersonPicture } from '../components/person-picture';
import { formatDay } from '../site/clock';
import { StatusMenu } from './status-menu';

interface IssueTableProps {
  issues: readonly Issue[];
  label: string;
  /** Keys of the rows that are chosen; without it none can be. */
  choice?: { chosen: ReadonlySet<string>; onChoose: (chosen: ReadonlySet<string>) => void };
}

/** Issues as Jira's list view draws them. */
export function IssueTable({ issues, label, choice }: IssueTableProps) {
  const all = issues.every(({ key }) => choice?.chosen.has(key));
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="issue-table">
        <thead>
          <tr>
            {choice !== undefined && (
              <th scope="col" className="issue-table__choose">
                <Checkbox
                  aria-label="Choose all issues"
                  isChecked={all}
                  isIndeterminate={!all && choice.chosen.size > 0}
                  onChange={() => {
                    choice.onChoose(new Set(all ? [] : issues.map(({ key }) => key)));
                  }}
                />
              </th>
            )}
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
              {choice !== undefined && (
                <td className="issue-table__choose">
                  <Checkbox
                    aria-label={`Choose ${issue.key}`}
                    isChecked={choice.chosen.has(issue.key)}
                    onChange={() => {
                      choice.onChoose(toggled(choice.chosen, issue.key));
                    }}
                  />
                </td>
              )}
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

function toggled(chosen: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(key)) next.add(key);
  return next;
}
