import { expect, type Page } from '@playwright/test';
import { OkrPage } from '../../test/browser/pages/okr-page';

/** Fills the site with the sample company as a person does: two presses of a button, and some patience. */
export async function fillSample(page: Page): Promise<void> {
  const okrs = new OkrPage(page);
  await okrs.opens();
  await okrs.frame.getByRole('button', { name: 'Look at the sample' }).click();
  await okrs.frame.getByRole('button', { name: 'Fill with the sample company' }).click();
  await expect(okrs.frame.getByText('Lantern is open')).toBeVisible({ timeout: 300_000 });
}
