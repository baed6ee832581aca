/** What of a sample company is in this Jira already: its issues by label, and its people by name. */
import { isJiraId, type AccountId, type IssueId, type ProjectId } from '../../../../../src/domain/ids';
import { loose } from '../../boot/place';
import { askJira, assignablePeople, editableIssues, jiraPage } from '../../rpc/jira';
import type { JiraPerson } from '../../rpc/jira-shapes';
import type { SampleCompany } from './company';

const prefix = 'sample-';

export type FoundIssue = { id: IssueId; projectId: ProjectId | null; title: string; editable: boolean };
export type FoundInJira = {
  /** By the slug of their label. */
  issues: ReadonlyMap<string, FoundIssue>;
  /** What only keeps things running. */
  runWork: readonly FoundIssue[];
  /** By name, among those who can be assigned issues of the projects found. */
  people: ReadonlyMap<string, AccountId>;
};

/** Looks as the viewer: one search, one question about permissions, one call a project. Throws JiraError. */
export async function findInJira({ label, runWorkLabel }: SampleCompany): Promise<FoundInJira> {
  const found = parseLabelled(
    await askJira('/rest/api/3/search/jql', {
      jql: `labels in ("${label}", "${runWorkLabel}")`,
      fields: ['summary', 'labels', 'project'],
      maxResults: jiraPage,
    }),
  );
  const editable = await editableIssues(found.map(({ id }) => id));
  const slugged = found.flatMap(({ slugs, ...issue }) =>
    slugs.map((slug) => [slug, { ...issue, editable: editable.has(issue.id) }] as const),
  );
  const isRunWork = (slug: string) => `${prefix}${slug}` === runWorkLabel;
  const issues = new Map(slugged.filter(([slug]) => !isRunWork(slug)));
  const runWork = slugged.filter(([slug]) => isRunWork(slug)).map(([, issue]) => issue);
  const projects = [...new Set(found.map(({ projectId }) => projectId).filter((id) => id !== null))];
  const people = (await Promise.all(projects.map((id) => assignablePeople(id, '', jiraPage)))).flat();
  return { issues, runWork, people: byName(people) };
}

/** Two people of one name cannot be told apart, and neither of them is taken. */
function byName(people: readonly JiraPerson[]): Map<string, AccountId> {
  const ids = new Map<string, Set<AccountId>>();
  for (const { name, accountId } of people) ids.set(name, (ids.get(name) ?? new Set()).add(accountId));
  return new Map(
    [...ids].flatMap(([name, those]) => {
      const [only] = those;
      return only !== undefined && those.size === 1 ? [[name, only] as const] : [];
    }),
  );
}

/** Issues with the slugs of their `sample-…` labels. */
export function parseLabelled(
  reply: unknown,
): { id: IssueId; projectId: ProjectId | null; title: string; slugs: string[] }[] {
  const { issues } = loose(reply);
  return (Array.isArray(issues) ? issues : []).flatMap((value: unknown) => {
    const { id, fields } = loose(value);
    const { labels, project, summary } = loose(fields);
    if (!isJiraId<'issue'>(id)) return [];
    const slugs = (Array.isArray(labels) ? labels : []).flatMap((label: unknown) =>
      typeof label === 'string' && label.startsWith(prefix) ? [label.slice(prefix.length)] : [],
    );
    const projectId = loose(project).id;
    return [
      {
        id,
        projectId: isJiraId<'project'>(projectId) ? projectId : null,
        title: typeof summary === 'string' ? summary : '',
        slugs,
      },
    ];
  });
}
