import { route } from '@forge/api';
import { z } from 'zod/mini';
import { isJiraId, type IssueId } from '../domain/ids';
import { ask, read, send, type Asker, type JiraAnswer } from './jira-request';

/**
 * A call of one of Waymark's JQL functions that Jira keeps, shared by everybody who searches with it (Forge docs, "JQL
 * functions"). Either `value`, the JQL that stands in for it, or `error`, the sentence a searcher reads.
 */
export type Precomputation = {
  id: string;
  functionName: string;
  arguments: string[];
  field: string;
  operator: string;
  value: string | null;
  error: string | null;
};
/** What Jira is to keep instead. */
export type PrecomputationUpdate = { id: string } & ({ value: string } | { error: string });

export const precomputationsPage = 100;
/** Jira gives this many issues a page when only their ids are asked for. */
const idsPage = 5000;

const precomputation = z.object({
  id: z.string(),
  functionName: z.string(),
  arguments: z._default(z.array(z.string()), []),
  field: z._default(z.string(), ''),
  operator: z._default(z.string(), ''),
  value: z._default(z.nullable(z.string()), null),
  error: z._default(z.nullable(z.string()), null),
});
const precomputations = z.object({
  values: z._default(z.array(precomputation), []),
  isLast: z.optional(z.boolean()),
});
const foundIds = z.object({
  issues: z._default(z.array(z.object({ id: z.custom<IssueId>(isJiraId) })), []),
  nextPageToken: z.nullish(z.string()),
  isLast: z.optional(z.boolean()),
});
const foundParents = z.extend(foundIds, {
  issues: z._default(
    z.array(
      z.object({ fields: z.object({ parent: z.nullish(z.object({ id: z.custom<IssueId>(isJiraId) })) }) }),
    ),
    [],
  ),
});

/** The calls of Waymark's functions that Jira keeps, oldest first, from `startAt` on; one request for up to 100. */
export async function readPrecomputations(
  startAt: number,
): Promise<JiraAnswer<{ values: Precomputation[]; isLast: boolean }>> {
  const page = route`/rest/api/3/jql/function/computation?startAt=${startAt}&maxResults=${precomputationsPage}&orderBy=created`;
  const answer = await ask('app', page, precomputations);
  if (!answer.ok) return answer;
  const { values, isLast } = answer.value;
  return { ok: true, value: { values, isLast: isLast ?? values.length < precomputationsPage } };
}

/**
 * Replaces what Jira keeps; calls it has dropped meanwhile are passed over. `refused`: Jira took none of them, as it does
 * when it does not understand one.
 */
export async function updatePrecomputations(
  values: readonly PrecomputationUpdate[],
): Promise<JiraAnswer<'written' | 'refused'>> {
  const reply = await send(
    'app',
    route`/rest/api/3/jql/function/computation?skipNotFoundPrecomputations=true`,
    {
      method: 'POST',
      body: { values },
    },
  );
  if (!reply.ok) return reply;
  return { ok: true, value: reply.value.status < 300 ? 'written' : 'refused' };
}

/**
 * Ids of the issues this JQL finds, as the app sees them, in no order. `refused`: Jira does not run it, as when it names
 * an issue that is not there. `too-many`: more than `most`.
 */
export async function findIssueIds(
  jql: string,
  most: number,
): Promise<JiraAnswer<IssueId[] | 'refused' | 'too-many'>> {
  const ids: IssueId[] = [];
  const search = route`/rest/api/3/search/jql`;
  let nextPageToken: string | undefined;
  do {
    const reply = await send('app', search, {
      method: 'POST',
      body: {
        jql,
        fields: ['id'],
        maxResults: idsPage,
        ...(nextPageToken !== undefined && { nextPageToken }),
      },
    });
    if (!reply.ok) return reply;
    if (reply.value.status === 400) return { ok: true, value: 'refused' };
    const page = read(foundIds, reply.value, search);
    ids.push(...page.issues.map(({ id }) => id));
    if (ids.length > most) return { ok: true, value: 'too-many' };
    nextPageToken = page.isLast === true ? undefined : (page.nextPageToken ?? undefined);
  } while (nextPageToken !== undefined);
  return { ok: true, value: ids };
}

/** Jira's sentences about a search it does not run. */
const refusedSearch = z.object({ errorMessages: z._default(z.array(z.string()), []) });

/**
 * How many issues this JQL finds, as the asker sees Jira: as late as Jira's search index. `refused`: Jira does not run it, and
 * says why in sentences for the person who wrote it ('' when it does not).
 */
export async function countIssues(
  as: Asker,
  jql: string,
): Promise<JiraAnswer<{ count: number } | { refused: string }>> {
  const path = route`/rest/api/3/search/approximate-count`;
  const reply = await send(as, path, { method: 'POST', body: { jql } });
  if (!reply.ok) return reply;
  if (reply.value.status === 400) {
    const said = refusedSearch.safeParse(reply.value.body);
    return { ok: true, value: { refused: said.success ? said.data.errorMessages.join(' ') : '' } };
  }
  return { ok: true, value: read(z.object({ count: z.number() }), reply.value, path) };
}

/** Which issues are a parent of what this JQL finds, as the app sees it; `most` and `refused` as in `findIssueIds`. */
export async function findParentIds(
  jql: string,
  most: number,
): Promise<JiraAnswer<IssueId[] | 'refused' | 'too-many'>> {
  const parents = new Set<IssueId>();
  const search = route`/rest/api/3/search/jql`;
  let seen = 0;
  let nextPageToken: string | undefined;
  do {
    const reply = await send('app', search, {
      method: 'POST',
      body: {
        jql,
        fields: ['parent'],
        maxResults: 100,
        ...(nextPageToken !== undefined && { nextPageToken }),
      },
    });
    if (!reply.ok) return reply;
    if (reply.value.status === 400) return { ok: true, value: 'refused' };
    const page = read(foundParents, reply.value, search);
    for (const { fields } of page.issues) if (fields.parent) parents.add(fields.parent.id);
    seen += page.issues.length;
    if (seen > most) return { ok: true, value: 'too-many' };
    nextPageToken = page.isLast === true ? undefined : (page.nextPageToken ?? undefined);
  } while (nextPageToken !== undefined);
  return { ok: true, value: [...parents] };
}
