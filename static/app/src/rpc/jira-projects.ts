import { isJiraId, type ProjectId } from '../../../../src/domain/ids';
import { loose } from '../boot/place';
import { askJira } from './jira';

/** A project as the viewer sees it. */
export type JiraProject = { id: ProjectId; key: string; name: string };

/** Projects whose name or key matches, as the viewer, the first 50. */
export async function searchProjects(text: string): Promise<JiraProject[]> {
  const query = new URLSearchParams({
    maxResults: '50',
    orderBy: 'name',
    ...(text === '' ? {} : { query: text }),
  });
  return parseProjects(await askJira(`/rest/api/3/project/search?${query.toString()}`));
}

/** Projects by id; those the viewer may not see are missing. At most 50. */
export async function readProjects(ids: ProjectId[]): Promise<JiraProject[]> {
  if (ids.length === 0) return [];
  const query = new URLSearchParams(ids.slice(0, 50).map((id) => ['id', id]));
  return parseProjects(await askJira(`/rest/api/3/project/search?${query.toString()}`));
}

/** The projects of a page of a search. */
export function parseProjects(reply: unknown): JiraProject[] {
  const { values } = loose(reply);
  return (Array.isArray(values) ? values : []).flatMap((value: unknown) => {
    const { id, key, name } = loose(value);
    return isJiraId<'project'>(id) && typeof key === 'string' && typeof name === 'string'
      ? [{ id, key, name }]
      : [];
  });
}
