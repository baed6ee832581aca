import { useLayoutEffect, useMemo, useRef } from 'react';
import { useLocation, useNavigate, useNavigationType } from 'react-router';
import type { HistoryListener, HistoryLocation } from '../../frames/frame-history';
import type { PageHistory } from './frame-host';

/**
 * The part of the address bar after `base`, as the history of the app's page: links to a place inside the app can be
 * shared, and the browser's back and forward work inside it.
 */
export function usePageHistory(base: string): PageHistory {
  const location = useLocation();
  const navigate = useNavigate();
  const action = useNavigationType();
  const listeners = useRef(new Set<HistoryListener>());
  const here = useRef<HistoryLocation>(inside(base, location));
  const first = useRef(true);
  useLayoutEffect(() => {
    here.current = inside(base, location);
    if (first.current) {
      first.current = false;
      return;
    }
    for (const listener of listeners.current) listener(inside(base, location), action);
  }, [base, location, action]);

  return useMemo(
    () => ({
      current: () => here.current,
      move: (kind, { pathname, search, hash, state }) =>
        void navigate(
          { pathname: base + (pathname === '/' ? '' : pathname), search, hash },
          { replace: kind === 'REPLACE', state },
        ),
      go: (steps) => void navigate(steps),
      listen: (listener) => {
        listeners.current.clear();
        listeners.current.add(listener);
      },
    }),
    [base, navigate],
  );
}

function inside(base: string, { pathname, search, hash, state }: HistoryLocation): HistoryLocation {
  const rest = pathname.startsWith(base) ? pathname.slice(base.length) : '';
  return { pathname: rest === '' ? '/' : rest, search, hash, state };
}
