import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { Suspense, lazy, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { Waiting } from '../components/waiting';
import { ErrorBoundary } from './error-boundary';
import type { Surface } from './open-surface';
import type { Place } from './place';
import { PlaceContext } from './place-context';

type Props = { place: Place; client: QueryClient; surface: Surface };

/** Shows a surface in `element`. */
export function show(element: HTMLElement, props: Props): void {
  createRoot(element).render(<App {...props} />);
}

/** The root of every surface: who and where, language, data and what to say when something breaks. */
function App({ place, client, surface }: Props) {
  const [Shown] = useState(() => surface.loaded ?? lazy(() => surface.loading));
  return (
    // Texts are English, so their plurals are too (`defaultLocale`); numbers and dates follow the viewer.
    <IntlProvider locale={place.locale} timeZone={place.timeZone} defaultLocale="en" onError={onTextError}>
      <PlaceContext.Provider value={place}>
        <QueryClientProvider client={client}>
          <ErrorBoundary>
            <Suspense fallback={<Waiting />}>
              <Shown />
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
