import { expect, type Page } from '@playwright/test';
import { JudgeModal } from './judge-modal';
import { OkrPage } from './okr-page';

/** What waits for the person at the browser. */
export class MinePage {
  private readonly frame;

  constructor(private readonly page: Page) {
    this.frame = new OkrPage(page).frame;
  }

  async opens(): Promise<void> {
    const okrs = new OkrPage(this.page);
    await okrs.opens('/mine');
    await okrs.isHeaded('Mine');
  }

  /** One row of a part, by what it is about. */
  row(part: string, about: string) {
    return this.frame.getByRole('region', { name: part }).getByRole('listitem').filter({ hasText: about });
  }

  async judges(epic: { key: string }): Promise<JudgeModal> {
    await this.row('Verdicts to give', epic.key)
      .getByRole('button', { name: /^Give your verdict/ })
      .click();
    return new JudgeModal(this.page);
  }

  /** The button that unfolds "When did people get it?" of a row. */
  sayLiveButton(epic: { key: string }) {
    return this.liveRow(epic).getByRole('button', { name: /^Say when people got/ });
  }

  liveDay(epic: { key: string }) {
    return this.liveRow(epic).getByLabel('Day people got it');
  }

  private liveRow({ key }: { key: string }) {
    return this.row('When did people get it?', key);
  }

  async hasNot(part: string, about: string): Promise<void> {
    await expect(this.row(part, about)).toHaveCount(0);
  }
}
