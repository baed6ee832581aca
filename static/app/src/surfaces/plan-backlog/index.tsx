import { PlanningAction } from '../../features/planning/planning-action';

/** Planning review, from a backlog's menu. */
export default function PlanBacklogSurface() {
  return <PlanningAction kind="backlog" />;
}
