import type { Clock } from '../contracts';

/** The site's clock, whose state the backend's worker threads read directly. */
export interface SharedClock extends Clock {
  /** Two doubles: milliseconds added to the machine's time; the time it stands still at, or NaN. */
  readonly shared: SharedArrayBuffer;
  /** True while the site's time is the machine's time. */
  isReal(): boolean;
}

/** A clock that shows the machine's time until it is set. */
export function createClock(): SharedClock {
  const shared = new SharedArrayBuffer(16);
  const state = new Float64Array(shared);
  state[1] = Number.NaN;
  const millis = (): number => {
    const fixedAt = state[1] ?? Number.NaN;
    return Number.isNaN(fixedAt) ? Date.now() + (state[0] ?? 0) : fixedAt;
  };
  return {
    shared,
    now: () => new Date(millis()),
    isReal: () => state[0] === 0 && Number.isNaN(state[1]),
    set: (now, fixed = false) => {
      state[0] = now === null ? 0 : now.getTime() - Date.now();
      state[1] = now !== null && fixed ? now.getTime() : Number.NaN;
    },
  };
}
