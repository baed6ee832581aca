import type { Result } from '../../../../src/contract/result';
import { base } from '../messages/en/base';
import { useWords } from '../messages/use-words';
import { flag } from './flags';

/** What flags say of an act; all of it is said in the reader's language. */
export type Telling<T> = {
  /** It was done. Left out: the page itself shows it. */
  done?: string;
  /** A sentence beneath `done`. */
  why?: string | undefined;
  /** It was not; the reason follows. Left out: a form says so where it was asked. */
  failed?: string;
  /** Takes it back; left out where that cannot be done. */
  undo?: ((value: T) => unknown) | undefined;
};

/**
 * Tells beside the page, in flags, how an act ended, with a way to undo it: these outlive what was pressed, which may be
 * gone with what it stood on. Answers the act's value; null when it was refused or no reply came.
 */
export function useTold() {
  const { t } = useWords();
  return async function told<T>(act: Promise<Result<T> | null>, telling: Telling<T>): Promise<T | null> {
    const { done, why, failed, undo } = telling;
    const answer = await act;
    if (!answer?.ok) {
      const description = answer?.refusal.message ?? t(base.callFailed);
      if (failed !== undefined) flag({ title: failed, description, tone: 'error' });
      return null;
    }
    if (done !== undefined) {
      flag({
        title: done,
        ...(why !== undefined && { description: why }),
        ...(undo && { action: { text: t(base.undo), onClick: () => void undo(answer.value) } }),
      });
    }
    return answer.value;
  };
}
