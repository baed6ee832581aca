/** Jira's limits on bursts and on writes to one issue (Jira Cloud "Rate limiting"). Counted in real time. */

const BURST_PER_SECOND = { GET: 100, POST: 100, PUT: 50, DELETE: 50 } as const;
const PER_ISSUE = [
  { ms: 2_000, writes: 20 },
  { ms: 30_000, writes: 100 },
] as const;

export interface TooMany {
  readonly seconds: number;
  readonly reason: 'jira-burst-based' | 'jira-per-issue-on-write';
}

/** `now` is a steady clock in milliseconds; the site's own clock can be moved and is of no use here. */
export function createRates(now: () => number = () => performance.now()) {
  const bursts = new Map<string, number[]>();
  const writes = new Map<string, number[]>();

  function recent(map: Map<string, number[]>, key: string, ms: number): number[] {
    const kept = (map.get(key) ?? []).filter((at) => at > now() - ms);
    map.set(key, kept);
    return kept;
  }

  return {
    /** Counts one request; answers null, or how long to wait when it is one too many. */
    take(
      operation: string,
      method: keyof typeof BURST_PER_SECOND,
      issue: string | undefined,
    ): TooMany | null {
      const burst = recent(bursts, operation, 1_000);
      if (burst.length >= BURST_PER_SECOND[method]) return { seconds: 1, reason: 'jira-burst-based' };
      const onIssue = method === 'GET' || issue === undefined ? null : recent(writes, issue, 30_000);
      for (const limit of onIssue ? PER_ISSUE : []) {
        const within = (onIssue ?? []).filter((at) => at > now() - limit.ms);
        if (within.length >= limit.writes) {
          const free = Math.ceil(((within[0] ?? 0) + limit.ms - now()) / 1_000);
          return { seconds: Math.max(1, free), reason: 'jira-per-issue-on-write' };
        }
      }
      burst.push(now());
      onIssue?.push(now());
      return null;
    },
  };
}
