/** What was answered, and until when it counts, in milliseconds since the epoch. */
type Kept<T> = { value: T; until: number };

/**
 * Answers to questions that are asked often, kept in this process for `forMs` milliseconds; of more than `atMost` the oldest
 * are forgotten. A question that fails is kept by nobody.
 */
export function rememberLately<T>({ forMs, atMost }: { forMs: number; atMost: number }) {
  const kept = new Map<string, Kept<T>>();
  return async (question: string, now: number, ask: () => Promise<T>): Promise<T> => {
    const before = kept.get(question);
    if (before && now < before.until) return before.value;
    const value = await ask();
    kept.delete(question);
    kept.set(question, { value, until: now + forMs });
    for (const oldest of kept.keys()) {
      if (kept.size <= atMost) break;
      kept.delete(oldest);
    }
    return value;
  };
}
