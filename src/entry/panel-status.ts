import { z } from 'zod/mini';
import { isJiraId, type IssueId } from '../domain/ids';
import { panelStatus as statusOf } from '../usecases/panel/panel-status';
import { upkeep } from './dependencies';

const payloadSchema = z.object({
  extension: z.object({ issue: z.object({ id: z.custom<IssueId>(isJiraId) }) }),
});

/**
 * The panel's `dynamicProperties` (Forge docs, "Jira issue context"): what Jira draws beside the collapsed panel's label.
 * The docs promise this function the site and the issue in its payload and no person, so it works as the app, for a
 * viewer nobody knows: `asUser` is not used here, and restricted OKRs never show. Jira itself calls it only for people who
 * have the issue open. Throws on another payload and when the database is not ready; Jira then draws no status.
 */
export async function panelStatus(payload: unknown) {
  const { extension } = payloadSchema.parse(payload);
  const value = await statusOf(upkeep(), extension.issue.id);
  return { status: { type: 'lozenge', value } };
}
