import type { CycleId, DigestId, TeamId } from '../../../../src/domain/ids';

/** The route of a team's check-in; null: the reader's own team, the running cycle. */
export function meetingPath(teamId: TeamId | null, cycleId: CycleId | null): string {
  const params = new URLSearchParams();
  if (teamId !== null) params.set('team', teamId);
  if (cycleId !== null) params.set('cycle', cycleId);
  return params.size === 0 ? '/check-in' : `/check-in?${params.toString()}`;
}

/** The route of the reader's own key results. */
export const alonePath = '/check-in?alone=1';

/** The route of a digest that was kept. */
export const digestPath = (id: DigestId) => `/check-in/digests/${id}`;
