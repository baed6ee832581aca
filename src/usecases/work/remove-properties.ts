import type { JiraAnswer } from '../../atlassian/jira-request';
import type { IssueId } from '../../domain/ids';
import type { Upkeep } from './keep-issues';

const pageSize = 100;
const writesAtOnce = 5;

/** `refused`: in projects that do not let the app write. `finished` false: the time was up before all issues were seen. */
export type RemovedProperties = { removed: number; refused: number; finished: boolean };

/**
 * Takes the `waymark` property from every attached issue, as long as `hasTime` says that there is some left. Removing it twice is
 * harmless. Stops where Jira is unavailable: nothing comes after an uninstallation that could go on.
 */
export async function removeProperties(
  deps: Pick<Upkeep, 'initiatives' | 'jira'>,
  hasTime: () => boolean,
): Promise<JiraAnswer<RemovedProperties>> {
  const done: RemovedProperties = { removed: 0, refused: 0, finished: false };
  let after: IssueId | null = null;
  do {
    const ids: IssueId[] = await deps.initiatives.attachedIssues(after, pageSize, false);
    for (let at = 0; at < ids.length; at += writesAtOnce) {
      if (!hasTime()) return { ok: true, value: done };
      const answers = await Promise.all(
        ids.slice(at, at + writesAtOnce).map(deps.jira.removeWaymarkProperty),
      );
      for (const answer of answers) {
        if (!answer.ok) return answer;
        if (answer.value === 'refused') done.refused += 1;
        else done.removed += 1;
      }
    }
    after = ids.length < pageSize ? null : (ids.at(-1) ?? null);
  } while (after !== null);
  return { ok: true, value: { ...done, finished: true } };
}
