import { expect, type Locator, type Page } from '@playwright/test';
import type { World } from '../builders/world';
import { OkrPage } from './okr-page';

/** The quality review: beside what is being written, and of a whole cycle. */
export class ReviewPage {
  private readonly frame;

  constructor(private readonly page: Page) {
    this.frame = new OkrPage(page).frame;
  }

  /** Opens the report of this world's cycle. */
  async opens({ cycle }: World): Promise<void> {
    await new OkrPage(this.page).opens(`/review?cycle=${cycle.id}`);
    await expect(
      this.frame.getByRole('heading', { level: 1, name: `Review of ${cycle.name}` }),
    ).toBeVisible();
  }

  /** What was found of a rule, wherever it is shown. */
  finding(rule: string): Locator {
    return this.frame.locator(`[data-rule="${rule}"]`);
  }

  /** A key result's or an objective's own part of the report. */
  partOf(title: string): Locator {
    return this.frame.getByRole('group', { name: title, exact: true });
  }

  async dismisses(found: Locator, reason: string): Promise<void> {
    await found.getByRole('button', { name: /^Dismiss: / }).click();
    await found.getByRole('textbox', { name: 'Why does this not apply here?' }).fill(reason);
    await found.getByRole('button', { name: 'Dismiss', exact: true }).click();
  }
}
