import type { AccountId } from '../domain/ids';

/** The person who acts, as policies see them. */
export type Who = { accountId: AccountId; okrLead: boolean };

/** Jira did not say whether somebody holds "Administer OKRs": nothing may be decided on it. */
export class PermissionUnknown extends Error {
  override name = 'PermissionUnknown';
}

/**
 * The person who acts. Whether they hold "Administer OKRs" is Jira's to say, and asked only when the rows do
 * not already answer: most acts cost no Jira call. Rejects with PermissionUnknown when Jira does not answer.
 */
export type Actor = {
  accountId: AccountId;
  okrLead: () => Promise<boolean>;
  /** The same as Jira said within the last minutes: for views, which ask often and only show more or fewer buttons. */
  okrLeadOfLate: () => Promise<boolean>;
};

/**
 * Whether `policy` lets the actor through, asking Jira only if the answer hangs on it.
 * Rejects with PermissionUnknown when it does and Jira does not answer.
 */
export async function permits(actor: Actor, policy: (who: Who) => boolean): Promise<boolean> {
  if (policy({ accountId: actor.accountId, okrLead: false })) return true;
  if (!policy({ accountId: actor.accountId, okrLead: true })) return false;
  return actor.okrLead();
}

/** The actor for views, where an unanswered question shows fewer buttons and refuses nothing. */
export async function viewer(actor: Actor): Promise<Who> {
  try {
    return { accountId: actor.accountId, okrLead: await actor.okrLeadOfLate() };
  } catch (error) {
    if (error instanceof PermissionUnknown) return { accountId: actor.accountId, okrLead: false };
    throw error;
  }
}
