import { z } from 'zod';
import { people } from './people';
import type { SiteClient } from './site-client';

export type Issue = { id: string; key: string; summary: string };

const created = z.object({ id: z.string(), key: z.string() });
const found = z.object({
  issues: z.array(z.object({ key: z.string(), fields: z.object({ summary: z.string() }) })),
});
const listed = z.object({ values: z.array(z.object({ id: z.number(), name: z.string() })) });
/** Jira moves at most this many at once. */
const mostMoved = 50;
const transitions = z.object({
  transitions: z.array(z.object({ id: z.string(), to: z.object({ name: z.string() }) })),
});

/** Issues of one project, GROW unless said otherwise, made and moved through Jira's REST as Tom, who works there. */
export class JiraIssues {
  constructor(
    private readonly site: SiteClient,
    private readonly project = 'GROW',
  ) {}

  async create(type: 'Epic' | 'Story' | 'Task', summary: string, parent?: Issue): Promise<Issue> {
    const fields = {
      project: { key: this.project },
      issuetype: { name: type },
      summary,
      ...(parent === undefined ? {} : { parent: { key: parent.key } }),
    };
    const issue = await this.site.ask(people.tom, 'POST', '/rest/api/3/issue', { fields }, created);
    return { ...issue, summary };
  }

  async label(issue: Issue, label: string): Promise<void> {
    const update = { labels: [{ add: label }] };
    await this.site.ask(people.tom, 'PUT', `/rest/api/3/issue/${issue.key}`, { update }, z.null());
  }

  /** The keys of the issues with this summary. */
  async named(summary: string): Promise<string[]> {
    const body = { jql: `summary ~ "\\"${summary}\\""`, fields: ['summary'] };
    const { issues } = await this.site.ask(people.tom, 'POST', '/rest/api/3/search/jql', body, found);
    return issues.filter(({ fields }) => fields.summary === summary).map(({ key }) => key);
  }

  /** Moves an issue to a status; with a resolution where it is closed without being delivered. */
  async move(issue: Issue, status: string, resolution?: "Won't Do" | 'Duplicate'): Promise<void> {
    const path = `/rest/api/3/issue/${issue.key}/transitions`;
    const { transitions: all } = await this.site.ask(people.tom, 'GET', path, undefined, transitions);
    const way = all.find(({ to }) => to.name === status);
    if (way === undefined) throw new Error(`${issue.key} cannot go to ${status}.`);
    const fields = resolution === undefined ? {} : { fields: { resolution: { name: resolution } } };
    await this.site.ask(people.tom, 'POST', path, { transition: { id: way.id }, ...fields }, z.null());
  }

  /** Puts issues into a sprint of the project's board: the running one or the next. */
  async plan(sprint: 'active' | 'future', issues: readonly Issue[]): Promise<string> {
    const path = `/rest/agile/1.0/board?projectKeyOrId=${this.project}`;
    const { values: boards } = await this.site.ask(people.tom, 'GET', path, undefined, listed);
    const all = await this.site.ask(
      people.tom,
      'GET',
      `/rest/agile/1.0/board/${boards[0]?.id ?? 0}/sprint?state=${sprint}`,
      undefined,
      listed,
    );
    const [found] = all.values;
    if (found === undefined) throw new Error(`${this.project} has no ${sprint} sprint.`);
    for (let at = 0; at < issues.length; at += mostMoved) {
      const body = { issues: issues.slice(at, at + mostMoved).map(({ id }) => id) };
      await this.site.ask(people.tom, 'POST', `/rest/agile/1.0/sprint/${found.id}/issue`, body, z.null());
    }
    return found.name;
  }
}
