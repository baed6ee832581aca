import { route } from '@forge/api';
import { z } from 'zod/mini';
import { instant, type Instant } from '../domain/dates';
import { isJiraId, type IssueId } from '../domain/ids';
import type { StatusCategory } from '../domain/initiative';
import { ask, type JiraAnswer } from './jira-request';

/** An issue left one status category for another; null is a status that no longer exists. */
export type StatusMove = {
  at: Instant;
  from: StatusCategory | null;
  to: StatusCategory | null;
  /** It moved to another project with the same change: nobody need have worked on it. */
  withProject: boolean;
};

const statusesSchema = z.array(z.object({ id: z.string(), statusCategory: z.object({ key: z.string() }) }));

const changeHistory = z.object({
  // An epoch here, a date in other changelogs; the document says date, its example epoch seconds.
  created: z.union([z.number(), z.string()]),
  items: z._default(
    z.array(
      z.object({
        fieldId: z.optional(z.string()),
        from: z.nullish(z.string()),
        to: z.nullish(z.string()),
      }),
    ),
    [],
  ),
});
const issueChangelog = z.object({
  issueId: z.custom<IssueId>(isJiraId),
  changeHistories: z._default(z.array(changeHistory), []),
});
const changelogsSchema = z.object({
  issueChangeLogs: z._default(z.array(issueChangelog), []),
  nextPageToken: z.nullish(z.string()),
});

/** The category of each status of the site, by status id. */
export type StatusCategories = ReadonlyMap<string, StatusCategory>;

/** The site's statuses as the app sees them, those of team-managed projects included. One request. */
export async function readStatusCategories(): Promise<JiraAnswer<StatusCategories>> {
  const statuses = await ask('app', route`/rest/api/3/status`, statusesSchema);
  if (!statuses.ok) return statuses;
  return {
    ok: true,
    value: new Map(statuses.value.map(({ id, statusCategory }) => [id, toCategory(statusCategory.key)])),
  };
}

/**
 * When these issues moved between status categories, oldest first, as the app sees it. Issues that never moved are
 * absent. Statuses are read by their ids, so that renaming one changes nothing, and by what they mean today.
 * One request per 1,000 issues and per 1,000 changes.
 */
export async function readStatusMoves(
  ids: readonly IssueId[],
  categories: StatusCategories,
): Promise<JiraAnswer<Map<IssueId, StatusMove[]>>> {
  const moves = new Map<IssueId, StatusMove[]>();

  for (let at = 0; at < ids.length; at += 1000) {
    let nextPageToken: string | undefined;
    do {
      const answer = await ask('app', route`/rest/api/3/changelog/bulkfetch`, changelogsSchema, {
        method: 'POST',
        body: {
          issueIdsOrKeys: ids.slice(at, at + 1000),
          fieldIds: ['status', 'project'],
          maxResults: 1000,
          ...(nextPageToken !== undefined && { nextPageToken }),
        },
      });
      if (!answer.ok) return answer;
      for (const { issueId, changeHistories } of answer.value.issueChangeLogs) {
        const list = moves.get(issueId) ?? [];
        for (const { created, items } of changeHistories) {
          const withProject = items.some(({ fieldId }) => fieldId === 'project');
          for (const item of items) {
            const from = categories.get(item.from ?? '') ?? null;
            const to = categories.get(item.to ?? '') ?? null;
            if (item.fieldId === 'status' && (from !== to || from === null)) {
              list.push({ at: momentOf(created), from, to, withProject });
            }
          }
        }
        moves.set(issueId, list);
      }
      nextPageToken = answer.value.nextPageToken ?? undefined;
    } while (nextPageToken !== undefined);
  }
  for (const list of moves.values()) list.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return { ok: true, value: moves };
}

/** Jira's key of a category; what it calls "No Category" counts as not begun. */
export function toCategory(key: string): StatusCategory {
  return key === 'done' || key === 'indeterminate' ? key : 'new';
}

/** Epoch seconds are ten digits until 2286, milliseconds thirteen. */
function momentOf(created: number | string): Instant {
  if (typeof created === 'string') return instant(Date.parse(created));
  return instant(created < 1e11 ? created * 1000 : created);
}
