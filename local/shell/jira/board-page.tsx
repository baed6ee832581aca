import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import EmptyState from '@atlaskit/empty-state';
import { loadBoards, loadSprintIssues, loadSprints } from '../api/agile';
import { Failed } from '../components/failed';
import { Loading } from '../components/loading';
import { useTitle } from '../components/use-title';
import { loadProjects } from '../api/jira';
import { formatDay } from '../site/clock';
import { AppActions } from './app-actions';
import { boardContext } from './board-context';
import { BoardColumns } from './board-columns';

/** A project's board: the running sprint in columns. */
export function BoardPage() {
  const { projectKey = '', boardId } = useParams();
  useTitle(`${projectKey} board`);
  const boards = useQuery({ queryKey: ['boards', projectKey], queryFn: () => loadBoards(projectKey) });
  const board = boards.data?.find(({ id }) => String(id) === boardId) ?? boards.data?.[0];
  const sprints = useQuery({
    queryKey: ['sprints', board?.id],
    queryFn: () => loadSprints(String(board?.id)),
    enabled: board !== undefined,
  });
  const sprint = sprints.data?.find(({ state }) => state === 'active');
  const issues = useQuery({
    queryKey: ['sprint', sprint?.id],
    queryFn: () => loadSprintIssues(sprint?.id ?? 0),
    enabled: sprint !== undefined,
  });
  const projects = useQuery({ queryKey: ['projects'], queryFn: loadProjects });
  const error = boards.error ?? projects.error ?? sprints.error ?? issues.error;
  if (error !== null) return <Failed error={error} what="board" />;
  if (boards.data !== undefined && board === undefined)
    return <EmptyState header="This project has no board" headingLevel={1} />;
  if (sprints.data !== undefined && sprint === undefined) {
    return (
      <EmptyState
        header="No sprint is running"
        description="Plan the next one in the backlog."
        headingLevel={1}
      />
    );
  }
  if (sprint === undefined || issues.data === undefined) return <Loading what="board" />;
  return (
    <div className="page page--wide">
      <div className="page__head">
        <div>
          <h1>{sprint.name}</h1>
          <p className="quiet">
            {board?.name}
            {sprint.endDate !== undefined && ` · ends ${formatDay(sprint.endDate)}`}
            {sprint.goal !== undefined && sprint.goal !== '' && ` · ${sprint.goal}`}
          </p>
        </div>
        <AppActions
          type="jira:boardAction"
          extension={boardContext(projects.data, projectKey, boards.data, boardId)}
        />
      </div>
      <BoardColumns issues={issues.data} />
    </div>
  );
}
