import type { Parsed } from '../../contract/calls';
import type { CyclePhase } from '../../contract/readings';
import { ok, refuse, type Result } from '../../contract/result';
import type { CycleId } from '../../domain/ids';
import type { Who } from '../../policies/actor';
import { mayEditKeyResult } from '../../policies/key-result-policy';
import { mayEditObjective } from '../../policies/objective-policy';
import { mayEditCycle, mayEditTeam } from '../../policies/team-policy';
import type { Dependencies } from '../dependencies';

type Subject = Parsed<'finding.dismiss'>['subject'];
/** Where a finding belongs, and who may argue with it: whoever writes what it is about. */
export type FindingPlace = {
  cycleId: CycleId;
  phase: CyclePhase;
  policy: (who: Who) => boolean;
};

const gone = 'This is not there any more, or not yours to see. Open the page again.';

/** The place of what a finding is about. Refuses what is gone, and what this person may not see. */
export async function placeOf(deps: Dependencies, subject: Subject): Promise<Result<FindingPlace>> {
  switch (subject.kind) {
    case 'objective': {
      const place = await deps.objectives.find(subject.id, deps.me);
      if (!place || place.removed) return refuse('not-found', gone);
      const { id: cycleId, phase } = place.cycle;
      return ok({ cycleId, phase, policy: (who) => mayEditObjective(who, place) });
    }
    case 'key-result': {
      const place = await deps.keyResults.find(subject.id, deps.me);
      if (!place || place.removed || place.objectiveRemoved) return refuse('not-found', gone);
      const { id: cycleId, phase } = place.cycle;
      return ok({ cycleId, phase, policy: (who) => mayEditKeyResult(who, place) });
    }
    case 'team': {
      const [team, cycle] = await Promise.all([
        deps.teams.find(subject.id),
        deps.cycles.find(subject.cycleId),
      ]);
      if (!team || !cycle) return refuse('not-found', gone);
      return ok({ cycleId: cycle.id, phase: cycle.phase, policy: (who) => mayEditTeam(who, team) });
    }
    case 'cycle': {
      const cycle = await deps.cycles.find(subject.id);
      if (!cycle) return refuse('not-found', gone);
      return ok({ cycleId: cycle.id, phase: cycle.phase, policy: mayEditCycle });
    }
  }
}
