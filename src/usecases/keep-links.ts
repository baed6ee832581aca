import type { KeyResultId, ObjectiveId } from '../domain/ids';
import type { Dependencies } from './dependencies';
import { keepUp } from './initiative/keep-up';

/**
 * After something was restricted, opened, removed or brought back: what Jira knows of its issues follows at once,
 * since nothing restricted may stay there. Never fails the act, which is saved already.
 */
export async function keepLinks(
  deps: Dependencies,
  beneath: { objectiveId: ObjectiveId } | { keyResultId: KeyResultId },
): Promise<void> {
  try {
    const issueIds = await deps.objectives.attachedIssues(beneath);
    if (issueIds.length > 0) await keepUp(deps, issueIds);
  } catch (error) {
    console.error('what Jira knows of the issues waits for the catch-up', error);
  }
}
