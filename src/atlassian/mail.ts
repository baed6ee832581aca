import { getAppContext, route } from '@forge/api';
import { z } from 'zod/mini';
import type { AccountId, IssueId } from '../domain/ids';
import type { Mail } from '../domain/reminder-mail';
import { ask, send, type JiraAnswer } from './jira-request';

/**
 * `queued`: Jira sends it. `no-recipient`: not to this person. `no-mail`: Jira sends none at all: the issue is gone or hidden from the
 * app, or the site's outgoing mail is off.
 */
export type MailOutcome = 'queued' | 'no-recipient' | 'no-mail';

/**
 * Sends a mail to one person from an issue, as the app. Whether an unanswered one went out nobody knows. Source: Jira REST API,
 * "Send notification for issue".
 */
export async function sendMail(from: IssueId, to: AccountId, mail: Mail): Promise<JiraAnswer<MailOutcome>> {
  const { subject, text, html } = mail;
  const body = { subject, textBody: text, htmlBody: html, to: { users: [{ accountId: to }] } };
  const reply = await send('app', route`/rest/api/3/issue/${from}/notify`, { method: 'POST', body });
  if (!reply.ok) return reply;
  const { status } = reply.value;
  if (status >= 200 && status < 300) return { ok: true, value: 'queued' };
  return { ok: true, value: status === 400 ? 'no-recipient' : 'no-mail' };
}

const serverInfo = z.object({ baseUrl: z.string() });

/** The whole address of a route of the global page: `/jira/apps/{appId}/{envId}` of the site (Forge docs, "Jira global page"). */
export async function readPageUrl(path: string): Promise<JiraAnswer<string>> {
  const answer = await ask('app', route`/rest/api/3/serverInfo`, serverInfo);
  if (!answer.ok) return answer;
  const { appAri, environmentAri } = getAppContext();
  const site = answer.value.baseUrl.replace(/\/$/, '');
  return { ok: true, value: `${site}/jira/apps/${appAri.appId}/${environmentAri.environmentId}${path}` };
}
