import type { Clock, ManifestModule, Recorder } from '../contracts';
import { SITE_IDS, type Backend, type Outcome } from './backend';
import { moduleNamed, modulesOfType, type Manifest } from './manifest';

/** The app's scheduled triggers. */
export interface Schedules {
  /** Runs one now, whatever the time, and waits for it. Throws when the manifest has no such schedule. */
  run(key: string): Promise<Outcome>;
  stop(): void;
}

const MINUTE = 60_000;
const INTERVALS: { readonly [name: string]: number } = {
  fiveMinute: 5 * MINUTE,
  hour: 60 * MINUTE,
  day: 24 * 60 * MINUTE,
  week: 7 * 24 * 60 * MINUTE,
};
const LOOK_EVERY = 1_000;

/**
 * Runs each schedule when its interval has passed on the site's clock, the first time five minutes after
 * the start as after a deploy. A clock set far ahead causes one run, not all the missed ones.
 * Source: Forge docs, "Scheduled trigger".
 */
export function startSchedules(options: {
  manifest: Manifest;
  backend: Backend;
  clock: Clock;
  recorder: Recorder;
}): Schedules {
  const { manifest, backend, clock, recorder } = options;
  const run = (module: ManifestModule): Promise<Outcome> =>
    backend.runModule(module, 'function', {
      context: { cloudId: SITE_IDS.cloudId, moduleKey: module.key },
      contextToken: 'local',
    });
  const start = clock.now().getTime();
  const entries = modulesOfType(manifest, 'scheduledTrigger').map((module) => {
    const named = module.props.interval;
    const interval = typeof named === 'string' ? INTERVALS[named] : undefined;
    if (interval === undefined) throw new Error(`Not modelled: the interval of schedule ${module.key}.`);
    return { module, interval, next: start + 5 * MINUTE, running: false };
  });
  const timer = setInterval(() => {
    const now = clock.now().getTime();
    for (const entry of entries) {
      // The clock was set back: wait one interval from there.
      if (entry.next > now + entry.interval) entry.next = now + entry.interval;
      if (entry.running || now < entry.next) continue;
      entry.next = now + entry.interval;
      entry.running = true;
      void run(entry.module).then((outcome) => {
        entry.running = false;
        if (!outcome.ok) recorder.problem(`Schedule ${entry.module.key} failed: ${outcome.message}`);
      });
    }
  }, LOOK_EVERY);
  timer.unref();
  return {
    run: (key) => {
      const module = moduleNamed(manifest, key);
      if (module.type !== 'scheduledTrigger') throw new Error(`${key} is not a scheduled trigger.`);
      return run(module);
    },
    stop: () => clearInterval(timer),
  };
}
