import { expect, type Page } from '@playwright/test';
import { z } from 'zod';

const surfaces = z.object({ surfaces: z.object({ adminPage: z.string() }) });

/** Waymark's page in Jira's administration. */
export class SettingsPage {
  constructor(private readonly page: Page) {}

  async opens(): Promise<void> {
    const reply = await this.page.request.get('/_local/site');
    await this.page.goto(surfaces.parse(await reply.json()).surfaces.adminPage);
  }

  /**
   * Opens it as an administrator of Jira who was not granted "Administer OKRs": nobody of the site is one, so its own
   * pages are told that this person administers Jira. The app asks Jira itself and is told the truth.
   */
  async opensAsJiraAdministrator(): Promise<void> {
    await this.page.route('**/rest/api/3/mypermissions?permissions=ADMINISTER', async (route) => {
      const reply = await route.fetch();
      const text = (await reply.text()).replace('"havePermission":false', '"havePermission":true');
      await route.fulfill({ response: reply, body: text });
    });
    await this.opens();
  }

  async says(text: string | RegExp): Promise<void> {
    await expect(this.frame.getByText(text)).toBeVisible();
  }

  /** Reads out what follows from what is typed. */
  async tells(text: string): Promise<void> {
    await expect(this.frame.getByRole('status').filter({ hasText: text })).toBeVisible();
  }

  /** Saves, until what stands is what was typed. */
  async saves(): Promise<void> {
    await this.frame.getByRole('button', { name: 'Save settings' }).click();
    await expect(this.frame.getByRole('button', { name: 'Discard changes' })).toHaveCount(0);
  }

  /** Saves, and does `meanwhile` before the site has answered. */
  async savesWhile(meanwhile: () => Promise<void>): Promise<void> {
    const invokes = '**/_local/frame/invoke';
    let answer: () => void = () => undefined;
    const typed = new Promise<void>((resolve) => (answer = resolve));
    await this.page.route(invokes, async (route) => {
      await typed;
      await route.continue();
    });
    const asked = this.page.waitForRequest(invokes);
    await this.frame.getByRole('button', { name: 'Save settings' }).click();
    await asked;
    await meanwhile();
    answer();
    await expect(this.page.getByText('Settings saved')).toBeVisible();
    await this.page.unroute(invokes);
  }

  /** Every field shows its value and takes no other; there is nothing to save. */
  async isReadOnly(): Promise<void> {
    await expect(this.frame.getByRole('textbox', { name: '“Ahead” begins at, in points' })).toHaveValue('5');
    for (const field of await this.frame.locator('input:visible, textarea:visible').all())
      await expect(field).toBeDisabled();
    await expect(this.frame.getByRole('button', { name: 'Save settings' })).toHaveCount(0);
    await expect(this.frame.getByRole('button', { name: 'Add holiday' })).toHaveCount(0);
  }

  number(name: string) {
    return this.frame.getByRole('textbox', { name, exact: true });
  }

  /** Types the letters of objectives' keys. */
  async writesObjectivesAs(letters: string): Promise<void> {
    await this.frame.getByRole('textbox', { name: 'Objectives', exact: true }).fill(letters);
  }

  /** Names the issue that reminders are mailed from, and saves. */
  async mailsFrom(key: string): Promise<void> {
    await this.frame.getByRole('combobox', { name: 'Reminders are mailed from this issue' }).fill(key);
    await this.frame.getByRole('option', { name: key }).click();
    await this.saves();
  }

  /** Lets a rule of the review keep cycles from starting, and saves. */
  async stopsCyclesAt(rule: string): Promise<void> {
    await this.frame.getByRole('combobox', { name: 'Rules that keep a cycle from starting' }).fill(rule);
    await this.frame.getByRole('option', { name: rule }).click();
    await this.saves();
  }

  /** Lets cycles start whatever this rule finds, and saves. */
  async lets(rule: string): Promise<void> {
    await this.frame.getByRole('button', { name: `Remove ${rule}` }).click();
    await this.saves();
  }

  /** How far the database is. */
  async database(text: string | RegExp): Promise<void> {
    await expect(this.frame.getByRole('region', { name: 'Database' })).toContainText(text);
  }

  get frame() {
    return this.page.getByRole('main').getByTitle('Waymark settings', { exact: true }).contentFrame();
  }
}
