import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Suspense, lazy, useState, type ComponentType } from 'react';
import { IntlProvider } from 'react-intl';
import { surfaces, type SurfaceKey } from '../surfaces';
import type { Place } from './place';
import { ErrorBoundary } from './error-boundary';
import { PlaceContext } from './place-context';
import { Waiting } from '../components/waiting';
import { surfaceOf } from './surface-of';

function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // A refusal is a value; what is thrown is shown with "Try again", so that a person decides about retries.
      queries: { retry: false, staleTime: 30_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
}

function isSurface(name: string): name is SurfaceKey {
  return Object.hasOwn(surfaces, name);
}

function surfaceNamed(name: string): ComponentType {
  if (!isSurface(name)) {
    return () => {
      throw new Error(`No surface is called ${name}`);
    };
  }
  return lazy(surfaces[name]);
}

/** The root of every surface: who and where, language, data and what to say when something breaks. */
export function App({ place }: { place: Place }) {
  const [client] = useState(newQueryClient);
  const [Surface] = useState(() => surfaceNamed(surfaceOf(place)));
  return (
    // Texts are English, so their plurals are too (`defaultLocale`); numbers and dates follow the viewer.
    <IntlProvider locale={place.locale} timeZone={place.timeZone} defaultLocale="en" onError={onTextError}>
      <PlaceContext.Provider value={place}>
        <QueryClientProvider client={client}>
          <ErrorBoundary>
            <Suspense fallback={<Waiting />}>
              <Surface />
            </Suspense>
          </ErrorBoundary>
        </QueryClientProvider>
      </PlaceContext.Provider>
    </IntlProvider>
  );
}

function onTextError(error: { code: string; message: string }): void {
  if (error.code !== 'MISSING_TRANSLATION') console.error(error.message);
}
