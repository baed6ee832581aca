import type { Preparing } from '../../contract/preparation-calls';
import type { AccountId } from '../../domain/ids';
import { countMissing, missingOf } from '../../domain/preparation';
import type { TeamDraft } from '../../storage/preparation-reader';

/** The drafts in which `person` owes something, the cycle that begins first at the top. Source: design §3.12. */
export function preparingOf(person: AccountId, drafts: readonly TeamDraft[]): Preparing[] {
  return drafts
    .flatMap((draft) => {
      const missing = missingOf(draft).filter(({ owes }) => owes === person);
      if (missing.length === 0) return [];
      const { cycleId, cycleName, startsOn, teamId, teamName } = draft;
      const cycle = { id: cycleId, name: cycleName, startsOn };
      return [{ cycle, team: { id: teamId, name: teamName }, missing: countMissing(missing) }];
    })
    .sort((a, b) => (a.cycle.startsOn < b.cycle.startsOn ? -1 : a.cycle.startsOn > b.cycle.startsOn ? 1 : 0));
}
