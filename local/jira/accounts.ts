/** Closed accounts, and the report of accounts that apps keep data of (Forge docs, "User privacy guide for app developers"). */
import { z } from 'zod';
import type { User } from '../site/model';
import type { Caller } from '../site/permissions';
import type { Site } from '../site/site';

const reportBody = z.object({
  accounts: z
    .array(z.object({ accountId: z.string().min(1).max(128), updatedAt: z.iso.datetime() }))
    .min(1)
    .max(90),
});

interface Told {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: object | null;
}

/** What Atlassian does when somebody closes their account: what is left is an account without a name. */
export function closeAccount(user: User): void {
  user.closed = true;
  user.active = false;
  user.displayName = 'Former user';
  user.email = '';
  user.role = '';
  user.groups = [];
}

/** Which of the accounts reported are closed; 204 where Atlassian has nothing to say. Accounts it does not know are passed over. */
export function reportAccounts(site: Site, caller: Caller | null, asked: unknown): Told {
  if (caller?.kind !== 'app')
    return { status: 401, headers: {}, body: { message: 'Only apps report accounts.' } };
  const read = reportBody.safeParse(asked);
  if (!read.success) return { status: 400, headers: {}, body: { message: z.prettifyError(read.error) } };
  const accounts = read.data.accounts.flatMap(({ accountId }) =>
    site.store.user(accountId)?.closed === true ? [{ accountId, status: 'closed' }] : [],
  );
  const headers = { 'cycle-period': '7' };
  return accounts.length === 0
    ? { status: 204, headers, body: null }
    : { status: 200, headers, body: { accounts } };
}
