/** Comments of an issue: adding one and reading them. */
import { z } from 'zod';
import type { Json } from '../contracts';
import { json, type Comment, type Issue } from '../site/model';
import { holdsOnIssue } from '../site/permissions';
import { whole } from '../site/query';
import { NotModelled, Refused, type Answer, type Asked } from '../site/serve';
import type { Site } from '../site/site';
import { issueAsked } from './issues';
import { jiraTime, userById } from './represent';

/** Jira takes a comment of at most so many characters. */
const LONGEST = 32_767;

const doc = z
  .object({ type: z.literal('doc'), version: z.literal(1), content: z.array(json).min(1) })
  .loose();
const newComment = z.object({ body: z.unknown() }).strict();

function commentJson(site: Site, issue: Issue, comment: Comment): Json {
  const author = userById(site, comment.authorId);
  return {
    self: `${site.siteUrl}/rest/api/3/issue/${issue.id}/comment/${comment.id}`,
    id: comment.id,
    author,
    body: comment.body,
    updateAuthor: author,
    created: jiraTime(comment.created),
    updated: jiraTime(comment.created),
    jsdPublic: true,
  };
}

/** Comments oldest first, as Jira orders them by default. */
export function getComments(site: Site, { caller, params, query }: Asked): Answer {
  const issue = issueAsked(site, caller, params['issueIdOrKey']);
  const startAt = whole(query, 'startAt', 0);
  const maxResults = whole(query, 'maxResults', 100);
  const page = issue.comments.slice(startAt, startAt + maxResults);
  return {
    status: 200,
    body: {
      startAt,
      maxResults,
      total: issue.comments.length,
      comments: page.map((comment) => commentJson(site, issue, comment)),
    },
  };
}

/** Adds a comment as the caller. It moves `updated` and is in no changelog, as in Jira; no event is sent to the app. */
export function postComment(site: Site, { caller, params, body }: Asked): Answer {
  const issue = issueAsked(site, caller, params['issueIdOrKey']);
  if (!holdsOnIssue(site, caller, 'ADD_COMMENTS', issue)) {
    throw new Refused(400, 'You do not have the permission to comment on this issue.');
  }
  const asked = newComment.safeParse(body);
  if (!asked.success) throw new NotModelled('comments that say more than their body');
  const read = doc.safeParse(asked.data.body);
  if (!read.success) throw new Refused(400, '', { comment: 'Comment body is not valid!' });
  if (JSON.stringify(read.data).length > LONGEST) {
    throw new Refused(400, '', {
      comment: `The entered text is too long. It exceeds the allowed limit of ${LONGEST} characters.`,
    });
  }
  const at = site.now();
  const comment = {
    id: String(site.store.nextId()),
    authorId: caller.user.accountId,
    created: at,
    body: json.parse(read.data),
  };
  issue.comments.push(comment);
  issue.updated = at;
  site.store.changed();
  return { status: 201, body: commentJson(site, issue, comment) };
}
