/** Who a person is in Waymark once Atlassian has closed their account (decision 0029). */
import type { AccountId } from './ids';

const prefix = 'former-member-';

/** What takes the place of a closed account's id. `token` is random: nothing leads from it back to the account. */
export function formerMember(token: string): AccountId {
  return `${prefix}${token}` as AccountId;
}

/** Whether this is nobody's account any more: Jira is not asked for a name, and nobody is mailed. */
export function isFormerMember(id: AccountId): boolean {
  return id.startsWith(prefix);
}

/** How files, which are written in English, name each of them. */
export const formerMemberName = 'Former member';
