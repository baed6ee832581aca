import type { AccountId } from '../domain/ids';
import type { Who } from './actor';
import { mayEditObjective, type ObjectivePlace } from './objective-policy';

export type KeyResultPlace = ObjectivePlace & { keyResult: { owner: AccountId | null } };

/** Its owner and whoever writes its objective write a key result. */
export function mayEditKeyResult(who: Who, place: KeyResultPlace): boolean {
  return place.keyResult.owner === who.accountId || mayEditObjective(who, place);
}

/** Team members, and whoever writes the key result, check in. */
export function mayCheckIn(who: Who, place: KeyResultPlace): boolean {
  return place.team.members.includes(who.accountId) || mayEditKeyResult(who, place);
}

/** Whoever recorded a value and may check in still, and whoever writes the key result, correct it. */
export function mayCorrect(who: Who, checkIn: { by: AccountId }, place: KeyResultPlace): boolean {
  return checkIn.by === who.accountId ? mayCheckIn(who, place) : mayEditKeyResult(who, place);
}

/** Whoever may check in marks outside events. */
export function mayMarkEvent(who: Who, place: KeyResultPlace): boolean {
  return mayCheckIn(who, place);
}
