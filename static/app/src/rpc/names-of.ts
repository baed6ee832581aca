import type { AccountId } from '../../../../src/domain/ids';
import { jiraPage, readPeople } from './jira';

/** The names of people as the viewer may read them, 100 a call; who is gone, or whom Jira does not tell of, is not in it. */
export async function namesOf(ids: readonly AccountId[]): Promise<ReadonlyMap<AccountId, string>> {
  const wanted = [...new Set(ids)];
  const names = new Map<AccountId, string>();
  for (let at = 0; at < wanted.length; at += jiraPage) {
    const people = await readPeople(wanted.slice(at, at + jiraPage)).catch(() => []);
    for (const { accountId, name } of people) names.set(accountId, name);
  }
  return names;
}
