import { z } from 'zod/mini';
import type { JiraAnswer } from '../atlassian/jira-request';
import { isJiraId, type IssueId, type ProjectId } from '../domain/ids';
import { keepPrecomputations } from '../usecases/jql/keep-precomputations';
import { afterIssueDeleted, afterIssueUpdated, afterProjectEvent } from '../usecases/work/after-event';
import { upkeep } from './dependencies';

const issueEvent = z.object({
  eventType: z.enum(['avi:jira:updated:issue', 'avi:jira:deleted:issue']),
  issue: z.object({ id: z.custom<IssueId>(isJiraId) }),
});
const projectEvent = z.object({
  project: z.object({ id: z.pipe(z.coerce.string(), z.custom<ProjectId>(isJiraId)) }),
});

/**
 * An attached issue changed or was deleted (Forge docs, "Jira events"; the filter in manifest.yml keeps all others away).
 * Events come at least once and in any order, so only the id is taken from them and the rest is read anew.
 */
export async function onIssueEvent(event: unknown): Promise<void> {
  const { eventType, issue } = issueEvent.parse(event);
  if (eventType === 'avi:jira:deleted:issue') {
    await afterIssueDeleted(upkeep(), issue.id);
    // Jira may refuse a search that names an issue it no longer has.
    logUnlessKept('upkeep of JQL functions', await keepPrecomputations(upkeep(), 'links'));
  } else logUnlessKept(`upkeep of an issue`, await afterIssueUpdated(upkeep(), issue.id));
}

/** A project went to the trash, was deleted or came back, for which Jira sends no event per issue. */
export async function onProjectEvent(event: unknown): Promise<void> {
  const { project } = projectEvent.parse(event);
  logUnlessKept('upkeep of a whole project', await afterProjectEvent(upkeep(), project.id));
}

/** Jira silent is no reason to fail: the catch-up and the daily reconcile come to the same issue again. */
function logUnlessKept(what: string, answer: JiraAnswer<unknown>): void {
  if (!answer.ok) console.warn(`${what} waits for the next schedule: ${answer.unavailable.reason}`);
}
