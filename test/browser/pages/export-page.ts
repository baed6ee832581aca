import type { Page } from '@playwright/test';
import type { OkrPage } from './okr-page';

/** Files of OKRs: made, and read again. */
export class ExportPage {
  constructor(
    private readonly page: Page,
    private readonly okrs: OkrPage,
  ) {}

  async chooses(format: string): Promise<void> {
    await this.choosesIn('Format', format);
  }

  /** Makes the file; answers where it was saved, under its own name. */
  async makes(): Promise<string> {
    const [file] = await Promise.all([
      this.page.waitForEvent('download'),
      this.okrs.frame.getByRole('button', { name: 'Make the file' }).click(),
    ]);
    const path = `${await file.path()}-${file.suggestedFilename()}`;
    await file.saveAs(path);
    return path;
  }

  async importsCsv(text: string): Promise<void> {
    await this.okrs.opens('/import');
    const file = { name: 'okrs.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
    await this.okrs.frame.locator('input[type="file"]').setInputFiles(file);
  }

  async choosesPlace(team: string, cycle: string): Promise<void> {
    await this.choosesIn('Team', team);
    await this.choosesIn('Cycle', cycle);
  }

  private async choosesIn(label: string, name: string): Promise<void> {
    const choice = this.okrs.frame.getByRole('combobox', { name: label, exact: true });
    await choice.fill(name);
    await choice.press('Enter');
  }
}
