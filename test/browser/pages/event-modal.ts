import { expect, type Page } from '@playwright/test';

/** The dialog that marks what happened outside the work. */
export class EventModal {
  constructor(private readonly page: Page) {}

  get what() {
    return this.frame.getByRole('textbox', { name: 'What happened?' });
  }

  get kind() {
    return this.frame.getByRole('combobox', { name: 'Kind' });
  }

  option(name: string) {
    return this.frame.getByRole('option', { name, exact: true });
  }

  get firstDay() {
    return this.frame.getByLabel('First day');
  }

  get lastDay() {
    return this.frame.getByLabel('Last day');
  }

  async says(text: string | RegExp): Promise<void> {
    await expect(this.frame.getByText(text)).toBeVisible();
  }

  async saves(): Promise<void> {
    await this.frame.getByRole('button', { name: /^(Mark it|Save)$/ }).click();
  }

  async isClosed(): Promise<void> {
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  private get frame() {
    return this.page.getByRole('dialog').getByTitle('Waymark').contentFrame();
  }
}
