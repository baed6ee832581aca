import { expect, type Page } from '@playwright/test';

/** The dialog that attaches one issue. */
export class AttachModal {
  /** `title`: of the module it was opened from; it lies above what is open already. */
  constructor(
    private readonly page: Page,
    private readonly title = 'Waymark',
  ) {}

  async searches(words: string): Promise<void> {
    await this.search.fill(words);
  }

  /** `said`: words of its row beside its name. */
  async offers(keyResult: { key: string; title: string }, said = ''): Promise<void> {
    await expect(this.option(keyResult)).toContainText(said);
    await expect(this.option(keyResult)).toBeVisible();
  }

  async offersOnly(keyResult: { key: string; title: string }): Promise<void> {
    await this.offers(keyResult);
    await expect(this.frame.getByRole('option')).toHaveCount(1);
  }

  /** These and no others, the likeliest first. */
  async offersInOrder(...keyResults: { key: string; title: string }[]): Promise<void> {
    const titles = keyResults.map(({ key, title }) => `${key} ${title}`);
    await expect(this.frame.getByRole('option')).toContainText(titles);
  }

  async picks(keyResult: { key: string; title: string }): Promise<void> {
    await this.option(keyResult).click();
    await expect(this.frame.getByRole('button', { name: 'Choose another' })).toBeVisible();
  }

  async expectsRise(by: string, days: string, why: string): Promise<void> {
    await this.frame.getByLabel('Should rise by').fill(by);
    await this.frame.getByLabel('Days until it shows').fill(days);
    await this.frame.getByLabel('Why should it?').fill(why);
  }

  async leavesItToTheOwner(): Promise<void> {
    await this.frame.getByRole('radio', { name: 'Leave it to the key result’s owner' }).press('Space');
  }

  async skipsTheHypothesis(): Promise<void> {
    await this.frame.getByRole('radio', { name: 'Skip for now' }).press('Space');
  }

  /** How many measurements the hypothesis needs to be judged. */
  async says(text: string | RegExp): Promise<void> {
    await expect(this.frame.getByText(text)).toBeVisible();
  }

  async saves(): Promise<void> {
    await this.frame.getByRole('button', { name: 'Attach', exact: true }).click();
  }

  async isClosed(): Promise<void> {
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  /** Refused with exactly this sentence; the dialog stays as it was. */
  async isRefused(sentence: string): Promise<void> {
    await expect(this.frame.getByText(sentence, { exact: true })).toBeVisible();
  }

  private option({ key, title }: { key: string; title: string }) {
    return this.frame.getByRole('option', { name: `${key} ${title}` });
  }

  private get search() {
    return this.frame.getByRole('combobox', { name: 'Search key results' });
  }

  private get frame() {
    return this.page.getByRole('dialog').getByTitle(this.title).last().contentFrame();
  }
}
