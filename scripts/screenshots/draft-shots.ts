import { expect, type Page } from '@playwright/test';
import { people } from '../../test/browser/builders/people';
import { DraftPage } from '../../test/browser/pages/draft-page';
import { Site } from '../../test/browser/pages/site';
import type { Ending } from './closing-shots';
import { appFrame, isWhole, type Shot } from './shot';

const objective = 'Become the first choice of schools';
const sentences = [
  'Raise schools that renew for a second year from 70% to 80%',
  'Cut days from first call to first lesson from 21 to 10',
];

/** Writes the next cycle's first objective by sentences, as a team does. */
export async function writeDraft(page: Page, { world, next }: Ending): Promise<void> {
  await new Site(page).becomes(people.priya.role);
  const draft = new DraftPage(page);
  await draft.opens(world, next);
  await draft.says(objective);
  for (const sentence of sentences) {
    await draft.line(objective).fill(sentence);
    await draft.line(objective).press('Enter');
    await expect(draft.row(sentence)).toBeVisible();
  }
}

/** A draft that several people write at once, with the next key result half typed. */
export function draftShots({ world, next }: Ending): Shot[] {
  return [
    {
      name: 'draft',
      height: 900,
      take: async (page) => {
        await new Site(page).becomes(people.priya.role);
        const draft = new DraftPage(page);
        await draft.opens(world, next);
        await draft
          .line(objective)
          .fill('Raise lessons given by second teachers from 12 to 40 by the end of the cycle');
        await expect(draft.frame.getByText(/^Understood:/)).toBeVisible();
        await isWhole(appFrame(page));
        return page;
      },
    },
  ];
}
