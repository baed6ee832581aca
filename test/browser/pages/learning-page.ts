import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { OkrPage } from './okr-page';

const asked = z.object({ functionKey: z.string(), payload: z.object({ before: z.nullable(z.number()) }) });
/** What the backend answered, as far as it is changed here. */
const answered = z.looseObject({
  value: z.looseObject({
    keyResults: z.array(z.looseObject({ key: z.string() })).min(2),
    earlier: z.nullable(z.number()),
  }),
});

/** What was learned, of a team or the whole site. */
export class LearningPage {
  private readonly okrs: OkrPage;

  constructor(private readonly page: Page) {
    this.okrs = new OkrPage(page);
  }

  async opensOf(team: { id: string }): Promise<void> {
    await this.okrs.opens(`/learning?team=${team.id}`);
    await this.okrs.isHeaded('What we learned');
  }

  /** From the menu, with the whole site's work. */
  async opensFromMenu(): Promise<void> {
    await this.okrs.opens();
    await this.okrs.frame.getByRole('link', { name: 'What we learned' }).click();
    await this.okrs.isHeaded('What we learned');
  }

  async choosesTeam(name: string): Promise<void> {
    const team = this.okrs.frame.getByRole('combobox', { name: 'Team' });
    await team.fill(name);
    await team.press('Enter');
  }

  /** Ends the first reply after its newest key result, as one that is full ends; what is earlier, the backend answers. */
  async comesInParts(): Promise<void> {
    await this.page.route('**/_local/frame/invoke', async (route) => {
      const { success, data } = asked.safeParse(route.request().postDataJSON());
      if (!success || data.functionKey !== 'learning.read' || data.payload.before !== null)
        return route.fallback();
      const response = await route.fetch();
      const reply = answered.parse(await response.json());
      const [newest] = reply.value.keyResults;
      reply.value.keyResults = newest === undefined ? [] : [newest];
      reply.value.earlier = Number(newest?.key.split('-').at(-1));
      return route.fulfill({ response, json: reply });
    });
  }

  async readsEarlier(): Promise<void> {
    await this.okrs.frame.getByRole('button', { name: 'Read earlier work too' }).click();
  }

  async hasReadAll(): Promise<void> {
    await expect(this.okrs.frame.getByRole('button', { name: 'Read earlier work too' })).toHaveCount(0);
    await this.page.unrouteAll();
  }

  async says(...texts: string[]): Promise<void> {
    for (const text of texts) await expect(this.okrs.frame.getByText(text).first()).toBeVisible();
  }

  /** A row of a table, as a screen reader reads it out. */
  async hasRow(caption: string, row: string): Promise<void> {
    const table = this.okrs.frame.getByRole('table', { name: caption });
    await expect(table.getByRole('row', { name: row, exact: true })).toBeAttached();
  }

  get body() {
    return this.okrs.frame.locator('body');
  }
}
