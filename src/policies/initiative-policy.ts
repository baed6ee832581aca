import type { AccountId } from '../domain/ids';
import type { Who } from './actor';
import { mayEditKeyResult, type KeyResultPlace } from './key-result-policy';

/** Whoever attached it, and whoever writes the key result, change an initiative. */
export function mayEditInitiative(
  who: Who,
  initiative: { attachedBy: AccountId },
  place: KeyResultPlace,
): boolean {
  return initiative.attachedBy === who.accountId || mayEditKeyResult(who, place);
}

/** The same people detach it. */
export function mayDetachInitiative(
  who: Who,
  initiative: { attachedBy: AccountId },
  place: KeyResultPlace,
): boolean {
  return mayEditInitiative(who, initiative, place);
}

/** Whoever writes the key result says whether the work moved it; who attached the work may be asked, and does not decide. */
export function mayJudge(who: Who, place: KeyResultPlace): boolean {
  return mayEditKeyResult(who, place);
}
