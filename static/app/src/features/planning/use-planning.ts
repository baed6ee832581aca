import type { DroppedWork } from '../../../../../src/contract/planning-calls';
import type { IssueId, KeyResultId, ProjectId } from '../../../../../src/domain/ids';
import { allStanding, type Stood } from '../../components/how-it-stands';
import { useCall, type Reading } from '../../rpc/use-call';

/** What planning goes by beside the issues. */
export type PlanningFacts = { keyResults: Stood[]; dropped: DroppedWork[]; runWork: ReadonlySet<IssueId> };

/** The call takes at most this many projects. */
const mostProjects = 20;

/**
 * Key results and marks of the place's project, asked for at once; those of other projects whose issues turn out to be on the
 * table follow in one call more. `places`: the project the place is in, null where Jira did not say.
 */
export function usePlanning(
  place: ProjectId | null,
  onTable: readonly ProjectId[],
): { reading: Reading<PlanningFacts>; isComplete: boolean } {
  const others = [...new Set(onTable)].filter((id) => id !== place).sort();
  const home = useCall('planning.read', place === null ? null : { projectIds: [place] });
  const further = useCall(
    'planning.read',
    others.length === 0 ? null : { projectIds: others.slice(0, mostProjects) },
  );
  const readings = [...(place === null ? [] : [home]), ...(others.length === 0 ? [] : [further])];
  const first = readings[0];
  const ready = readings.flatMap((one) => (one.state === 'ready' ? [one.value] : []));
  if (ready.length === 0) {
    if (first === undefined || first.state === 'ready')
      return { reading: { state: 'loading' }, isComplete: false };
    return { reading: first, isComplete: false };
  }
  const keyResults = new Map<KeyResultId, Stood>();
  for (const of of ready.flatMap(allStanding)) keyResults.set(of.keyResult.id, of);
  const dropped = new Map(ready.flatMap((one) => one.dropped).map((one) => [one.initiativeId, one]));
  return {
    isComplete: ready.length === readings.length && others.length <= mostProjects,
    reading: {
      state: 'ready',
      refreshing: readings.some((one) => one.state === 'ready' && one.refreshing),
      value: {
        keyResults: [...keyResults.values()],
        dropped: [...dropped.values()],
        runWork: new Set(ready.flatMap((one) => one.runWork).flatMap(({ issueIds }) => issueIds)),
      },
    },
  };
}
