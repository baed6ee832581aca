import { view } from '@forge/bridge';
import { useEffect, useState, type ReactNode } from 'react';
import { NavigationType, Router, type Location } from 'react-router';
import { Waiting } from '../components/waiting';

type PlaceHistory = Awaited<ReturnType<typeof view.createHistory>>;
type Here = { location: Location; action: NavigationType };

const actions: Record<string, NavigationType> = {
  PUSH: NavigationType.Push,
  REPLACE: NavigationType.Replace,
};

/** The product writes a location as history 4 does, and may leave parts of it out. */
function hereOf(location: Partial<PlaceHistory['location']>, action: string): Here {
  const { pathname = '/', search = '', hash = '', key = 'default' } = location;
  return {
    location: {
      pathname: pathname === '' ? '/' : pathname,
      search,
      hash,
      key,
      state: null,
    },
    action: actions[action] ?? NavigationType.Pop,
  };
}

/**
 * Routes of a full page, kept in the product's own address so that a link can be shared and Back works
 * (Forge docs "view", createHistory).
 */
export function PlaceRouter({ children }: { children: ReactNode }) {
  const [history, setHistory] = useState<PlaceHistory | null>(null);
  const [here, setHere] = useState<Here | null>(null);

  useEffect(() => {
    let left = false;
    let unlisten: (() => void) | undefined;
    void view.createHistory().then((made) => {
      if (left) return;
      setHistory(made);
      setHere(hereOf(made.location, made.action));
      unlisten = made.listen((location, action) => setHere(hereOf(location, action)));
    });
    return () => {
      left = true;
      unlisten?.();
    };
  }, []);

  if (history === null || here === null) return <Waiting />;
  return (
    <Router
      location={here.location}
      navigationType={here.action}
      navigator={{
        createHref: (to) =>
          typeof to === 'string' ? to : `${to.pathname ?? ''}${to.search ?? ''}${to.hash ?? ''}`,
        go: (steps) => history.go(steps),
        push: (to) => history.push(pathOf(to)),
        replace: (to) => history.replace(pathOf(to)),
      }}
    >
      {children}
    </Router>
  );
}

function pathOf(to: string | { pathname?: string; search?: string; hash?: string }): string {
  return typeof to === 'string' ? to : `${to.pathname ?? ''}${to.search ?? ''}${to.hash ?? ''}`;
}
