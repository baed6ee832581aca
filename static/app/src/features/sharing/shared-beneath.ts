import type { SharedReading } from '../../../../../src/contract/sharing-calls';
import type { SiteReading } from '../../../../../src/contract/readings';
import type { ObjectiveId } from '../../../../../src/domain/ids';
import { allStanding, type Stood } from '../../components/how-it-stands';

/** A key result of another team with how it stands at home, and that it is shown beneath an objective. */
export type SharedKeyResult = { sharing: SharedReading['shown'][number]; of: Stood };

/** The key results of other teams that a reading shows beneath its objectives, by number. */
export function allShared({ site, shared }: { site: SiteReading; shared: SharedReading }): SharedKeyResult[] {
  const homes = new Map(
    allStanding({ site, objectives: shared.homes }).map((of) => [of.keyResult.id, of] as const),
  );
  return shared.shown.flatMap((sharing) => {
    const of = homes.get(sharing.keyResultId);
    return of ? [{ sharing, of }] : [];
  });
}

/** Those of them that are beneath one objective. */
export function sharedBeneath(all: readonly SharedKeyResult[], objectiveId: ObjectiveId): SharedKeyResult[] {
  return all.filter(({ sharing }) => sharing.objectiveId === objectiveId);
}
