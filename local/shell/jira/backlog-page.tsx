import { useQuery } from '@tanstack/react-query';
import Lozenge from '@atlaskit/lozenge';
import { Link, useParams } from 'react-router';
import {
  loadBacklogIssues,
  loadBoards,
  loadSprintIssues,
  loadSprints,
  type BoardIssue,
  type Sprint,
} from '../api/agile';
import { loadProjects } from '../api/jira';
import { Failed } from '../components/failed';
import { IssueTypeIcon } from '../components/issue-type-icon';
import { Loading } from '../components/loading';
import { PersonPicture } from '../components/person-picture';
import { useTitle } from '../components/use-title';
import { formatDay } from '../site/clock';
import type { Extension } from '../host/frame-host';
import { AppActions } from './app-actions';
import { boardContext } from './board-context';
import { StatusMenu } from './status-menu';

/** A board's backlog: the sprints that are not over, then everything unplanned. */
export function BacklogPage() {
  const { projectKey = '', boardId = '' } = useParams();
  useTitle(`${projectKey} backlog`);
  const sprints = useQuery({ queryKey: ['sprints', boardId], queryFn: () => loadSprints(boardId) });
  const backlog = useQuery({ queryKey: ['backlog', boardId], queryFn: () => loadBacklogIssues(boardId) });
  const projects = useQuery({ queryKey: ['projects'], queryFn: loadProjects });
  const boards = useQuery({ queryKey: ['boards', projectKey], queryFn: () => loadBoards(projectKey) });
  const error = sprints.error ?? backlog.error ?? projects.error ?? boards.error;
  if (error !== null) return <Failed error={error} what="backlog" />;
  if (sprints.data === undefined || backlog.data === undefined) return <Loading what="backlog" />;
  const context = boardContext(projects.data, projectKey, boards.data, boardId);
  return (
    <div className="page">
      <div className="page__head">
        <h1>Backlog</h1>
        <AppActions type="jira:backlogAction" extension={context} />
      </div>
      {sprints.data
        .filter(({ state }) => state !== 'closed')
        .map((sprint) => (
          <SprintSection key={sprint.id} sprint={sprint} board={context} />
        ))}
      <section className="sprint" aria-label="Backlog">
        <h2 className="sprint__head">
          Backlog <span className="quiet">{backlog.data.length} issues</span>
        </h2>
        <Rows issues={backlog.data} />
      </section>
    </div>
  );
}

function SprintSection({ sprint, board }: { sprint: Sprint; board: Extension }) {
  const issues = useQuery({ queryKey: ['sprint', sprint.id], queryFn: () => loadSprintIssues(sprint.id) });
  const dates =
    sprint.startDate === undefined || sprint.endDate === undefined
      ? ''
      : `${formatDay(sprint.startDate)} – ${formatDay(sprint.endDate)}`;
  return (
    <section className="sprint" aria-label={sprint.name}>
      <div className="sprint__head">
        <h2>{sprint.name}</h2>
        <span className="quiet">{dates}</span>
        <span className="quiet">
          {issues.data === undefined ? '' : `${String(issues.data.length)} issues`}
        </span>
        {sprint.state === 'active' && <Lozenge appearance="inprogress">Active</Lozenge>}
        <AppActions
          type="jira:sprintAction"
          extension={{ ...board, sprint: { id: String(sprint.id), state: sprint.state } }}
        />
      </div>
      {issues.data !== undefined && <Rows issues={issues.data} />}
    </section>
  );
}

function Rows({ issues }: { issues: readonly BoardIssue[] }) {
  if (issues.length === 0) return <p className="quiet sprint__empty">Nothing planned here.</p>;
  return (
    <ul className="children">
      {issues.map((issue) => (
        <li key={issue.id} className="children__row">
          <IssueTypeIcon name={issue.fields.issuetype.name} />
          <Link className="children__key" to={`/browse/${issue.key}`}>
            {issue.key}
          </Link>
          <Link className="children__summary" to={`/browse/${issue.key}`}>
            {issue.fields.summary}
          </Link>
          {issue.fields.parent?.fields !== undefined && (
            <span className="board-card__parent">{issue.fields.parent.fields.summary}</span>
          )}
          <StatusMenu issue={issue} />
          <PersonPicture user={issue.fields.assignee} showName={false} />
        </li>
      ))}
    </ul>
  );
}
