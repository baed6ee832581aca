import { expect, type Page } from '@playwright/test';
import type { KeyResult } from '../builders/world';
import { OkrPage } from './okr-page';

/** The page on which a key result is changed. */
export class EditingPage {
  private readonly frame;

  constructor(private readonly page: Page) {
    this.frame = new OkrPage(page).frame;
  }

  async opens(keyResult: KeyResult): Promise<void> {
    await new OkrPage(this.page).opens(`/key-results/${keyResult.id}/edit`);
    await expect(this.field('Key result')).toHaveValue(keyResult.title);
  }

  /** A field with one line, or several. */
  field(label: string) {
    return this.frame.getByLabel(label, { exact: true });
  }

  async writes(label: string, text: string): Promise<void> {
    await this.field(label).fill(text);
  }

  async saves(): Promise<void> {
    await this.button('Save key result').click();
  }

  button(name: string) {
    return this.frame.getByRole('button', { name, exact: true });
  }

  /** What is said of the change somebody else saved meanwhile. */
  get meeting() {
    return this.frame.getByRole('alert').filter({ hasText: 'This was changed while you were writing' });
  }

  /** It was saved: the key result’s own page is open. */
  async isSaved(title: string): Promise<void> {
    await expect(this.frame.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }
}
