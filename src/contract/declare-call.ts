import type { z } from 'zod/mini';

/**
 * Who may make a call. Views answer only what the person may see; acts are decided per entity by `policies`.
 * - `reader`: anyone with product access
 * - `okr-lead`: holders of "Administer OKRs"
 * - `team-lead`: the team's lead, or an OKR lead
 * - `objective-writer`: objective owner, team lead, OKR lead
 * - `key-result-writer`: key result owner, and objective writers
 * - `team-member`: members and lead of the team, and OKR leads
 * - `checker-in`: team members, and key result writers; what became of a decision or an ask, also whoever has it
 * - `kpi-writer`: the KPI's owner, its team's lead, OKR leads
 * - `issue-editor`: anyone who can edit the issue in Jira and read the key result
 */
export type Access =
  | 'reader'
  | 'okr-lead'
  | 'team-lead'
  | 'team-member'
  | 'objective-writer'
  | 'key-result-writer'
  | 'checker-in'
  | 'kpi-writer'
  | 'issue-editor'
  | 'initiative-writer';

/** Declares one call: who may make it, what it takes and what it answers. */
export function call<Output>() {
  return <Schema extends z.ZodMiniType>(access: Access, schema: Schema) => ({
    access,
    input: schema,
    /** Type only: never has a value. */
    output: undefined as Output | undefined,
  });
}
