import { expect, type Page } from '@playwright/test';
import type { Quarter } from '../../test/browser/builders/impact-quarter';
import { people } from '../../test/browser/builders/people';
import { KeyResultPage } from '../../test/browser/pages/key-result-page';
import { MinePage } from '../../test/browser/pages/mine-page';
import { Site } from '../../test/browser/pages/site';
import type { Shot } from './shot';

/** What came of a quarter's work: verdicts with their pictures, judging, and what waits for its owner. */
export function judgedShots({ moved, early, both }: Quarter): Shot[] {
  const verdict = (name: string, { keyResult, epic }: Quarter['moved']): Shot => ({
    name,
    height: 1600,
    take: async (page) => {
      await new Site(page).becomes(people.priya.role);
      const shown = new KeyResultPage(page);
      await shown.opens(keyResult);
      await shown.showWhyButton(epic.key).click();
      await expect(shown.picture(epic.key)).toBeVisible();
      return shown.verdict(epic.key);
    },
  });
  const mine = async (page: Page): Promise<MinePage> => {
    await new Site(page).becomes(people.priya.role);
    const list = new MinePage(page);
    await list.opens();
    return list;
  };
  return [
    verdict('verdict-moved', moved),
    verdict('verdict-too-early', early),
    verdict('verdict-together', both),
    {
      name: 'judge',
      height: 1180,
      take: async (page) => {
        const judging = await (await mine(page)).judges(moved.epic);
        await judging.says('Your judgement', moved.epic.key);
        await expect(judging.frame.getByRole('figure')).toBeVisible();
        return page;
      },
    },
    {
      name: 'mine',
      height: 1180,
      take: async (page) => {
        await expect((await mine(page)).row('Verdicts to give', moved.epic.key)).toBeVisible();
        return page;
      },
    },
  ];
}
