import { isJiraId, type AccountId, type IssueId, type ProjectId } from '../../../../src/domain/ids';
import { loose } from '../boot/place';
import { textDocument } from './text-document';
import { askJira, JiraError, searchIssues } from './jira';
import { parseProjects, type JiraProject } from './jira-projects';

/** A type of issue that can be made in a project. `level` is Jira's hierarchy: 0 story, 1 epic; null unsaid. */
export type IssueType = { id: string; name: string; level: number | null };

export type IssueToMake = {
  projectId: ProjectId;
  typeId: string;
  label: string;
  summary: string;
  description: string;
  assignee: AccountId | null;
};

/** An assignee whom Jira refused, and why, in Jira's words. */
export type RefusedAssignee = { person: AccountId; why: string };
/** An issue that was made. `refused`: it has nobody assigned, since Jira did not take the person asked for. */
export type MadeIssue = { id: IssueId; refused: RefusedAssignee | null };

/** Projects in which the viewer may create issues, the first 50 whose name or key matches. */
export async function projectsToCreateIn(text: string): Promise<JiraProject[]> {
  const query = new URLSearchParams({ action: 'create', maxResults: '50', orderBy: 'name' });
  if (text !== '') query.set('query', text);
  return parseProjects(await askJira(`/rest/api/3/project/search?${query.toString()}`));
}

/** A project's types of issues that stand on their own, without sub-tasks. */
export async function issueTypesOf(projectId: ProjectId): Promise<IssueType[]> {
  const { issueTypes } = loose(await askJira(`/rest/api/3/project/${projectId}`));
  return (Array.isArray(issueTypes) ? issueTypes : []).flatMap((value: unknown) => {
    const { id, name, subtask, hierarchyLevel } = loose(value);
    if (typeof id !== 'string' || typeof name !== 'string' || subtask === true) return [];
    return [{ id, name, level: typeof hierarchyLevel === 'number' ? hierarchyLevel : null }];
  });
}

/** The oldest issue with a label, as the viewer; null when there is none. Throws JiraError. */
export async function findLabelled(label: string): Promise<IssueId | null> {
  const [issue] = await searchIssues(`labels = "${label}" ORDER BY created ASC`, 1);
  return issue?.id ?? null;
}

/**
 * Makes an issue as the viewer. Throws JiraError with Jira's reason when it refused. `unheard`: Jira did not say, and the
 * issue may be there; Jira has no way to ask for the same creation twice. Who may be assigned is each project's own rule:
 * when Jira refuses the assignee the issue is made without one, since the work is there whoever does it.
 */
export async function createIssue(issue: IssueToMake): Promise<MadeIssue | 'unheard'> {
  try {
    return await createAsAsked(issue, null);
  } catch (error) {
    const why = error instanceof JiraError && error.status === 400 ? error.fields.get('assignee') : undefined;
    if (issue.assignee === null || why === undefined) throw error;
    return createAsAsked({ ...issue, assignee: null }, { person: issue.assignee, why });
  }
}

async function createAsAsked(
  issue: IssueToMake,
  refused: RefusedAssignee | null,
): Promise<MadeIssue | 'unheard'> {
  const reply = await requestCreation(issue).catch((error: unknown) => {
    if (error instanceof JiraError && error.status < 500 && error.status !== 408) throw error;
    console.error(error);
    return null;
  });
  const { id } = loose(reply);
  return isJiraId<'issue'>(id) ? { id, refused } : 'unheard';
}

async function requestCreation(issue: IssueToMake): Promise<unknown> {
  return askJira('/rest/api/3/issue', {
    fields: {
      project: { id: issue.projectId },
      issuetype: { id: issue.typeId },
      summary: issue.summary,
      labels: [issue.label],
      ...(issue.description === '' ? {} : { description: textDocument(issue.description) }),
      ...(issue.assignee === null ? {} : { assignee: { accountId: issue.assignee } }),
    },
  });
}
