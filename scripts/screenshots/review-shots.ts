import { expect } from '@playwright/test';
import { appFrame, isWhole, type Scene, type Shot } from './shot';

/** The quality review: beside what is being written, and of the running cycle. */
export function reviewShots({ globalPage, keyResult }: Scene): Shot[] {
  return [
    {
      name: 'review-writing',
      height: 760,
      take: async (page) => {
        await page.goto(`${globalPage}/key-results/${keyResult.id}/edit`);
        const frame = appFrame(page);
        await frame
          .getByRole('textbox', { name: 'Key result', exact: true })
          .fill('Launch the lesson library');
        await expect(frame.locator('[data-rule="K3"]')).toBeVisible();
        await frame.getByText('Why, and an example').first().click();
        await isWhole(frame);
        return page;
      },
    },
    {
      name: 'review-cycle',
      height: 1000,
      take: async (page) => {
        await page.goto(`${globalPage}/review`);
        const frame = appFrame(page);
        await expect(frame.getByRole('heading', { level: 2 }).first()).toBeVisible();
        await isWhole(frame);
        return page;
      },
    },
  ];
}
