import { PlanningAction } from '../../features/planning/planning-action';

/** Planning review, from a board's menu. */
export default function PlanBoardSurface() {
  return <PlanningAction kind="board" />;
}
