/** Mail that people are sent from an issue: kept for the site's page *Mail*, and sent nowhere. */
import { z } from 'zod';
import type { Json } from '../contracts';
import type { Mail } from '../site/model';
import { maySee } from '../site/permissions';
import { NotModelled, Refused, type Answer, type Asked } from '../site/serve';
import type { Site } from '../site/site';
import { issueAsked } from './issues';

/** Older ones are dropped. */
const MOST_KEPT = 500;

const notification = z
  .object({
    subject: z.string().optional(),
    textBody: z.string().default(''),
    htmlBody: z.string().default(''),
    to: z.object({ users: z.array(z.object({ accountId: z.string() })).default([]) }).strict(),
  })
  .strict();

/** Queues a mail to people named by account. Who is inactive or may not see the issue gets none. */
export function postNotification(site: Site, { caller, params, body }: Asked): Answer {
  const issue = issueAsked(site, caller, params['issueIdOrKey']);
  const asked = notification.safeParse(body);
  if (!asked.success) throw new NotModelled('notifications other than to people by account');
  const { subject = `(${issue.key}) ${issue.summary}`, textBody, htmlBody, to } = asked.data;
  const people = to.users.map(({ accountId }) => site.store.user(accountId));
  if (people.length === 0) throw new Refused(400, 'No recipients were defined for notification.');
  for (const user of people) {
    if (!user || user.accountId === caller.user.accountId) {
      throw new Refused(400, 'The recipient of the notification is not valid.');
    }
    if (!user.active || !maySee(site, { kind: 'user', user }, issue)) continue;
    site.store.state.mails.push({
      id: String(site.store.nextId()),
      issueId: issue.id,
      fromId: caller.user.accountId,
      toId: user.accountId,
      sent: site.now(),
      subject,
      text: textBody,
      html: htmlBody,
    });
  }
  site.store.state.mails.splice(0, site.store.state.mails.length - MOST_KEPT);
  site.store.changed();
  return { status: 204 };
}

/** What was sent, the newest first. */
export function mailsOf(site: Site): Json {
  return site.store.state.mails.map((mail) => mailJson(site, mail)).reverse();
}

function mailJson(site: Site, { id, issueId, toId, sent, subject, text, html }: Mail): Json {
  return {
    id,
    at: new Date(sent).toISOString(),
    issueKey: site.store.issue(issueId)?.key ?? '',
    to: { accountId: toId, displayName: site.store.user(toId)?.displayName ?? '' },
    subject,
    text,
    html,
  };
}
