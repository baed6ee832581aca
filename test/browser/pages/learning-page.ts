import { expect, type Page } from '@playwright/test';
import { OkrPage } from './okr-page';

/** What was learned, of a team or the whole site. */
export class LearningPage {
  private readonly okrs: OkrPage;

  constructor(page: Page) {
    this.okrs = new OkrPage(page);
  }

  async opensOf(team: { id: string }): Promise<void> {
    await this.okrs.opens(`/learning?team=${team.id}`);
    await this.okrs.isHeaded('What we learned');
  }

  /** From the menu, with the whole site's work. */
  async opensFromMenu(): Promise<void> {
    await this.okrs.opens();
    await this.okrs.frame.getByRole('link', { name: 'What we learned' }).click();
    await this.okrs.isHeaded('What we learned');
  }

  async choosesTeam(name: string): Promise<void> {
    const team = this.okrs.frame.getByRole('combobox', { name: 'Team' });
    await team.fill(name);
    await team.press('Enter');
  }

  async says(...texts: string[]): Promise<void> {
    for (const text of texts) await expect(this.okrs.frame.getByText(text).first()).toBeVisible();
  }

  /** A row of a table, as a screen reader reads it out. */
  async hasRow(caption: string, row: string): Promise<void> {
    const table = this.okrs.frame.getByRole('table', { name: caption });
    await expect(table.getByRole('row', { name: row, exact: true })).toBeAttached();
  }

  get body() {
    return this.okrs.frame.locator('body');
  }
}
