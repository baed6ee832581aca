import { route } from '@forge/api';
import { z } from 'zod/mini';
import type { AccountId } from '../domain/ids';
import { ask, type JiraAnswer } from './jira-request';

const people = z.object({
  values: z.array(z.object({ accountId: z.string(), active: z._default(z.boolean(), true) })),
});

/**
 * Which of these people (at most 100) Jira knows with an account that is not active. Asked as the app: a schedule has no person.
 * Somebody Jira does not tell of is not taken for gone.
 */
export async function readInactive(ids: readonly AccountId[]): Promise<JiraAnswer<AccountId[]>> {
  if (ids.length === 0) return { ok: true, value: [] };
  const query = new URLSearchParams({ maxResults: '100' });
  for (const id of ids) query.append('accountId', id);
  const answer = await ask('app', route`/rest/api/3/user/bulk?${query}`, people);
  if (!answer.ok) return answer;
  const gone = new Set(answer.value.values.filter(({ active }) => !active).map((one) => one.accountId));
  return { ok: true, value: ids.filter((id) => gone.has(id)) };
}
