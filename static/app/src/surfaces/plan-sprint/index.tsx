import { PlanningAction } from '../../features/planning/planning-action';

/** Planning review, from a sprint's menu. */
export default function PlanSprintSurface() {
  return <PlanningAction kind="sprint" />;
}
