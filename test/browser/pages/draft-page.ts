import { expect, type Page } from '@playwright/test';
import { isUuid } from '../../../src/domain/ids';
import type { KeyResult, World } from '../builders/world';
import { OkrPage } from './okr-page';

/** The page on which a team drafts its OKRs together. */
export class DraftPage {
  readonly frame;

  constructor(private readonly page: Page) {
    this.frame = new OkrPage(page).frame;
  }

  async opens(world: World, cycle: { id: string; name: string }): Promise<void> {
    await new OkrPage(this.page).opens(`/draft?team=${world.team.id}&cycle=${cycle.id}`);
    await new OkrPage(this.page).isHeaded(`Draft of ${world.team.name}, ${cycle.name}`);
  }

  /** An objective's card, by its title. */
  objective(title: string) {
    return this.frame.getByRole('region', { name: title, exact: true });
  }

  /** A key result's row, by its title. */
  row(title: string) {
    return this.frame
      .getByRole('listitem')
      .filter({ has: this.frame.getByRole('link', { name: title, exact: true }) });
  }

  /** Types an objective, with what is measured, as one sentence; Enter saves it. */
  async says(sentence: string): Promise<void> {
    const line = this.frame.getByRole('textbox', { name: 'Add an objective' });
    await line.fill(sentence);
    await line.press('Enter');
  }

  /** The line for the next key result of an objective. */
  line(objective: string) {
    return this.objective(objective).getByRole('textbox', { name: /^Add a key result to/ });
  }

  async opensEditor(title: string): Promise<void> {
    await this.row(title).getByRole('button', { name: /^Edit/ }).click();
    await expect(this.frame.getByRole('button', { name: 'Save key result' })).toBeVisible();
  }

  /** The key result that reads so, as the page's address names it. */
  async keyResult(title: string): Promise<KeyResult & { objectiveTitle: string }> {
    const link = this.row(title).getByRole('link', { name: title, exact: true });
    const id = (await link.getAttribute('href'))?.split('/').at(-1);
    if (!isUuid<'key-result'>(id)) throw new Error(`The link of "${title}" leads to no key result.`);
    const key = (await this.row(title).getAttribute('aria-label')) ?? '';
    const card = this.frame.getByRole('region').filter({ has: link });
    return { id, key, title, objectiveTitle: await card.getByRole('heading', { level: 2 }).innerText() };
  }

  field(label: string) {
    return this.frame.getByLabel(label, { exact: true });
  }

  button(name: string) {
    return this.frame.getByRole('button', { name, exact: true });
  }
}
