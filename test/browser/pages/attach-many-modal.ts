import { expect, type Page } from '@playwright/test';
import type { Issue } from '../builders/jira-issues';

/** The dialog that attaches several issues to a key result. */
export class AttachManyModal {
  /** `title` names the module whose dialog it is. */
  constructor(
    private readonly page: Page,
    private readonly title = 'Waymark',
  ) {}

  /** Words, JQL, or keys and links. */
  async searches(text: string): Promise<void> {
    await this.frame.getByRole('textbox', { name: 'Find issues' }).fill(text);
  }

  async finds(count: string): Promise<void> {
    await expect(this.frame.getByRole('status').filter({ hasText: count })).toBeVisible();
  }

  async chooses(...issues: Issue[]): Promise<void> {
    for (const issue of issues) {
      await this.box(issue).press('Space');
      await expect(this.box(issue)).toBeChecked();
    }
  }

  async cannotChoose(issue: Issue, why: string): Promise<void> {
    await expect(this.box(issue)).toBeDisabled();
    await expect(this.frame.getByRole('listitem').filter({ hasText: issue.key })).toContainText(why);
  }

  async says(text: string | RegExp): Promise<void> {
    await expect(this.frame.getByText(text)).toBeVisible();
  }

  async saves(label: string): Promise<void> {
    await this.frame.getByRole('button', { name: label, exact: true }).click();
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  protected box(issue: Issue) {
    return this.frame.getByRole('checkbox', { name: `${issue.key} ${issue.summary}` });
  }

  protected get frame() {
    return this.page.getByRole('dialog').getByTitle(this.title).contentFrame();
  }
}
