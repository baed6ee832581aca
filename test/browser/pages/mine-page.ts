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
    // It stands below all that waits: from here on, what is not there is not owed.
    await expect(this.reminders).toBeVisible();
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

  /** What is said of reminders by e-mail. */
  get reminders() {
    return this.frame.getByRole('region', { name: 'Reminders' });
  }

  /** Chooses the day of reminders by keyboard. */
  async isRemindedOn(day: string): Promise<void> {
    const choice = this.reminders.getByRole('combobox', { name: 'E-mail' });
    await choice.focus();
    await this.page.keyboard.type(day);
    await this.page.keyboard.press('Enter');
    await expect(this.reminders.getByText(day, { exact: true })).toBeVisible();
  }

  async hasNot(part: string, about: string): Promise<void> {
    await expect(this.row(part, about)).toHaveCount(0);
  }
}
