import { expect, type Page } from '@playwright/test';

/** The dialog in which a person judges an initiative. */
export class JudgeModal {
  /** `title`: of the module it was opened from; it lies above what is open already. */
  constructor(
    private readonly page: Page,
    private readonly title = 'Waymark',
  ) {}

  async says(...texts: (string | RegExp)[]): Promise<void> {
    for (const text of texts) await expect(this.frame.getByText(text).first()).toBeVisible();
  }

  stance(name: RegExp | string) {
    return this.frame.getByRole('radio', { name });
  }

  decision(name: string) {
    return this.frame.getByRole('radio', { name, exact: true });
  }

  get verdict() {
    return this.frame.getByRole('combobox', { name: 'Your verdict' });
  }

  option(name: string) {
    return this.frame.getByRole('option', { name, exact: true });
  }

  get reason() {
    return this.frame.getByRole('textbox', { name: 'Why?' });
  }

  jira(name: string) {
    return this.frame.getByRole('checkbox', { name });
  }

  get comment() {
    return this.frame.getByRole('textbox', { name: 'Comment' });
  }

  get resolution() {
    return this.frame.getByRole('combobox', { name: 'Resolution' });
  }

  button(name: string) {
    return this.frame.getByRole('button', { name, exact: true });
  }

  async saves(): Promise<void> {
    await this.button('Save').click();
  }

  async isClosed(): Promise<void> {
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  get frame() {
    return this.page.getByRole('dialog').getByTitle(this.title).last().contentFrame();
  }
}
