import { expect, type Locator, type Page } from '@playwright/test';
import { z } from 'zod';

const surfaces = z.object({ surfaces: z.object({ globalPage: z.string(), projectPage: z.string() }) });

/** Waymark's own page in Jira, at any of its routes. */
export class OkrPage {
  constructor(private readonly page: Page) {}

  /** Opens a route of the page, such as `/?team=…` or `/start`. */
  async opens(route = ''): Promise<void> {
    const { globalPage } = await this.addresses();
    await this.page.goto(globalPage + route);
  }

  /** Opens the page of a project, where its teams are shown first. */
  async opensProject(key: string): Promise<void> {
    const { projectPage } = await this.addresses();
    await this.page.goto(projectPage.replace('{projectKey}', key));
  }

  /** Goes to one of the places that stand behind "More". */
  async opensMore(name: string): Promise<void> {
    await this.frame.getByRole('button', { name: /^More/ }).click();
    await this.frame.getByRole('menuitem', { name }).click();
  }

  async isHeaded(title: string): Promise<void> {
    await expect(this.frame.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }

  get frame() {
    return this.page
      .getByRole('main')
      .getByTitle(/^(Waymark|OKRs)$/)
      .contentFrame();
  }

  /** What others attached to this person's key results. */
  notice(issueKey: string) {
    return this.frame
      .getByRole('list', { name: 'Attached to your key results' })
      .getByRole('listitem')
      .filter({ hasText: issueKey });
  }

  /** A key result among the others of its objective. */
  row(keyResult: { key: string; title: string }): KeyResultRow {
    const title = this.frame.getByRole('link', { name: keyResult.title, exact: true });
    return new KeyResultRow(this.frame.getByRole('listitem').filter({ has: title }), keyResult.key);
  }

  /** A flag the site shows, above whatever page is open. */
  flag(text: string) {
    return this.page.getByRole('alert').filter({ hasText: text });
  }

  /** Closes a flag once it is there: flags stand over what is pressed next. */
  async closesFlag(text: string): Promise<void> {
    const flag = this.flag(text);
    await flag.getByRole('button', { name: 'Dismiss' }).click();
    await expect(flag).toHaveCount(0);
  }

  private async addresses() {
    return surfaces.parse(await (await this.page.request.get('/_local/site')).json()).surfaces;
  }
}

/** One key result of the overview. */
export class KeyResultRow {
  constructor(
    private readonly row: Locator,
    private readonly key: string,
  ) {}

  async shows(...texts: string[]): Promise<void> {
    for (const text of texts) await expect(this.row).toContainText(text);
  }

  /** Unfolds the work beneath the outcome. */
  async unfoldsWork(): Promise<void> {
    await this.row.getByText(`Work on ${this.key}: `).click();
  }

  async showsWork(text: string | RegExp): Promise<void> {
    await expect(this.row.getByRole('group').getByText(text)).toBeVisible();
  }

  async checksIn(): Promise<void> {
    await this.row.getByRole('button', { name: `Check in on ${this.key}` }).click();
  }
}
