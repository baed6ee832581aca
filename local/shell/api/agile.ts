import { z } from 'zod';
import { request } from './http';

const board = z.object({ id: z.number(), name: z.string(), type: z.string() });
const sprint = z.object({
  id: z.number(),
  name: z.string(),
  state: z.string(),
  startDate: z.string().optional(),
  endDate: z.string().optional(),
  goal: z.string().optional(),
});
const boardIssue = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({
    summary: z.string().default(''),
    status: z.object({
      id: z.string(),
      name: z.string(),
      statusCategory: z.object({ key: z.string(), name: z.string().default('') }),
    }),
    issuetype: z.object({ id: z.string(), name: z.string() }),
    assignee: z
      .object({
        accountId: z.string(),
        displayName: z.string(),
        avatarUrls: z.record(z.string(), z.string()).default({}),
      })
      .nullish(),
    parent: z
      .object({ key: z.string(), fields: z.object({ summary: z.string().default('') }).optional() })
      .nullish(),
    resolution: z.object({ name: z.string() }).nullish(),
  }),
});

export type Board = z.infer<typeof board>;
export type Sprint = z.infer<typeof sprint>;
export type BoardIssue = z.infer<typeof boardIssue>;

const issues = z.object({ issues: z.array(boardIssue) });
const wanted = 'maxResults=100&fields=summary,status,issuetype,assignee,parent,resolution';

/** The boards of a project, the first being the one its navigation opens. */
export async function loadBoards(projectKey: string): Promise<readonly Board[]> {
  const path = `/rest/agile/1.0/board?projectKeyOrId=${encodeURIComponent(projectKey)}`;
  return (await request(z.object({ values: z.array(board) }), path)).values;
}

/** The sprints of a board, closed ones included. */
export async function loadSprints(boardId: string): Promise<readonly Sprint[]> {
  return (await request(z.object({ values: z.array(sprint) }), `/rest/agile/1.0/board/${boardId}/sprint`))
    .values;
}

export async function loadSprintIssues(sprintId: number): Promise<readonly BoardIssue[]> {
  return (await request(issues, `/rest/agile/1.0/sprint/${String(sprintId)}/issue?${wanted}`)).issues;
}

export async function loadBacklogIssues(boardId: string): Promise<readonly BoardIssue[]> {
  return (await request(issues, `/rest/agile/1.0/board/${boardId}/backlog?${wanted}`)).issues;
}
