import type { Page, Route } from '@playwright/test';
import { ofTheApp } from './calls';

/** Jira as the app's frames reach it, when it is unwell; the site's own pages are answered as ever. */
export class JiraTrouble {
  constructor(private readonly page: Page) {}

  /** Every request from now on gets this status; with `path`, those whose path ends so. */
  async answers(status: 429 | 500, path = ''): Promise<void> {
    await this.page.route(path === '' ? everything : `**${path}`, (route) =>
      this.ofApp(route, () =>
        route.fulfill({
          status,
          headers: status === 429 ? { 'retry-after': '5' } : {},
          json: { errorMessages: [], errors: {} },
        }),
      ),
    );
  }

  /** Every request from now on waits until the answer of this is called. */
  async hesitates(): Promise<() => void> {
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    await this.page.route(everything, (route) =>
      this.ofApp(route, async () => {
        await held;
        await route.fallback();
      }),
    );
    return goOn;
  }

  async recovers(): Promise<void> {
    await this.page.unrouteAll();
  }

  private async ofApp(route: Route, meets: () => Promise<void>): Promise<void> {
    if (route.request().headers()[ofTheApp] === undefined) await route.fallback();
    else await meets();
  }
}

const everything = '**/rest/api/3/**';
