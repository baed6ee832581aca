import { expect, type Page } from '@playwright/test';
import { OkrPage } from './okr-page';

/** What a key result's page says of its values, and the dialogs that change it. */
export class Measuring {
  private readonly frame;

  constructor(private readonly page: Page) {
    this.frame = new OkrPage(page).frame;
  }

  /** The dialog that is open. */
  private get modal() {
    return this.page.getByRole('dialog').getByTitle('Waymark').contentFrame();
  }

  get source() {
    return this.frame.getByRole('region', { name: 'Where the number comes from' });
  }

  async corrects(value: string, to: string, why: string): Promise<void> {
    await this.frame.getByRole('button', { name: new RegExp(`^Correct ${value}`) }).click();
    await this.modal.getByRole('textbox', { name: 'It should have been' }).fill(to);
    await this.modal.getByRole('textbox', { name: 'Why was it wrong?' }).fill(why);
    await this.modal.getByRole('button', { name: 'Save' }).click();
  }

  async writesSearch(jql: string): Promise<void> {
    await this.frame.getByRole('button', { name: /^Change where the number/ }).click();
    await this.modal.getByRole('combobox', { name: 'Source' }).click();
    await this.modal.getByRole('option', { name: /^A Jira search/ }).click();
    await this.modal.getByRole('textbox', { name: 'Jira search (JQL)' }).fill(jql);
  }

  /** Another search in the dialog that is open. */
  async rewritesSearch(jql: string): Promise<void> {
    await this.modal.getByRole('textbox', { name: 'Jira search (JQL)' }).fill(jql);
  }

  async triesOut(says: string | RegExp): Promise<void> {
    await this.modal.getByRole('button', { name: 'See what it finds now' }).click();
    await expect(this.modal.getByText(says)).toBeVisible();
  }

  async saves(): Promise<void> {
    await this.modal.getByRole('button', { name: 'Save' }).click();
  }

  async isRefused(says: RegExp): Promise<void> {
    await this.saves();
    await expect(this.modal.getByText(says)).toBeVisible();
  }
}
