import { expect, type Page } from '@playwright/test';
import { people } from '../../test/browser/builders/people';
import { PlanningReviewPage } from '../../test/browser/pages/planning-review';
import { Site } from '../../test/browser/pages/site';
import { isWhole, type Shot } from './shot';

/** The sample's Payments team plans: its board, and the sprint that is under way there. */
const project = 'PAY';
const board = 3;
const sprint = 'PAY sprint 15';

/** The planning review of a sprint as its team's lead sees it: from its top, and the part on work that did not move its number. */
export function planningShots(): Shot[] {
  const opened = async (page: Page): Promise<PlanningReviewPage> => {
    await new Site(page).becomes(people.sofia.role);
    const review = new PlanningReviewPage(page);
    await review.opensFromSprint(project, board, sprint);
    await expect(review.section('Key results').getByRole('heading', { level: 3 }).first()).toBeVisible();
    await expect(review.section('Work judged not to move its number')).toBeVisible();
    await isWhole(review.frame);
    return review;
  };
  return [
    {
      name: 'planning',
      height: 1320,
      take: async (page) => {
        await opened(page);
        return page;
      },
    },
    {
      name: 'planning-not-moved',
      height: 1320,
      take: async (page) => (await opened(page)).section('Work judged not to move its number'),
    },
  ];
}
