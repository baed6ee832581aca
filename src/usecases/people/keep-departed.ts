import type { JiraAnswer } from '../../atlassian/jira-request';
import { isFormerMember } from '../../domain/former-member';
import type { AccountId } from '../../domain/ids';
import type { Upkeep } from '../work/keep-issues';

const pageSize = 100;
/** Jira's points are shared by all sites: people beyond these are asked for again tomorrow in the same order. */
const pagesARun = 100;

/**
 * Asks Jira which owners and team leads still have an active account, and remembers those who have not: what they owned is owed
 * by the team's lead. Of former members Jira need not be asked. Once a day; the first 10,000 of a site. Source: design §3.12.
 */
export async function keepDeparted(deps: Upkeep): Promise<JiraAnswer<{ asked: number; left: number }>> {
  const total = { asked: 0, left: 0 };
  let after: AccountId | null = null;
  for (let page = 0; page < pagesARun; page += 1) {
    const ids: AccountId[] = await deps.departed.owners(after, pageSize);
    const answer = await deps.jira.readInactive(ids.filter((id) => !isFormerMember(id)));
    if (!answer.ok) return answer;
    const left = new Set([...answer.value, ...ids.filter(isFormerMember)]);
    await deps.departed.keep({ left: [...left], here: ids.filter((id) => !left.has(id)) }, deps.now);
    total.asked += ids.length;
    total.left += left.size;
    after = ids.at(-1) ?? null;
    if (ids.length < pageSize) break;
  }
  return { ok: true, value: total };
}
