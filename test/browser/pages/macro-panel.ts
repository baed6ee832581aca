import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** The macro as a reader of the page sees it. */
export class MacroPanel {
  constructor(
    private readonly page: Page,
    private readonly frame: FrameLocator,
  ) {}

  /** The sentence that comes first. */
  get sentence(): Locator {
    return this.frame.getByRole('heading', { level: 2 });
  }

  get body(): Locator {
    return this.frame.locator('body');
  }

  /** What changed in a key result since last week. */
  changeOf(key: string): Locator {
    return this.frame.locator('header').first().getByRole('listitem').filter({ hasText: key });
  }

  /** One key result, in either layout. */
  keyResult(title: string): Locator {
    return this.frame
      .getByRole('listitem')
      .filter({ has: this.frame.getByRole('link', { name: title, exact: true }) });
  }

  /** The titles of its key results in the order shown. */
  async titles(): Promise<string[]> {
    return this.frame.getByRole('listitem').getByRole('heading', { level: 4 }).allInnerTexts();
  }

  /** Goes to a key result's own page. */
  async opens(title: string): Promise<void> {
    await this.keyResult(title).getByRole('link', { name: title, exact: true }).click();
  }

  async unfoldsWork(title: string): Promise<void> {
    await this.keyResult(title)
      .getByText(/^Work: /)
      .click();
  }

  /** Checks in by keyboard, in the dialog that opens. */
  async checksIn(key: string, value: string, confidence: string): Promise<void> {
    await this.frame.getByRole('button', { name: `Check in on ${key}` }).click();
    const dialog = this.page.getByRole('dialog');
    const form = dialog.frameLocator('iframe');
    await form.getByLabel('Value', { exact: true }).fill(value);
    await form.getByLabel(/^Confidence/).fill(confidence);
    await form.getByLabel(/^Confidence/).press('Control+Enter');
    await expect(dialog).toBeHidden();
  }
}
