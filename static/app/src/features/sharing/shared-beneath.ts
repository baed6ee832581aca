import type { SharedReading } from '../../../../../src/contract/sharing-calls';
import type { SiteReading } from '../../../../../src/contract/readings';
import type { ObjectiveId } from '../../../../../src/domain/ids';
import { allStanding, type Stood } from '../../components/how-it-stands';

/** A key result of another team with how it stands at home, and that it is shown beneath an objective. */
export type SharedKeyResult = { sharing: SharedReading['shown'][number]; of: Stood };

/** The key results of other teams that a reading shows beneath one of its objectives, by number. */
export function sharedBeneath(
  { site, shared }: { site: SiteReading; shared: SharedReading },
  objectiveId: ObjectiveId,
): SharedKeyResult[] {
  const all = allStanding({ site, objectives: shared.homes });
  return shared.shown
    .filter((sharing) => sharing.objectiveId === objectiveId)
    .flatMap((sharing) => {
      const of = all.find(({ keyResult }) => keyResult.id === sharing.keyResultId);
      return of ? [{ sharing, of }] : [];
    });
}
