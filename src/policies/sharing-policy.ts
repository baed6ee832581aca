import type { Who } from './actor';
import { mayEditKeyResult, type KeyResultPlace } from './key-result-policy';
import { mayEditObjective, type ObjectivePlace } from './objective-policy';

/** Whoever writes an objective says which key results of other teams are shown beneath it. */
export function mayShowUnder(who: Who, objective: ObjectivePlace): boolean {
  return mayEditObjective(who, objective);
}

/** Whoever writes the objective or the key result ends that it is shown there. */
export function mayTakeAway(who: Who, objective: ObjectivePlace, home: KeyResultPlace): boolean {
  return mayEditObjective(who, objective) || mayEditKeyResult(who, home);
}
