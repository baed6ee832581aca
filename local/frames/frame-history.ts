import type { Peer } from './port-rpc';

/** A place inside the app's page, relative to the page's own address. */
export interface HistoryLocation {
  pathname: string;
  search: string;
  hash: string;
  state?: unknown;
}

export type HistoryAction = 'POP' | 'PUSH' | 'REPLACE';

export type HistoryListener = (location: HistoryLocation, action: HistoryAction) => void;

/** What the host tells when the app's page is opened, and from then on through `changed`. */
export interface HistoryStart {
  location: HistoryLocation;
  action: HistoryAction;
}

type Target = string | Partial<HistoryLocation>;

/** The object of `view.createHistory()`, in the shape of the history package's version 4 (Forge docs, "view"). */
export interface FrameHistory extends HistoryStart {
  push(target: Target, state?: unknown): void;
  replace(target: Target, state?: unknown): void;
  go(steps: number): void;
  goBack(): void;
  goForward(): void;
  listen(listener: HistoryListener): () => void;
}

/**
 * The app's history over the site's address bar. Rejects in modules that have no address of their own.
 */
export async function createFrameHistory(host: Peer): Promise<FrameHistory> {
  const listeners = new Set<HistoryListener>();
  const changed: HistoryListener = (location, action) => {
    history.location = location;
    history.action = action;
    for (const listener of listeners) listener(location, action);
  };
  const move = (action: 'PUSH' | 'REPLACE', target: Target, state?: unknown): void => {
    void host.call('history', { action, location: toLocation(target, history.location, state) });
  };
  const go = (steps: number): void => void host.call('history', { action: 'POP', steps });

  const history: FrameHistory = {
    location: { pathname: '/', search: '', hash: '' },
    action: 'POP',
    push: (target, state) => {
      move('PUSH', target, state);
    },
    replace: (target, state) => {
      move('REPLACE', target, state);
    },
    go,
    goBack: () => {
      go(-1);
    },
    goForward: () => {
      go(1);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const start = await host.call('createHistory', { changed });
  if (isStart(start)) Object.assign(history, { location: start.location, action: start.action });
  return history;
}

/** Reads a path, or the parts of a place, against where the app is now. */
export function toLocation(target: Target, from: HistoryLocation, state?: unknown): HistoryLocation {
  if (typeof target !== 'string') {
    return {
      pathname: target.pathname ?? from.pathname,
      search: target.search ?? '',
      hash: target.hash ?? '',
      state: target.state ?? state,
    };
  }
  const base = `http://app${from.pathname}${from.search}`;
  const { pathname, search, hash } = new URL(target, base);
  return { pathname, search, hash, state };
}

function isStart(value: unknown): value is HistoryStart {
  return typeof value === 'object' && value !== null && 'location' in value && 'action' in value;
}
