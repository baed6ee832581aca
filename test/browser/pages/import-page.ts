import { expect, type FrameLocator, type Locator } from '@playwright/test';
import type { Issue } from '../builders/jira-issues';

/** The page that imports a document of OKRs. */
export class ImportPage {
  constructor(private readonly frame: FrameLocator) {}

  async uploads(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.frame.getByLabel('Choose a file').setInputFiles(file);
  }

  async says(text: string | RegExp): Promise<void> {
    await expect(this.frame.getByText(text)).toBeVisible();
  }

  async goesTo(team: string, cycle: string): Promise<void> {
    const place = this.frame.getByRole('region', { name: '2. Where it goes' });
    await this.choose(place.getByRole('combobox', { name: 'Team' }), team);
    await this.choose(place.getByRole('combobox', { name: 'Cycle' }), cycle);
  }

  /** The preview shows this initiative under this key result. */
  async placed(initiative: string, keyResult: string): Promise<void> {
    await expect(
      this.keyResult(keyResult).getByRole('group', { name: `Initiative: ${initiative}`, exact: true }),
    ).toBeVisible();
  }

  async previews(objectives: number): Promise<void> {
    await expect(this.frame.getByRole('group', { name: /^Objective: / })).toHaveCount(objectives);
  }

  /** What was in the document and found no place. */
  async showsUnplaced(...texts: string[]): Promise<void> {
    const unplaced = this.frame.getByRole('region', { name: /passages? (was|were) not placed/ });
    for (const text of texts) await expect(unplaced.getByText(text).first()).toBeVisible();
  }

  async fillsNumber(keyResult: string, from: string, to: string): Promise<void> {
    const group = this.keyResult(keyResult);
    await group.getByText('Number, owner and definition').click();
    await this.choose(group.getByRole('combobox', { name: 'The number should' }), 'Rise');
    await group.getByLabel('From (today)').fill(from);
    await group.getByLabel('To', { exact: true }).fill(to);
  }

  async matches(initiative: string, issue: Issue): Promise<void> {
    const group = this.frame.getByRole('group', { name: `Initiative: ${initiative}`, exact: true });
    await this.choose(group.getByRole('combobox', { name: 'In Jira' }), 'Match an existing issue');
    await group.getByRole('combobox', { name: 'Existing issue' }).fill(issue.key);
    await this.frame.getByRole('option', { name: issue.key }).click();
  }

  /** Says of each initiative that names no key result that it serves the first of its objective. */
  async placesUnnamed(): Promise<void> {
    const unnamed = this.frame
      .getByRole('group', { name: 'Initiatives that name no key result' })
      .getByRole('group', { name: /^Initiative: / });
    const count = await unnamed.count();
    expect(count).toBeGreaterThan(0);
    for (let at = 0; at < count; at += 1) {
      const first = unnamed.nth(at).getByRole('checkbox').first();
      await first.press('Space');
      await expect(first).toBeChecked();
    }
  }

  async imports(): Promise<void> {
    await this.frame.getByRole('button', { name: /^Import \d+ items$/ }).click();
  }

  async triesAgain(): Promise<void> {
    await this.frame.getByRole('button', { name: 'Try the failed ones again' }).click();
  }

  async isFinished(): Promise<void> {
    await expect(this.frame.getByRole('region', { name: 'The import is finished', exact: true })).toBeVisible(
      {
        timeout: 90_000,
      },
    );
  }

  /** One issue was made without the person the document names. */
  async createdUnassigned(line: RegExp): Promise<void> {
    const region = this.frame.getByRole('region', { name: 'Created without an assignee (1)' });
    await expect(region.getByRole('listitem')).toHaveText([line]);
  }

  async showsTheOkrs(): Promise<void> {
    await this.frame.getByRole('button', { name: 'Show these OKRs' }).click();
  }

  private keyResult(title: string): Locator {
    return this.frame.getByRole('group', { name: `Key result: ${title}`, exact: true });
  }

  private async choose(list: Locator, option: string): Promise<void> {
    await list.click();
    await list.fill(option);
    await this.frame.getByRole('option', { name: option, exact: true }).click();
  }
}
