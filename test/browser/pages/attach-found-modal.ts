import { expect, type Page } from '@playwright/test';
import type { Issue } from '../builders/jira-issues';
import { AttachManyModal } from './attach-many-modal';

/** The dialog that the issue search opens: a key result first, then the issues. */
export class AttachFoundModal extends AttachManyModal {
  constructor(page: Page) {
    super(page, 'Attach to a key result');
  }

  async isTitled(title: string): Promise<void> {
    await expect(this.frame.getByRole('heading', { name: title, exact: true })).toBeVisible();
  }

  async picks({ key, title }: { key: string; title: string }): Promise<void> {
    await this.frame.getByRole('combobox', { name: 'Search key results' }).fill(key);
    await this.frame.getByRole('option', { name: `${key} ${title}` }).click();
    await expect(this.frame.getByRole('button', { name: 'Choose another' })).toBeVisible();
  }

  async hasChosen(issue: Issue): Promise<void> {
    await expect(this.box(issue)).toBeChecked();
  }
}
