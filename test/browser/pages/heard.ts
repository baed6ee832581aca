import type { Page, Response } from '@playwright/test';

/** What the browser was sent while a person looked around: whether one of these words was in any of it. */
export class Heard {
  private readonly replies: Promise<string | null>[] = [];
  private readonly hear = (response: Response): void => {
    this.replies.push(this.read(response));
  };

  constructor(
    private readonly page: Page,
    private readonly words: readonly string[],
  ) {
    page.on('response', this.hear);
  }

  /** Where they were said. Throws when nothing was heard at all. */
  async in(): Promise<string[]> {
    this.page.off('response', this.hear);
    if (this.replies.length === 0) throw new Error('The browser was sent nothing.');
    return (await Promise.all(this.replies)).filter((where) => where !== null);
  }

  private async read(response: Response): Promise<string | null> {
    // One that was cut off by going to another page has no body, and nobody has read it.
    const body = await response.text().catch(() => '');
    return this.words.some((word) => body.includes(word)) ? response.url() : null;
  }
}
