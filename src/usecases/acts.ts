/** What every act on a row shares: who does it and what it asks for, and what its outcome means for a person. */
import type { CallName, Saved } from '../contract/calls';
import type { HistoryEntry } from '../contract/readings';
import { ok, refuse, type Refusal, type Result } from '../contract/result';
import type { RequestId } from '../domain/ids';
import { firstRefusal, type Finding } from '../domain/finding';
import { permits, type Who } from '../policies/actor';
import type { Act, LastChange, Outcome } from '../storage/change';
import { hashOfContent } from './content-hash';
import type { Dependencies } from './dependencies';

export type Refused = { ok: false; refusal: Refusal };

/** The hash of call and input: a repeat of an act succeeds only with the same of both. */
export function contentHashOf(call: CallName, input: object): string {
  return hashOfContent(JSON.stringify([call, input]));
}

/** The act that a call is. Its verb is the second half of the call's name. */
export function actOf(
  deps: Pick<Dependencies, 'me' | 'now'>,
  call: CallName,
  input: { requestId: RequestId },
  why = '',
): Act {
  return {
    request: input.requestId,
    by: deps.me,
    at: deps.now,
    act: call.slice(call.indexOf('.') + 1),
    why,
    contentHash: contentHashOf(call, input),
  };
}

/** What became of an act, for the person who did it. */
export function saved<Id extends string>(id: Id, outcome: Outcome): Result<Saved<Id>> {
  switch (outcome.kind) {
    case 'saved':
      return ok({ id, version: outcome.version });
    case 'changed': {
      const { refusal } = refuse('changed', 'Somebody else saved this first. Read it again, then decide.');
      return { ok: false, refusal: { ...refusal, changed: { by: outcome.by, at: outcome.at } } };
    }
    case 'reused':
      return refuse('exists', 'This was saved before with other content. Open the page again and retry.');
    case 'gone':
      return refuse('not-found', 'This is no longer there. Open the page again.');
  }
}

/** Whether this act is done already, or comes too late; null: it is still to be done. */
export async function already<Id extends string>(
  deps: Pick<Dependencies, 'acts'>,
  id: Id,
  last: LastChange,
  act: Act,
  basedOn: number,
): Promise<Result<Saved<Id>> | null> {
  const outcome = await deps.acts.settled(id, last, act, basedOn);
  return outcome && saved(id, outcome);
}

/**
 * A refusal where a change names another row than the one that stands there. Ids come from the page: the row of somebody else
 * would be changed with the rights to one's own (design §5 "Identity").
 */
export function unlessSame(
  standing: { id: string } | undefined,
  id: string,
  version: number,
): Refused | null {
  return version > 0 && standing?.id !== id
    ? refuse('not-found', 'This is no longer there. Open the page again.')
    : null;
}

/** A refusal unless `policy` lets the person through; `sentence` says whom to ask. */
export async function unlessPermitted(
  deps: Pick<Dependencies, 'actor'>,
  policy: (who: Who) => boolean,
  sentence: string,
): Promise<Refused | null> {
  return (await permits(deps.actor, policy)) ? null : refuse('not-allowed', sentence);
}

/** The first finding that cannot be saved, as a refusal with its field beneath `path`. */
export function refusedBy(findings: readonly Finding[], path: string): Refused | null {
  const finding = firstRefusal(findings);
  if (!finding) return null;
  return refuse('invalid', finding.message, path === '' ? finding.field : `${path}.${finding.field}`);
}

/** Field by field from what it was to what it is, those that are equal left out. */
export function changesBetween(before: object, after: object): HistoryEntry['changes'] {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).flatMap(([field, value]) => {
    const from = JSON.stringify(old.get(field) ?? null);
    const to = JSON.stringify(value ?? null);
    return from === to ? [] : [{ field, from, to }];
  });
}
