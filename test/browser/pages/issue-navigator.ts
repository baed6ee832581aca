import { expect, type Page } from '@playwright/test';
import type { Issue } from '../builders/jira-issues';

/** Jira's issue search: JQL, what it finds, and the apps' actions on it. */
export class IssueNavigator {
  constructor(private readonly page: Page) {}

  async opens(): Promise<void> {
    await this.page.goto('/issues?jql=labels%20%3D%20nothing-has-this');
    await expect(this.page.getByText('No issue matches.')).toBeVisible();
  }

  /** Types a function's name, takes what is suggested, and goes on typing inside of it. */
  async writesWithSuggestion(start: string, suggested: string, rest: string): Promise<void> {
    await this.jql.fill(start);
    await this.page.getByRole('button', { name: suggested, exact: true }).click();
    await this.jql.pressSequentially(rest);
  }

  async searches(jql: string): Promise<void> {
    await this.jql.fill(jql);
    await this.runs();
  }

  async runs(): Promise<void> {
    await this.page.getByRole('button', { name: 'Search', exact: true }).click();
  }

  async reads(jql: string): Promise<void> {
    await expect(this.jql).toHaveValue(jql);
  }

  /** Exactly these, in any order. */
  async finds(...issues: Issue[]): Promise<void> {
    for (const { key } of issues)
      await expect(this.page.getByRole('checkbox', { name: `Choose ${key}` })).toBeVisible();
    await expect(this.page.getByRole('checkbox', { name: /^Choose [A-Z]+-\d+$/ })).toHaveCount(issues.length);
  }

  async findsNothing(): Promise<void> {
    await expect(this.page.getByText('No issue matches.')).toBeVisible();
  }

  async says(sentence: string): Promise<void> {
    await expect(this.page.getByText(sentence, { exact: true })).toBeVisible();
  }

  async chooses(...issues: Issue[]): Promise<void> {
    for (const { key } of issues) {
      const box = this.page.getByRole('checkbox', { name: `Choose ${key}` });
      await box.press('Space');
      await expect(box).toBeChecked();
    }
  }

  async does(action: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Apps', exact: true }).last().click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  private get jql() {
    return this.page.getByRole('textbox', { name: 'JQL' });
  }
}
