import { expect, type Page } from '@playwright/test';
import type { Issue } from '../builders/jira-issues';
import { IssuePanel } from './issue-panel';

/** Jira's page of one issue, with Waymark's box beside it. */
export class IssuePage {
  constructor(private readonly page: Page) {}

  async opens(issue: Issue): Promise<void> {
    await this.page.goto(`/browse/${issue.key}`);
    await expect(this.page.getByRole('heading', { level: 1, name: issue.summary })).toBeAttached();
  }

  /** The collapsed box reads so: what Jira draws beside its label. */
  async panelReads(status: string | RegExp): Promise<void> {
    await expect(this.box).toHaveAttribute('aria-expanded', 'false');
    await expect(this.box).toHaveText(typeof status === 'string' ? `Waymark${status}` : status);
  }

  async opensWaymark(): Promise<IssuePanel> {
    if ((await this.box.getAttribute('aria-expanded')) === 'false') await this.box.click();
    return new IssuePanel(this.page);
  }

  async closesWaymark(): Promise<void> {
    await this.box.click();
  }

  /** Moves one of the child issues listed on the page. */
  async movesChild(child: Issue, status: string): Promise<void> {
    await this.page.getByRole('button', { name: `Status of ${child.key}:` }).click();
    await this.page.getByRole('menuitem', { name: status, exact: true }).click();
    await expect(
      this.page.getByRole('button', { name: `Status of ${child.key}: ${status}. Change` }),
    ).toBeVisible();
  }

  private get box() {
    return this.page
      .getByRole('complementary', { name: 'Details' })
      .getByRole('button', { name: /^Waymark/ });
  }
}
