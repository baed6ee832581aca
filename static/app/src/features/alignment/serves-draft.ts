import type { ParentOption, Served } from '../../../../../src/contract/alignment-calls';
import type { Input } from '../../../../../src/contract/calls';

/** What a form says that an objective serves, while it is being written. */
export type ServesDraft =
  | { kind: 'parent'; option: ParentOption }
  | { kind: 'none'; why: string }
  | { kind: 'unsaid' }
  /** It stays as it is: something that the person may not see, or that is not there any more. */
  | { kind: 'kept' };

export type ServesInput = Input<'objective.serve'>['serves'];

/** A form's beginning from what stands. */
export function draftOf(served: Served): ServesDraft {
  switch (served.kind) {
    case 'objective':
      return { kind: 'parent', option: { ...served.objective, keyResult: null } };
    case 'key-result':
      return { kind: 'parent', option: { ...served.objective, keyResult: served.keyResult } };
    case 'none':
      return { kind: 'none', why: served.why };
    case 'unsaid':
      return { kind: 'unsaid' };
    case 'hidden':
    case 'gone':
      return { kind: 'kept' };
  }
}

/** What a draft asks for; null: nothing to save. */
export function inputOf(draft: ServesDraft): ServesInput | null {
  switch (draft.kind) {
    case 'parent': {
      const { id, keyResult } = draft.option;
      return keyResult ? { kind: 'key-result', id: keyResult.id } : { kind: 'objective', id };
    }
    case 'none':
      return { kind: 'none', why: draft.why };
    case 'unsaid':
      return { kind: 'unsaid' };
    case 'kept':
      return null;
  }
}

/** The words of what is served; undefined: nothing, or nothing that can be read. */
export function servedTitle(draft: ServesDraft): string | undefined {
  return draft.kind === 'parent' ? (draft.option.keyResult?.title ?? draft.option.title) : undefined;
}
