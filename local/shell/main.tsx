import '@atlaskit/css-reset';
import './styles/site.css';
import './styles/chrome.css';
import './styles/issue.css';
import './styles/board.css';
import './styles/wiki.css';
import { setBooleanFeatureFlagResolver } from '@atlaskit/platform-feature-flags';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { routes } from './routes';
import { currentPerson, loadPeople } from './site/person';
import { PeopleContext } from './site/person-context';
import { ThemeProvider, wearRememberedTheme } from './site/theme';

// Atlaskit asks for feature gates wherever it is used; this site has none, and says so instead of logging an error.
setBooleanFeatureFlagResolver(() => false);

const mode = wearRememberedTheme();
const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, refetchOnWindowFocus: true, staleTime: 5000 } },
});

async function start(): Promise<void> {
  const people = await loadPeople();
  const person = currentPerson(people);
  const root = document.getElementById('root');
  if (root === null) return;
  createRoot(root).render(
    <PeopleContext.Provider value={{ people, person }}>
      <ThemeProvider initial={mode}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={createBrowserRouter(routes)} />
        </QueryClientProvider>
      </ThemeProvider>
    </PeopleContext.Provider>,
  );
}

void start();
