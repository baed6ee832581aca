import type { ManifestModule, ProductEvent, Recorder } from '../contracts';
import type { Backend, Outcome } from './backend';
import { createEventFilter, type IssueProperty } from './event-filter';
import { INVOCATION_LIMITS } from './limits';
import { modulesOfType, type Manifest } from './manifest';

/** How held events are let go: each `times` times, in the order they came, reversed, or shuffled by a fixed rule. */
export interface Release {
  readonly times: number;
  readonly order: 'as-sent' | 'reversed';
}

/** One event given to one trigger. */
export interface Delivery {
  readonly trigger: string;
  readonly name: string;
  readonly outcome: Outcome;
}

/** Brings product events to the app's triggers: at least once, in no promised order, as Forge does. */
export interface Events {
  /** An event happened. Its filter reads issue properties now; it is delivered soon, or held. */
  emit(event: ProductEvent): void;
  /** From now on keeps events back until `release`. */
  hold(): void;
  release(how: Release): Promise<readonly Delivery[]>;
  /** Delivers these events whatever the hold, and waits for them. */
  deliver(events: readonly ProductEvent[], how: Release): Promise<readonly Delivery[]>;
  /** Resolves when everything emitted and not held has been delivered. */
  settled(): Promise<void>;
  /** Events that wait: on their way, and held. */
  pending(): { readonly underway: number; readonly held: number };
}

interface Parcel {
  readonly trigger: ManifestModule;
  readonly event: ProductEvent;
}

/** Forge repeats an event this often when the platform, not the app, failed (Forge docs, "Retry Atlassian app events"). */
const RETRIES = 4;
const RETRY_REASONS = { timeout: 'FUNCTION_TIME_OUT', memory: 'FUNCTION_OUT_OF_MEMORY' } as const;

/** Reads the manifest's triggers; a filter that is not modelled throws. */
export function createEvents(options: {
  manifest: Manifest;
  backend: Backend;
  recorder: Recorder;
  issueProperty: IssueProperty;
}): Events {
  const { backend, recorder } = options;
  const triggers = modulesOfType(options.manifest, 'trigger').map((trigger) => ({
    trigger,
    names: new Set(trigger.props.events as readonly string[]),
    filter: createEventFilter(trigger, options.issueProperty),
  }));
  const underway = new Set<Promise<unknown>>();
  let held: Parcel[] | null = null;

  function parcels(event: ProductEvent): Parcel[] {
    const bytes = Buffer.byteLength(JSON.stringify(event.body));
    if (bytes > INVOCATION_LIMITS.eventBytes) {
      recorder.problem(`${event.name} has ${bytes} bytes and is not delivered: at most 200 kB are.`);
      return [];
    }
    return triggers
      .filter(({ names, filter }) => {
        if (!names.has(event.name)) return false;
        return filter(event).pass;
      })
      .map(({ trigger }) => ({ trigger, event }));
  }

  async function send({ trigger, event }: Parcel): Promise<Delivery> {
    let outcome = await backend.runModule(trigger, 'function', event.body);
    for (let retry = 1; retry <= RETRIES && platformFailed(outcome); retry += 1) {
      const retryReason = RETRY_REASONS[outcome.kind === 'memory' ? 'memory' : 'timeout'];
      const retryContext = { retryCount: retry, retryReason };
      outcome = await backend.runModule(trigger, 'function', { ...event.body, retryContext });
    }
    if (!outcome.ok) recorder.problem(`${trigger.key} failed on ${event.name}: ${outcome.message}`);
    return { trigger: trigger.key, name: event.name, outcome };
  }

  function track<T>(work: Promise<T>): Promise<T> {
    underway.add(work);
    void work.finally(() => underway.delete(work)).catch(() => undefined);
    return work;
  }

  async function deliverAll(what: readonly Parcel[], how: Release): Promise<readonly Delivery[]> {
    const ordered = how.order === 'reversed' ? [...what].reverse() : what;
    const done: Delivery[] = [];
    for (let round = 0; round < how.times; round += 1) {
      for (const parcel of ordered) done.push(await track(send(parcel)));
    }
    return done;
  }

  return {
    emit: (event) => {
      for (const parcel of parcels(event)) {
        if (held) held.push(parcel);
        else void track(send(parcel)).catch((error: unknown) => recorder.problem(String(error)));
      }
    },
    hold: () => {
      held ??= [];
    },
    release: (how) => {
      const kept = held ?? [];
      held = null;
      return deliverAll(kept, how);
    },
    deliver: (events, how) => deliverAll(events.flatMap(parcels), how),
    settled: async () => {
      while (underway.size > 0) await Promise.allSettled([...underway]);
    },
    pending: () => ({ underway: underway.size, held: held?.length ?? 0 }),
  };
}

function platformFailed(outcome: Outcome): outcome is Outcome & { ok: false } {
  return !outcome.ok && ['timeout', 'memory', 'crash'].includes(outcome.kind);
}
