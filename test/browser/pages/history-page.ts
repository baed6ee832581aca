import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { OkrPage } from './okr-page';

/** What was changed on the site. */
export class HistoryPage {
  constructor(
    private readonly page: Page,
    private readonly okrs: OkrPage,
  ) {}

  async opensFromMenu(): Promise<void> {
    await this.okrs.opens();
    await this.okrs.opensMore('History');
    await this.okrs.isHeaded('History');
  }

  get entries(): Locator {
    return this.okrs.frame.getByRole('main').getByRole('listitem');
  }

  entry(text: string): Locator {
    return this.entries.filter({ hasText: text });
  }

  async choosesTeam(name: string): Promise<void> {
    await this.chooses('Team', name);
  }

  async choosesKind(name: string): Promise<void> {
    await this.chooses('Of', name);
  }

  /** Exports what is filtered; answers the text of the file. */
  async exports(): Promise<string> {
    const [file] = await Promise.all([
      this.page.waitForEvent('download'),
      this.okrs.frame.getByRole('button', { name: 'Export as CSV' }).click(),
    ]);
    return readFile(await file.path(), 'utf8');
  }

  private async chooses(label: string, name: string): Promise<void> {
    const choice = this.okrs.frame.getByRole('combobox', { name: label, exact: true });
    await choice.fill(name);
    await choice.press('Enter');
  }
}
