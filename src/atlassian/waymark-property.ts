import { route } from '@forge/api';
import { z } from 'zod/mini';
import type { IssueId } from '../domain/ids';
import { send, type JiraAnswer } from './jira-request';

/**
 * What an attached issue carries: found by the event filter in manifest.yml and by JQL as `waymark.keyResults`.
 * Anybody who can see the issue can read it, so a restricted objective's key results are never in it (design §5).
 */
export const waymarkProperty = z.object({ linked: z.literal(true), keyResults: z.array(z.string()) });
export type WaymarkProperty = z.output<typeof waymarkProperty>;

/** `no-issue`: deleted, or hidden from the app. `refused`: the project does not let the app write. */
export type PropertyOutcome = 'written' | 'no-issue' | 'refused';

/** Writes the property, as the app. Writing the same again is harmless. */
export async function writeWaymarkProperty(
  issueId: IssueId,
  value: WaymarkProperty,
): Promise<JiraAnswer<PropertyOutcome>> {
  return outcome(
    await send('app', route`/rest/api/3/issue/${issueId}/properties/waymark`, { method: 'PUT', body: value }),
  );
}

/** Removes the property, as the app. Removing what is not there is `written` or `no-issue`: both mean it is gone. */
export async function removeWaymarkProperty(issueId: IssueId): Promise<JiraAnswer<PropertyOutcome>> {
  return outcome(
    await send('app', route`/rest/api/3/issue/${issueId}/properties/waymark`, { method: 'DELETE' }),
  );
}

function outcome(reply: Awaited<ReturnType<typeof send>>): JiraAnswer<PropertyOutcome> {
  if (!reply.ok) return reply;
  const { status } = reply.value;
  if (status >= 200 && status < 300) return { ok: true, value: 'written' };
  if (status === 404) return { ok: true, value: 'no-issue' };
  return { ok: true, value: 'refused' };
}
