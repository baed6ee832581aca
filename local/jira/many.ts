/** Issues by the hundred: search, bulk fetch, changelogs, the issue picker. */
import { z } from 'zod';
import { FIELDS } from '../site/catalogue';
import type { Issue } from '../site/model';
import { visibleIssue } from '../site/permissions';
import { flag, list, text, whole } from '../site/query';
import { NotModelled, Refused, type Answer, type Asked } from '../site/serve';
import type { Site } from '../site/site';
import { fieldIds, historyJson, issueJson } from './issue-json';
import { search } from './jql/search';
import { transitionsOf } from './issues';

const WEEK_MS = 7 * 24 * 60 * 60 * 1_000;

const searchBody = z.object({
  jql: z.string().default(''),
  fields: z.array(z.string()).default(['id']),
  properties: z.array(z.string()).default([]),
  expand: z.string().default(''),
  maxResults: z.number().default(50),
  nextPageToken: z.string().optional(),
  reconcileIssues: z.array(z.number()).default([]),
  fieldsByKeys: z.boolean().optional(),
});

const token = z.object({ jql: z.string(), after: z.number(), until: z.number() });

function readToken(site: Site, value: string, jql: string): number {
  try {
    const parsed = token.parse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')));
    if (parsed.jql === jql && parsed.until > site.now()) return parsed.after;
  } catch {
    // Falls through: Jira says the same of every token it cannot use.
  }
  throw new Refused(400, 'The provided next page token is invalid or expired.');
}

async function runSearch(site: Site, asked: Asked, given: z.infer<typeof searchBody>): Promise<Answer> {
  const { caller } = asked;
  const { jql, fields, properties } = given;
  const expand = given.expand.split(',').filter(Boolean);
  if (properties.length > 5) throw new Refused(400, 'The maximum number of properties is 5.');
  // Jira's index lags and this list overrules it; here the index is never late, so it changes nothing.
  if (given.reconcileIssues.length > 50)
    throw new Refused(400, 'The maximum number of issues to reconcile is 50.');
  const found = await search({ site, caller }, jql);

  const onlyRefs = fields.every((name) => name === 'id' || name === 'key') && properties.length === 0;
  // At most 100 issues come with fields, up to 5,000 with ids and keys only, whatever was asked.
  const size = Math.min(Math.max(given.maxResults, 0), onlyRefs ? 5_000 : 100);
  const start = given.nextPageToken === undefined ? 0 : readToken(site, given.nextPageToken, jql);
  const page = found.slice(start, start + size);
  const isLast = start + size >= found.length;
  const next = { jql, after: start + size, until: site.now() + WEEK_MS };
  const names = Object.fromEntries(
    FIELDS.filter((f) => fieldIds(fields).includes(f.id)).map((f) => [f.id, f.name]),
  );
  return {
    status: 200,
    body: {
      issues: page.map((issue) => {
        if (fields.every((name) => name === 'id') && properties.length === 0 && expand.length === 0)
          return { id: issue.id };
        const view = {
          fields: onlyRefs ? ['id'] : fields,
          properties,
          expand: expand.filter((name) => name !== 'names'),
        };
        return issueJson(site, caller, issue, view, (one) => transitionsOf(site, caller, one, false));
      }),
      ...(isLast ? {} : { nextPageToken: Buffer.from(JSON.stringify(next)).toString('base64url') }),
      isLast,
      ...(expand.includes('names') ? { names } : {}),
    },
  };
}

export function postSearch(site: Site, asked: Asked): Promise<Answer> {
  return runSearch(site, asked, searchBody.parse(asked.body));
}

export function getSearch(site: Site, asked: Asked): Promise<Answer> {
  const { query } = asked;
  const nextPageToken = text(query, 'nextPageToken');
  return runSearch(site, asked, {
    jql: text(query, 'jql') ?? '',
    fields: [...(list(query, 'fields') ?? ['id'])],
    properties: [...(list(query, 'properties') ?? [])],
    expand: text(query, 'expand') ?? '',
    maxResults: whole(query, 'maxResults', 50),
    reconcileIssues: (list(query, 'reconcileIssues') ?? []).map(Number),
    ...(nextPageToken === undefined ? {} : { nextPageToken }),
  });
}

export async function approximateCount(site: Site, { caller, body }: Asked): Promise<Answer> {
  const { jql } = z.object({ jql: z.string().default('') }).parse(body);
  return { status: 200, body: { count: (await search({ site, caller }, jql)).length } };
}

const bulkBody = z.object({
  issueIdsOrKeys: z.array(z.string()),
  fields: z.array(z.string()).default(['*navigable']),
  properties: z.array(z.string()).default([]),
  expand: z.array(z.string()).default([]),
});

export function bulkFetch(site: Site, { caller, body }: Asked): Answer {
  const { issueIdsOrKeys, fields, properties, expand } = bulkBody.parse(body);
  if (issueIdsOrKeys.length > 100)
    throw new Refused(400, 'The maximum number of issues that can be fetched is 100.');
  if (properties.length > 5) throw new Refused(400, 'The maximum number of properties is 5.');
  const asked = issueIdsOrKeys.map((ref) => ({ ref, issue: visibleIssue(site, caller, ref) }));
  const issues = [...new Set(asked.flatMap(({ issue }) => issue ?? []))].sort(
    (a, b) => Number(a.id) - Number(b.id),
  );
  return {
    status: 200,
    body: {
      issues: issues.map((issue) =>
        issueJson(site, caller, issue, { fields, properties, expand }, (one) =>
          transitionsOf(site, caller, one, false),
        ),
      ),
      issueErrors: asked
        .filter(({ issue }) => !issue)
        .map(({ ref }) => ({
          id: ref,
          errorMessage: 'Issue does not exist or you do not have permission to see it.',
        })),
    },
  };
}

const changelogBody = z.object({
  issueIdsOrKeys: z.array(z.string()),
  fieldIds: z.array(z.string()).optional(),
  maxResults: z.number().default(1_000),
  nextPageToken: z.string().optional(),
});

/** Oldest first over all the issues; what the caller may not see is left out without a word. */
export function bulkChangelogs(site: Site, { caller, body }: Asked): Answer {
  const { issueIdsOrKeys, fieldIds: wanted, maxResults, nextPageToken } = changelogBody.parse(body);
  const issues = [...new Set(issueIdsOrKeys.flatMap((ref) => visibleIssue(site, caller, ref) ?? []))];
  const all = issues
    .flatMap((issue) => issue.histories.map((history) => ({ issue, history })))
    .map(({ issue, history }) => ({
      issue,
      history: wanted
        ? { ...history, changes: history.changes.filter((c) => wanted.includes(c.fieldId ?? '')) }
        : history,
    }))
    .filter(({ history }) => history.changes.length > 0)
    .sort((a, b) => a.history.created - b.history.created || Number(a.issue.id) - Number(b.issue.id));
  const asked = issueIdsOrKeys.join(',');
  const start = nextPageToken === undefined ? 0 : readToken(site, nextPageToken, asked);
  const page = all.slice(start, start + maxResults);
  const byIssue = new Map<Issue, typeof page>();
  for (const entry of page) byIssue.set(entry.issue, [...(byIssue.get(entry.issue) ?? []), entry]);
  const next = { jql: asked, after: start + maxResults, until: site.now() + WEEK_MS };
  return {
    status: 200,
    body: {
      issueChangeLogs: [...byIssue].map(([issue, entries]) => ({
        issueId: issue.id,
        changeHistories: entries.map(({ history }) => historyJson(site, history, true)),
      })),
      ...(start + maxResults < all.length
        ? { nextPageToken: Buffer.from(JSON.stringify(next)).toString('base64url') }
        : {}),
    },
  };
}

/** Issue auto-complete: by key, by the start of a key, or by words of the summary. */
export async function pickIssues(site: Site, { caller, query }: Asked): Promise<Answer> {
  if (text(query, 'currentProjectId') !== undefined)
    throw new NotModelled('currentProjectId in the issue picker');
  const words = (text(query, 'query') ?? '').toLowerCase().trim();
  const jql = text(query, 'currentJQL');
  const pool =
    jql === undefined || jql === '' ? site.store.state.issues : await search({ site, caller }, jql);
  const hits = pool
    .filter((issue) => visibleIssue(site, caller, issue.id) !== undefined)
    .filter((issue) => flag(query, 'showSubTasks', true) || issue.typeId !== '10004')
    .filter((issue) => issue.key !== text(query, 'currentIssueKey'))
    .filter(
      (issue) =>
        issue.key.toLowerCase().startsWith(words) ||
        words.split(/\s+/).every((w) => issue.summary.toLowerCase().includes(w)),
    )
    .sort((a, b) => b.updated - a.updated)
    .slice(0, 20);
  const escape = (value: string) => value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return {
    status: 200,
    body: {
      sections: [
        {
          id: 'cs',
          label: 'Current Search',
          sub: `Showing ${String(hits.length)} of ${String(hits.length)} matching issues`,
          issues: hits.map((issue) => ({
            id: Number(issue.id),
            key: issue.key,
            keyHtml: issue.key,
            img: `/_site/icon/issuetype/${issue.typeId}`,
            summary: escape(issue.summary),
            summaryText: issue.summary,
          })),
        },
      ],
    },
  };
}
