import type { Page, Route } from '@playwright/test';
import { z } from 'zod';
import { ofTheApp } from './calls';

const size = 100;
const asked = z.object({ nextPageToken: z.string().optional(), maxResults: z.number() });

/**
 * A backlog larger than the local site should hold for one test: Jira's search answers so many stories by page, each beneath
 * the epic given, as the app's frames ask for them; everything else of Jira answers as ever.
 */
export class LargeBacklog {
  /** How many pages were asked for. */
  pages = 0;
  private holding: Promise<void> | null = null;

  constructor(
    private readonly page: Page,
    private readonly count: number,
    private readonly epic: { id: string; key: string; summary: string },
    private readonly projectId: string,
  ) {}

  async isThere(): Promise<void> {
    await this.page.route('**/rest/api/3/search/jql', (route) => this.ofApp(route, () => this.answer(route)));
    await this.page.route('**/rest/api/3/search/approximate-count', (route) =>
      this.ofApp(route, () => route.fulfill({ json: { count: this.count } })),
    );
  }

  /** Keeps every further page back until the answer is called. */
  holds(): () => void {
    let release = (): void => undefined;
    this.holding = new Promise((resolve) => {
      release = resolve;
    });
    return () => {
      this.holding = null;
      release();
    };
  }

  private async ofApp(route: Route, answers: () => Promise<void>): Promise<void> {
    if (route.request().headers()[ofTheApp] === undefined) await route.fallback();
    else await answers();
  }

  private async answer(route: Route): Promise<void> {
    const { nextPageToken } = asked.parse(route.request().postDataJSON());
    this.pages += 1;
    if (this.holding !== null) await this.holding;
    const start = Number(nextPageToken ?? 0);
    const end = Math.min(start + size, this.count);
    const issues = Array.from({ length: end - start }, (_, at) => this.story(start + at));
    await route.fulfill({
      json: {
        issues,
        isLast: end >= this.count,
        ...(end >= this.count ? {} : { nextPageToken: String(end) }),
      },
    });
  }

  private story(at: number): object {
    const { id, key, summary } = this.epic;
    return {
      id: String(900_000 + at),
      key: `LEARN-${100_000 + at}`,
      fields: {
        summary: `Wish ${at + 1}`,
        status: { name: 'To Do', statusCategory: { key: 'new' } },
        issuetype: { name: 'Story', hierarchyLevel: 0 },
        project: { id: this.projectId },
        parent: at % 2 === 0 ? { id, key, fields: { summary, issuetype: { hierarchyLevel: 1 } } } : null,
        resolution: null,
      },
    };
  }
}
