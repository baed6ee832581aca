/** What can go wrong with one SQL statement or one REST call (design §6). */
export const FAULT_KINDS = ['error-before', 'error-after', 'timeout', '429', '500', 'crash'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/**
 * A fault to come. `match` is a regular expression tried on the statement's text, or on
 * `GET /rest/api/3/…`; the fault happens at the `at`-th match from now on (1 is the next) and at
 * the `times - 1` matches after it.
 */
export interface FaultPlan {
  readonly match: string;
  readonly at: number;
  readonly kind: FaultKind;
  readonly times: number;
}

export interface Faults {
  plan(plan: FaultPlan): void;
  clear(): void;
  /** Counts one operation and says which fault, if any, befalls it. */
  next(operation: string): FaultKind | null;
  /** The plans that have not happened yet, whole or in part. */
  pending(): readonly FaultPlan[];
}

/** The process died: what a `crash` fault throws, for the host to act on. */
export class CrashFault extends Error {
  override readonly name = 'CrashFault';
  constructor() {
    super('The function crashed.');
  }
}

/** No faults until some are planned. */
export function createFaults(): Faults {
  let plans: { pattern: RegExp; seen: number; plan: FaultPlan }[] = [];
  return {
    plan: (plan) => plans.push({ pattern: new RegExp(plan.match, 'is'), seen: 0, plan }),
    clear: () => {
      plans = [];
    },
    next: (operation) => {
      let hit: FaultKind | null = null;
      for (const entry of plans) {
        if (!entry.pattern.test(operation)) continue;
        entry.seen += 1;
        if (hit === null && entry.seen >= entry.plan.at) hit = entry.plan.kind;
      }
      plans = plans.filter(({ seen, plan }) => seen < plan.at + plan.times - 1);
      return hit;
    },
    pending: () => plans.map(({ plan }) => plan),
  };
}
