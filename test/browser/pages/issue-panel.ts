import { expect, type Locator, type Page } from '@playwright/test';
import { AttachModal } from './attach-modal';

/** Waymark's panel of an issue, opened. */
export class IssuePanel {
  constructor(private readonly page: Page) {}

  async servesNothing(): Promise<void> {
    await expect(this.frame.getByRole('heading', { name: 'Serves no key result' })).toBeVisible();
  }

  async says(text: string | RegExp): Promise<void> {
    await expect(this.frame.getByText(text)).toBeVisible();
  }

  /** Asks again for what could not be read. */
  async triesAgain(): Promise<void> {
    await this.frame.getByRole('button', { name: 'Try again' }).click();
  }

  async attaches(): Promise<AttachModal> {
    await this.frame.getByRole('button', { name: /^Attach/ }).click();
    return new AttachModal(this.page);
  }

  /** What is shown of one key result the issue serves. */
  serving(keyResult: { key: string; title: string }): Serving {
    return new Serving(
      this.frame.getByRole('article', { name: `${keyResult.key} ${keyResult.title}`, exact: true }),
    );
  }

  private get frame() {
    return this.page
      .getByRole('complementary', { name: 'Details' })
      .getByTitle('Waymark', { exact: true })
      .contentFrame();
  }
}

/** One key result in the panel: outcome and work, apart. */
export class Serving {
  constructor(private readonly article: Locator) {}

  async isHeaded(sentence: string): Promise<void> {
    await expect(this.article.getByRole('heading', { name: sentence, exact: true })).toBeVisible();
  }

  async hasOutcome(...texts: string[]): Promise<void> {
    for (const text of texts) await expect(this.outcome).toContainText(text);
  }

  async hasWork(...texts: string[]): Promise<void> {
    for (const text of texts) await expect(this.work).toContainText(text);
  }

  /** Neither half speaks of the other: no count of issues in the outcome, no value or pace in the work. */
  async keepsApart(): Promise<void> {
    await expect(this.outcome).not.toContainText(/stor(y|ies)|done/);
    await expect(this.work).not.toContainText(/of the way|on pace|Behind/);
    await expect(this.outcome.getByRole('img', { name: /^Outcome: / })).toBeVisible();
    await expect(this.work.getByRole('img')).toHaveCount(0);
  }

  /** The words of the outcome, to see whether they change. */
  outcomeText(): Promise<string> {
    return this.outcome.innerText();
  }

  /** "When did people get it?", with this day filled in. */
  async asksWhenLive(day: string): Promise<void> {
    await expect(this.article.getByText('When did people get it?')).toBeVisible();
    await expect(this.article.getByLabel('Day people got it')).toHaveValue(day);
  }

  async doesNotAskWhenLive(): Promise<void> {
    await expect(this.article.getByText('When did people get it?')).toHaveCount(0);
  }

  async savesLive(day: string, why: string): Promise<void> {
    await this.article.getByLabel('Day people got it').fill(day);
    await this.article.getByLabel('Why this day?').fill(why);
    await this.article.getByRole('button', { name: 'Save day' }).click();
  }

  async detaches(): Promise<void> {
    await this.article.getByRole('button', { name: 'Detach' }).click();
  }

  private get outcome() {
    return this.article.getByRole('region', { name: 'Outcome' });
  }

  private get work() {
    return this.article.getByRole('region', { name: /^Work of/ });
  }
}
