/** How every call answers: the value, or a refusal the caller can act on. Surprises are thrown instead. */
import type { Instant } from '../domain/dates';
import type { AccountId } from '../domain/ids';
import type { ComputedImpact } from '../domain/judgement';

/**
 * Why an expected "no" was said. Each tells the caller what to do:
 * - `invalid`: correct the input; `field` names the first one at fault
 * - `not-found`: gone, or never existed, or not for this person
 * - `not-allowed`: ask somebody who may
 * - `changed`: somebody else saved first; read again and choose
 * - `closed`: the cycle is closed; only follow-up, verdicts and decisions are taken
 * - `exists`: it is there already
 * - `too-many`: ask for less
 * - `setting-up`: the database is being prepared; ask again in a minute
 * - `jira-unavailable`: Jira did not answer; nothing was saved; try again
 */
export type RefusalCode =
  | 'invalid'
  | 'not-found'
  | 'not-allowed'
  | 'changed'
  | 'closed'
  | 'exists'
  | 'too-many'
  | 'setting-up'
  | 'jira-unavailable';

export type Refusal = {
  code: RefusalCode;
  /** One sentence for the person, saying what to do. */
  message: string;
  /** Path of the input field at fault, such as `metric.target`. */
  field?: string;
  /** With `changed`: who saved first, and when. */
  changed?: { by: AccountId; at: Instant };
  /** With `changed` when judging: the verdict as it is now; null where there is none any more. */
  computed?: ComputedImpact | null;
};

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** A success. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** An expected "no". */
export function refuse(code: RefusalCode, message: string, field?: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: field === undefined ? { code, message } : { code, message, field } };
}
