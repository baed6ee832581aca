import { formerMemberName, isFormerMember } from '../../../../src/domain/former-member';
import type { AccountId } from '../../../../src/domain/ids';
import { jiraPage, readPeople } from './jira';

/**
 * The names of people as the viewer may read them, 100 a call; who is gone is not in it, but for former members, who are
 * named so. Where Jira does not answer their names are
 * missing, or with `strict` it throws JiraError: missing and gone must not be taken for each other.
 */
export async function namesOf(
  ids: readonly AccountId[],
  { strict = false }: { strict?: boolean } = {},
): Promise<ReadonlyMap<AccountId, string>> {
  const wanted = [...new Set(ids)];
  const names = new Map<AccountId, string>(
    wanted.filter(isFormerMember).map((id) => [id, formerMemberName]),
  );
  for (let at = 0; at < wanted.length; at += jiraPage) {
    const people = await readPeople(wanted.slice(at, at + jiraPage)).catch((error: unknown) => {
      if (strict) throw error;
      return [];
    });
    for (const { accountId, name } of people) names.set(accountId, name);
  }
  return names;
}
