/** Collects single look-ups made within a moment and answers them with as few calls as `limit` allows. */
export function batched<K extends string, V>(
  limit: number,
  readMany: (keys: K[]) => Promise<V[]>,
  keyOf: (value: V) => K,
): (key: K) => Promise<V | null> {
  type Waiting = { resolve: (value: V | null) => void; reject: (error: unknown) => void };
  let waiting = new Map<K, Waiting[]>();

  async function flush(): Promise<void> {
    const batch = [...waiting];
    waiting = new Map();
    for (let at = 0; at < batch.length; at += limit) await read(batch.slice(at, at + limit));
  }

  async function read(part: [K, Waiting[]][]): Promise<void> {
    try {
      const found = new Map((await readMany(part.map(([key]) => key))).map((value) => [keyOf(value), value]));
      for (const [key, askers] of part) for (const asker of askers) asker.resolve(found.get(key) ?? null);
    } catch (error) {
      for (const [, askers] of part) for (const asker of askers) asker.reject(error);
    }
  }

  return (key) =>
    new Promise((resolve, reject) => {
      // React asks for all names of a page in one commit: the end of the task has seen them all.
      if (waiting.size === 0) setTimeout(() => void flush(), 0);
      waiting.set(key, [...(waiting.get(key) ?? []), { resolve, reject }]);
    });
}
