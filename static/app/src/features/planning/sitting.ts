import { createContext, useContext } from 'react';
import type { IssueId, KeyResultId } from '../../../../../src/domain/ids';

/** Something taken on in this sitting. `keyResult` null: not known, or outside what is shown. */
export type TakenOn = { issueId: IssueId | null; what: string; keyResultId: KeyResultId | null };

/** One sitting over one plan: what was decided in it, and whether it was asked what goes slower. */
export type Sitting = {
  /** Keeps a sentence of what was done, for the result of the review. */
  log: (sentence: string) => void;
  /** Something new is taken on: asks, once a sitting, which key result goes slower. */
  takesOn: (what: TakenOn) => void;
};

export const SittingContext = createContext<Sitting>({ log: () => undefined, takesOn: () => undefined });

export function useSitting(): Sitting {
  return useContext(SittingContext);
}
