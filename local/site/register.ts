/** Starts the Jira and Confluence services inside the site's server. */
import type { FastifyInstance } from 'fastify';
import { registerConfluence } from '../confluence/register';
import type { ProductDeps, Products } from '../contracts';
import { registerJira } from '../jira/register';
import { registerSitePages } from './pages';
import { createRates } from './rates';
import { makeCompany } from './seed/company';
import type { Serving } from './serve';
import { readDeclared, type Site } from './site';
import { openStore } from './store';

/**
 * Registers `/rest/*`, `/wiki/api/*`, `/wiki/rest/*` and `/_site/*`, and `GET /_local/mismatches` with what did not fit
 * Atlassian's documents. The data live in `<dataDir>/site.json`; a new or thrown away site starts as the sample company
 * Lantern, dated back from the site's clock.
 */
export function registerProducts(app: FastifyInstance, deps: ProductDeps): Products {
  const now = () => deps.clock.now().getTime();
  const store = openStore(deps.dataDir, deps.fresh, () => makeCompany(now()));
  const site: Site = {
    store,
    clock: deps.clock,
    siteUrl: deps.siteUrl,
    declared: readDeclared(),
    now,
    emit: (name, body) => deps.emit({ name, body }),
    callJqlFunction: (key, payload) => deps.callJqlFunction?.(key, payload) ?? Promise.resolve(null),
  };
  const serving: Serving = { site, recorder: deps.recorder, mismatches: [], rates: createRates() };

  // A scope of its own, so that reading an empty body as no body concerns these routes only.
  void app.register((scope, _options, done) => {
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, parsed) => {
      try {
        const value: unknown = body === '' ? undefined : JSON.parse(String(body));
        parsed(null, value);
      } catch {
        parsed(
          Object.assign(
            new Error('There was an error parsing JSON. Check that your request body is valid.'),
            { statusCode: 400 },
          ),
          undefined,
        );
      }
    });
    registerJira(scope, serving);
    registerConfluence(scope, serving);
    registerSitePages(scope, serving);
    done();
  });

  return {
    people: store.state.users
      .filter((user) => user.role !== '')
      .map(({ accountId, displayName, role, locale, timeZone }) => ({
        accountId,
        displayName,
        role,
        locale,
        timeZone,
      })),
    issueProperty: (issueId, key) => store.issue(issueId)?.properties[key],
    urls: urlsOf(store.state),
    stop() {
      store.flush();
      return Promise.resolve();
    },
  };
}

function urlsOf(state: ReturnType<typeof makeCompany>): { [surface: string]: string } {
  const epic = state.issues.find((issue) => issue.labels.includes('sample-guided-first-lesson'));
  const page = state.pages.find((one) => one.versions.at(-1)?.title === 'OKR review');
  const space = state.spaces.find((one) => one.id === page?.spaceId);
  return {
    ...(epic ? { issue: `/browse/${epic.key}` } : {}),
    ...(page && space ? { page: `/wiki/spaces/${space.key}/pages/${page.id}` } : {}),
  };
}
