/** From what is stored of shared key results to what a person reads of them. */
import type { SharedReading, Sharing, ShownUnder } from '../../contract/sharing-calls';
import type { CyclePhase, SiteReading } from '../../contract/readings';
import type { Who } from '../../policies/actor';
import type { KeyResultPlace } from '../../policies/key-result-policy';
import type { ObjectivePlace } from '../../policies/objective-policy';
import { mayShowUnder, mayTakeAway } from '../../policies/sharing-policy';
import type { ShownFacts } from '../../storage/beside-reader';
import type { ObjectiveFacts } from '../../storage/records';
import type { SharedFacts } from '../../storage/shared-key-result-repository';
import { nameOf } from '../alignment/present-related';
import { present } from '../present';

type Found = {
  site: SiteReading;
  objectives: readonly ObjectiveFacts[];
  shared: { links: readonly SharedFacts[]; homes: readonly ObjectiveFacts[] };
};

const placesOf = (objectives: readonly ObjectiveFacts[]) =>
  objectives.flatMap((facts) => facts.keyResults.map((keyResult) => ({ ...facts, keyResult })));

type Under = ObjectivePlace & { cycle: { phase: CyclePhase } };

function allowed(under: Under, home: KeyResultPlace | undefined, who: Who): Sharing['can'] {
  const isOpen = under.cycle.phase !== 'closed';
  return {
    takeAway: isOpen && home !== undefined && mayTakeAway(who, under, home),
    putBack: isOpen && mayShowUnder(who, under),
  };
}

/** Key results of other teams beneath the objectives that `found` holds, by number. */
export function presentShared({ site, objectives, shared }: Found, who: Who): SharedReading {
  const places = placesOf(shared.homes).sort((a, b) => a.keyResult.number - b.keyResult.number);
  return {
    shown: places.flatMap((home) =>
      shared.links.flatMap(({ id, version, objectiveId, keyResultId }) => {
        // What is shown beneath objectives of other places comes along, and stays here.
        const under = objectives.find(({ objective }) => objective.id === objectiveId);
        if (keyResultId !== home.keyResult.id || !under) return [];
        return [{ id, version, objectiveId, keyResultId, can: allowed(under, home, who) }];
      }),
    ),
    homes: present({ site, objectives: shared.homes }, who).objectives,
  };
}

/** Objectives of other teams beneath which the key result of a page is shown. */
export function presentShownUnder(
  shown: readonly ShownFacts[],
  { site, objectives }: Pick<Found, 'site' | 'objectives'>,
  who: Who,
): ShownUnder[] {
  const [home] = placesOf(objectives);
  return shown.map((under) => ({
    id: under.shared.id,
    version: under.shared.version,
    objective: nameOf(under, site.keyPrefix),
    can: allowed(under, home, who),
  }));
}
