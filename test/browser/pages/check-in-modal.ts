import { expect, type Page } from '@playwright/test';

/** The dialog of a check-in. */
export class CheckInModal {
  constructor(private readonly page: Page) {}

  get value() {
    return this.frame.getByRole('textbox', { name: 'Value' });
  }

  get confidence() {
    return this.frame.getByRole('spinbutton', { name: /^Confidence/ });
  }

  get evidence() {
    return this.frame.getByRole('textbox', { name: 'What makes you think so?' });
  }

  get blocker() {
    return this.frame.getByRole('textbox', { name: 'Blocker' });
  }

  get decision() {
    return this.frame.getByRole('textbox', { name: 'Decision' });
  }

  get decisionOwner() {
    return this.frame.getByRole('combobox', { name: 'Who does it' });
  }

  get decisionDueOn() {
    return this.frame.getByLabel('By', { exact: true });
  }

  get otherDay() {
    return this.frame.getByRole('button', { name: 'Another day' });
  }

  get day() {
    return this.frame.getByLabel('Measured on');
  }

  person(name: string) {
    return this.frame.getByRole('option', { name, exact: true });
  }

  async says(text: string | RegExp): Promise<void> {
    await expect(this.frame.getByText(text)).toBeVisible();
  }

  /** Reads out what follows from what is typed. */
  async tells(text: string): Promise<void> {
    await expect(this.frame.getByRole('status').filter({ hasText: text })).toBeVisible();
  }

  async saves(): Promise<void> {
    await this.frame.getByRole('button', { name: 'Check in', exact: true }).click();
  }

  async isClosed(): Promise<void> {
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  private get frame() {
    return this.page.getByRole('dialog').getByTitle('Waymark').contentFrame();
  }
}
