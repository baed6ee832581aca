import { route } from '@forge/api';
import { z } from 'zod/mini';
import { instant, type Instant } from '../domain/dates';
import { isJiraId, type IssueId, type ProjectId } from '../domain/ids';
import type { WorkItem } from '../domain/initiative';
import { ask, read, send, type Asker, type JiraAnswer } from './jira-request';
import { numeric } from './permissions';
import { toCategory } from './status-moves';
import { waymarkProperty, type WaymarkProperty } from './waymark-property';

/** An issue as far as Waymark looks at it: never its title, description or people (design §5 "Jira data"). */
export type JiraIssue = WorkItem & {
  projectId: ProjectId;
  parentId: IssueId | null;
  /** Since when it is in its status category, as Jira keeps it. */
  categorySince: Instant | null;
  /** The `waymark` property it carries; null: none, or not asked for. */
  property: WaymarkProperty | null;
};

/** Ids of the site's custom fields that hold story points; [] when points are not counted. */
export type PointsFields = readonly string[];

const pageSize = 100;
const bulkFetch = route`/rest/api/3/issue/bulkfetch`;
const search = route`/rest/api/3/search/jql`;
const count = route`/rest/api/3/search/approximate-count`;

const issueId = z.custom<IssueId>(isJiraId);
const category = z.pipe(z.string(), z.transform(toCategory));

const issueSchema = z.object({
  id: issueId,
  fields: z.looseObject({
    project: z.object({ id: z.custom<ProjectId>(isJiraId) }),
    parent: z.nullish(z.object({ id: issueId })),
    status: z.object({ statusCategory: z.object({ key: category }) }),
    resolution: z.nullish(z.object({ name: z.string() })),
    timeoriginalestimate: z.nullish(z.number()),
    statuscategorychangedate: z.nullish(z.string()),
  }),
  properties: z.optional(z.object({ waymark: z.catch(z.optional(waymarkProperty), undefined) })),
});
const issuesSchema = z.object({ issues: z._default(z.array(issueSchema), []) });
const foundSchema = z.extend(issuesSchema, {
  nextPageToken: z.nullish(z.string()),
  isLast: z.optional(z.boolean()),
});

const fieldsRead = [
  'project',
  'parent',
  'status',
  'resolution',
  'timeoriginalestimate',
  'statuscategorychangedate',
];

/**
 * The issues of these ids that the asker may see, each once, in no order. An issue missing from the answer was
 * deleted or is hidden from the asker: Jira does not say which. One request per 100 ids. Moved issues are found.
 */
export async function readIssues(
  as: Asker,
  ids: readonly IssueId[],
  points: PointsFields = [],
): Promise<JiraAnswer<JiraIssue[]>> {
  const found: JiraIssue[] = [];
  for (const chunk of chunksOf(ids, pageSize)) {
    const answer = await ask(as, bulkFetch, issuesSchema, {
      method: 'POST',
      body: { issueIdsOrKeys: chunk, fields: [...fieldsRead, ...points], properties: ['waymark'] },
    });
    if (!answer.ok) return answer;
    found.push(...answer.value.issues.map((issue) => toIssue(issue, points)));
  }
  return { ok: true, value: found };
}

/**
 * The children of these issues, as the app sees them. `fresh` names up to 50 children known to have just changed:
 * Jira reads those past its search index, which lags behind edits. Parents must exist: Jira refuses a search that
 * names one it cannot find, and this throws then.
 */
export async function readChildren(
  parentIds: readonly IssueId[],
  points: PointsFields = [],
  fresh: readonly IssueId[] = [],
): Promise<JiraAnswer<JiraIssue[]>> {
  const children = new Map<IssueId, JiraIssue>();
  for (const parents of chunksOf(parentIds, pageSize)) {
    let nextPageToken: string | undefined;
    do {
      const answer = await ask('app', search, foundSchema, {
        method: 'POST',
        body: {
          jql: `parent in (${parents.join(', ')}) ORDER BY id`,
          fields: [...fieldsRead, ...points],
          maxResults: pageSize,
          ...(nextPageToken !== undefined && { nextPageToken }),
          ...(fresh.length > 0 && { reconcileIssues: numeric(fresh.slice(0, 50)) }),
        },
      });
      if (!answer.ok) return answer;
      for (const issue of answer.value.issues) children.set(issue.id, toIssue(issue, points));
      nextPageToken = answer.value.isLast === true ? undefined : (answer.value.nextPageToken ?? undefined);
    } while (nextPageToken !== undefined);
  }
  return { ok: true, value: [...children.values()] };
}

const changedSchema = z.object({
  issues: z._default(
    z.array(z.object({ id: issueId, fields: z.object({ parent: z.nullish(z.object({ id: issueId })) }) })),
    [],
  ),
  nextPageToken: z.nullish(z.string()),
  isLast: z.optional(z.boolean()),
});

/** A child that changed, and whose it is now. */
export type ChangedChild = { issueId: IssueId; parentId: IssueId };

/**
 * Children of these parents (at most 100) that changed in the last `minutes`, as the app sees them.
 * `unknown-parent`: Jira refused the search, which it does when it cannot find one of the parents.
 */
export async function readChangedChildren(
  parentIds: readonly IssueId[],
  minutes: number,
): Promise<JiraAnswer<ChangedChild[] | 'unknown-parent'>> {
  const changed: ChangedChild[] = [];
  let nextPageToken: string | undefined;
  do {
    const reply = await send('app', search, {
      method: 'POST',
      body: {
        jql: `parent in (${parentIds.join(', ')}) AND updated >= -${Math.ceil(minutes)}m ORDER BY id`,
        fields: ['parent'],
        maxResults: pageSize,
        ...(nextPageToken !== undefined && { nextPageToken }),
      },
    });
    if (!reply.ok) return reply;
    if (reply.value.status === 400) return { ok: true, value: 'unknown-parent' };
    const page = read(changedSchema, reply.value, search);
    for (const { id, fields } of page.issues) {
      if (fields.parent) changed.push({ issueId: id, parentId: fields.parent.id });
    }
    nextPageToken = page.isLast === true ? undefined : (page.nextPageToken ?? undefined);
  } while (nextPageToken !== undefined);
  return { ok: true, value: changed };
}

/**
 * How many children these parents have together, as the app sees them: one request, however many they are. As late as
 * Jira's search index. Parents must exist, as for `readChildren`.
 */
export async function countChildren(parentIds: readonly IssueId[]): Promise<JiraAnswer<number>> {
  const answer = await ask('app', count, z.object({ count: z.number() }), {
    method: 'POST',
    body: { jql: `parent in (${parentIds.join(', ')})` },
  });
  return answer.ok ? { ok: true, value: answer.value.count } : answer;
}

const fieldsSchema = z.array(
  z.object({ id: z.string(), name: z.string(), schema: z.optional(z.object({ type: z.string() })) }),
);
/** What company-managed and team-managed projects call it. */
const pointsNames = new Set(['story points', 'story point estimate']);

/** The site's fields that hold story points. */
export async function readPointsFields(): Promise<JiraAnswer<PointsFields>> {
  const answer = await ask('app', route`/rest/api/3/field`, fieldsSchema);
  if (!answer.ok) return answer;
  const fields = answer.value.filter(
    ({ name, schema }) => schema?.type === 'number' && pointsNames.has(name.toLowerCase()),
  );
  return { ok: true, value: fields.map(({ id }) => id) };
}

function toIssue(issue: z.output<typeof issueSchema>, points: PointsFields): JiraIssue {
  const { project, parent, status, resolution, timeoriginalestimate, statuscategorychangedate } =
    issue.fields;
  const since = Date.parse(statuscategorychangedate ?? '');
  const pointsSet = points.map((field) => issue.fields[field]).find((value) => typeof value === 'number');
  return {
    issueId: issue.id,
    projectId: project.id,
    parentId: parent?.id ?? null,
    category: status.statusCategory.key,
    resolution: resolution?.name ?? null,
    points: pointsSet ?? null,
    estimateSeconds: timeoriginalestimate ?? null,
    categorySince: Number.isFinite(since) ? instant(since) : null,
    property: issue.properties?.waymark ?? null,
  };
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
