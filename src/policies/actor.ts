import type { AccountId } from '../domain/ids';

/** The person who acts, as policies see them. */
export type Who = { accountId: AccountId; okrLead: boolean };

/**
 * The person who acts. Whether they hold "Administer OKRs" is Jira's to say, and asked only when the rows do
 * not already answer: most acts cost no Jira call.
 */
export type Actor = { accountId: AccountId; okrLead: () => Promise<boolean> };

/** Whether `policy` lets the actor through, asking Jira only if the answer hangs on it. */
export async function permits(actor: Actor, policy: (who: Who) => boolean): Promise<boolean> {
  if (policy({ accountId: actor.accountId, okrLead: false })) return true;
  if (!policy({ accountId: actor.accountId, okrLead: true })) return false;
  return actor.okrLead();
}
