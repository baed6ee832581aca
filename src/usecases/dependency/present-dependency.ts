import type { DependencyReading } from '../../contract/dependency-calls';
import type { Who } from '../../policies/actor';
import { mayAnswerDependency } from '../../policies/dependency-policy';
import type { DependencyFacts } from '../../storage/dependency-repository';

/** A dependency as `who` reads it. `open`: its cycle is not closed; `writes`: `who` writes the key result. */
export function presentDependency(
  { id, version, team, needs, state, reason, askedBy, askedAt, answeredBy, answeredAt }: DependencyFacts,
  who: Who,
  { open, writes }: { open: boolean; writes: boolean },
): DependencyReading {
  return {
    id,
    version,
    team: { id: team.id, name: team.name, lead: team.lead },
    needs,
    state,
    reason,
    askedBy,
    askedAt,
    answeredBy,
    answeredAt,
    can: { answer: open && mayAnswerDependency(who, team), withdraw: open && writes },
  };
}
