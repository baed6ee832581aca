/**
 * Boards, sprints and backlogs (`/rest/agile/1.0`). Atlassian publishes no OpenAPI document of these here, so nothing
 * holds the replies but this file: small on purpose.
 */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { issueType, statusOf, STATUSES } from '../site/catalogue';
import type { Board, Issue, Sprint } from '../site/model';
import { holds, holdsOnIssue, maySee, visibleIssue } from '../site/permissions';
import { list, text, whole } from '../site/query';
import { jiraError, Refused, serve, type Answer, type Asked, type Serving } from '../site/serve';
import type { Site } from '../site/site';
import type { Json } from '../contracts';
import { editIssue } from './changes';
import { issueJson, sprintJson } from './issue-json';
import { search } from './jql/search';
import { projectRef } from './represent';

type Operation = (site: Site, asked: Asked) => Answer | Promise<Answer>;

function seesBoard(site: Site, { caller }: Asked, board: Board): boolean {
  const project = site.store.project(board.projectId);
  return project !== undefined && holds(caller, 'BROWSE_PROJECTS', project);
}

function boardAsked(site: Site, asked: Asked): Board {
  const board = site.store.state.boards.find((one) => String(one.id) === asked.params['boardId']);
  if (!board || !seesBoard(site, asked, board)) {
    throw new Refused(
      404,
      'The requested board cannot be viewed because it either does not exist or you do not have permission to view it.',
    );
  }
  return board;
}

function sprintAsked(site: Site, asked: Asked): Sprint {
  const sprint = site.store.state.sprints.find((one) => String(one.id) === asked.params['sprintId']);
  const board = site.store.state.boards.find((one) => one.id === sprint?.boardId);
  if (!sprint || !board || !seesBoard(site, asked, board)) throw new Refused(404, 'Sprint does not exist.');
  return sprint;
}

function boardJson(site: Site, board: Board): Json {
  const project = site.store.project(board.projectId);
  return {
    id: board.id,
    self: `${site.siteUrl}/rest/agile/1.0/board/${String(board.id)}`,
    name: board.name,
    type: 'scrum',
    ...(project
      ? {
          location: {
            ...projectRef(site, project),
            projectId: Number(project.id),
            projectKey: project.key,
            projectName: project.name,
          },
        }
      : {}),
  };
}

function paged(asked: Asked, all: readonly Json[]): Answer {
  const startAt = whole(asked.query, 'startAt', 0);
  const maxResults = whole(asked.query, 'maxResults', 50);
  return {
    status: 200,
    body: {
      maxResults,
      startAt,
      total: all.length,
      isLast: startAt + maxResults >= all.length,
      values: all.slice(startAt, startAt + maxResults),
    },
  };
}

/** Epics are on no board, sub-tasks ride with their parents. */
async function issuesPage(site: Site, asked: Asked, wanted: (issue: Issue) => boolean): Promise<Answer> {
  const { caller, query } = asked;
  const jql = text(query, 'jql');
  const pool = jql === undefined ? site.store.state.issues : await search({ site, caller }, jql);
  const found = pool.filter(
    (one) => issueType(one.typeId).level <= 0 && wanted(one) && maySee(site, caller, one),
  );
  const startAt = whole(query, 'startAt', 0);
  const maxResults = whole(query, 'maxResults', 50);
  const view = { fields: list(query, 'fields') ?? ['*navigable'], properties: [], expand: [] };
  return {
    status: 200,
    body: {
      expand: 'schema,names',
      startAt,
      maxResults,
      total: found.length,
      issues: found.slice(startAt, startAt + maxResults).map((one) => issueJson(site, caller, one, view)),
    },
  };
}

function isOpenSprint(site: Site, issue: Issue): boolean {
  return site.store.state.sprints.some((one) => one.state !== 'closed' && issue.sprintIds.includes(one.id));
}

const moveBody = z.object({ issues: z.array(z.string()).min(1).max(50) });

/** Moves issues into a sprint, or with null out of every open one. Sprints already closed stay in an issue's record. */
function moveIssues(site: Site, { caller, body }: Asked, sprint: Sprint | null): Answer {
  const parsed = moveBody.safeParse(body);
  if (!parsed.success) throw new Refused(400, 'Between 1 and 50 issues can be moved at a time.');
  const issues = parsed.data.issues.map((ref) => {
    const issue = visibleIssue(site, caller, ref);
    if (!issue)
      throw new Refused(404, `Issue '${ref}' does not exist or you do not have permission to see it.`);
    if (!holdsOnIssue(site, caller, 'SCHEDULE_ISSUES', issue))
      throw new Refused(403, 'You do not have permission to schedule issues.');
    return issue;
  });
  if (sprint?.state === 'closed')
    throw new Refused(400, 'Issues can be moved to future or active sprints only.');
  const closed = new Set(
    site.store.state.sprints.filter((one) => one.state === 'closed').map((one) => one.id),
  );
  for (const issue of issues) {
    const kept = issue.sprintIds.filter((id) => closed.has(id));
    editIssue(site, caller, issue, { sprintIds: sprint ? [...kept, sprint.id] : kept });
  }
  return { status: 204 };
}

function boardList(site: Site, asked: Asked): Answer {
  const ref = text(asked.query, 'projectKeyOrId');
  const project = ref === undefined ? undefined : site.store.project(ref);
  if (ref !== undefined && !project)
    throw new Refused(400, `No project could be found with key or id '${ref}'.`);
  const boards = site.store.state.boards.filter(
    (one) => seesBoard(site, asked, one) && (!project || one.projectId === project.id),
  );
  return paged(
    asked,
    boards.map((one) => boardJson(site, one)),
  );
}

function sprintList(site: Site, asked: Asked): Answer {
  const board = boardAsked(site, asked);
  const states = list(asked.query, 'state');
  const sprints = site.store.state.sprints.filter(
    (one) => one.boardId === board.id && (states?.includes(one.state) ?? true),
  );
  return paged(
    asked,
    sprints.map((one) => ({ ...sprintJson(one), originBoardId: board.id })),
  );
}

function configuration(site: Site, asked: Asked): Answer {
  const board = boardAsked(site, asked);
  const columns = STATUSES.map((status) => ({ name: status.name, statuses: [{ id: status.id }] }));
  return { status: 200, body: { id: board.id, name: board.name, type: 'scrum', columnConfig: { columns } } };
}

const OPERATIONS: readonly (readonly ['GET' | 'POST', string, Operation])[] = [
  ['GET', '/board', boardList],
  [
    'GET',
    '/board/{boardId}',
    (site, asked) => ({ status: 200, body: boardJson(site, boardAsked(site, asked)) }),
  ],
  ['GET', '/board/{boardId}/configuration', configuration],
  ['GET', '/board/{boardId}/sprint', sprintList],
  [
    'GET',
    '/board/{boardId}/issue',
    (site, asked) => {
      const board = boardAsked(site, asked);
      return issuesPage(site, asked, (one) => one.projectId === board.projectId);
    },
  ],
  [
    'GET',
    '/board/{boardId}/backlog',
    (site, asked) => {
      const board = boardAsked(site, asked);
      const inBacklog = (one: Issue) =>
        one.projectId === board.projectId &&
        !isOpenSprint(site, one) &&
        statusOf(one.statusId).category !== 'done';
      return issuesPage(site, asked, inBacklog);
    },
  ],
  ['POST', '/backlog/issue', (site, asked) => moveIssues(site, asked, null)],
  [
    'GET',
    '/sprint/{sprintId}',
    (site, asked) => ({ status: 200, body: sprintJson(sprintAsked(site, asked)) }),
  ],
  [
    'GET',
    '/sprint/{sprintId}/issue',
    (site, asked) => {
      const sprint = sprintAsked(site, asked);
      return issuesPage(site, asked, (one) => one.sprintIds.includes(sprint.id));
    },
  ],
  ['POST', '/sprint/{sprintId}/issue', (site, asked) => moveIssues(site, asked, sprintAsked(site, asked))],
];

export function registerAgile(app: FastifyInstance, serving: Serving): void {
  for (const [method, url, operation] of OPERATIONS) {
    serve(app, serving, jiraError, null, method, `/rest/agile/1.0${url}`, (asked) =>
      operation(serving.site, asked),
    );
  }
}
