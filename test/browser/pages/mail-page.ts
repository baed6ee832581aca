import { expect, type Page } from '@playwright/test';

/** The mail of the person at the browser, as the local site keeps it. */
export class MailPage {
  constructor(private readonly page: Page) {}

  async opens(): Promise<void> {
    await this.page.goto('/mail');
    await expect(this.page.getByRole('heading', { level: 1, name: 'Mail to' })).toBeVisible();
  }

  /** What a mail says: the newest with this subject. */
  mail(subject: RegExp) {
    return this.page.getByTitle(subject).first().contentFrame();
  }
}
