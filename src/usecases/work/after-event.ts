import type { JiraAnswer } from '../../atlassian/jira-request';
import type { IssueId, ProjectId } from '../../domain/ids';
import { keepIssues, type Kept, type Upkeep } from './keep-issues';

const pageSize = 100;

/** After Jira said that an attached issue changed: whatever it was, everything is read anew. */
export async function afterIssueUpdated(deps: Upkeep, issueId: IssueId): Promise<JiraAnswer<Kept>> {
  return keepIssues(deps, [issueId]);
}

/** After Jira said that an issue was deleted: its work stays as last counted, marked gone. Asks Jira nothing. */
export async function afterIssueDeleted(deps: Upkeep, issueId: IssueId): Promise<void> {
  const links = await deps.initiatives.linksOf([issueId]);
  await deps.work.storeGone([...links.values()], deps.now);
}

/**
 * After Jira said that a project went to the trash, was deleted or came back, for which it sends no event per issue: asks
 * for each issue last seen there, since one may have moved on before. Answers how many are gone.
 */
export async function afterProjectEvent(deps: Upkeep, projectId: ProjectId): Promise<JiraAnswer<number>> {
  let gone = 0;
  let after: IssueId | null = null;
  for (;;) {
    const ids: IssueId[] = await deps.initiatives.issuesOfProject(projectId, after, pageSize);
    const kept = await keepIssues(deps, ids);
    if (!kept.ok) return kept;
    gone += kept.value.gone;
    after = ids.at(-1) ?? null;
    if (ids.length < pageSize) return { ok: true, value: gone };
  }
}
