import type { AccountId } from './ids';

/** Who owns something, and whether their Jira account is gone. */
export type Owned = { owner: AccountId | null; ownerLeft: boolean };

/** Who owes what it lacks: its owner; the team's lead where it has none, or its owner left. Source: design §3.12. */
export function whoOwes({ owner, ownerLeft }: Owned, lead: AccountId | null): AccountId | null {
  return owner !== null && !ownerLeft ? owner : lead;
}
