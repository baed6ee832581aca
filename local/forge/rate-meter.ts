/** Counts what was used within a window that slides in real time, whatever the site's clock says. */
export interface RateMeter {
  /** Uses `amount` unless that would exceed the limit; says whether it did. */
  take(amount: number): boolean;
  add(amount: number): void;
  spent(): number;
}

/** A meter that allows `limit` per `windowMs` milliseconds. */
export function createRateMeter(limit: number, windowMs: number, now = () => performance.now()): RateMeter {
  let uses: { readonly at: number; readonly amount: number }[] = [];
  let total = 0;
  const spent = (): number => {
    const oldest = now() - windowMs;
    if ((uses[0]?.at ?? Number.POSITIVE_INFINITY) <= oldest) {
      uses = uses.filter((use) => use.at > oldest);
      total = uses.reduce((sum, use) => sum + use.amount, 0);
    }
    return total;
  };
  const add = (amount: number): void => {
    uses.push({ at: now(), amount });
    total += amount;
  };
  return {
    spent,
    add,
    take: (amount) => {
      if (spent() + amount > limit) return false;
      add(amount);
      return true;
    },
  };
}
