import { expect, type Page } from '@playwright/test';
import { dayFromNow } from '../../test/browser/builders/days';
import { people } from '../../test/browser/builders/people';
import { World, type KeyResult } from '../../test/browser/builders/world';
import { KeyResultPage } from '../../test/browser/pages/key-result-page';
import { KpiPages } from '../../test/browser/pages/kpi-pages';
import { Measuring } from '../../test/browser/pages/measuring';
import { Site } from '../../test/browser/pages/site';
import { appFrame, dialogFrame, isWhole, type Shot } from './shot';

/** A key result that is counted by a search and had a wrong value. */
export interface Measured {
  readonly keyResult: KeyResult;
  readonly jql: string;
}

/** Makes it, in a team of its own. */
export async function measuredTeam(url: string, page: Page): Promise<Measured> {
  const world = await World.begin(url, { word: 'of customers', lead: people.priya });
  const keyResult = await world.keyResult('Incidents that are open on Monday');
  await world.checkIn(keyResult, dayFromNow(-14), 44);
  await world.checkIn(keyResult, dayFromNow(-7), 64);
  await world.checkIn(keyResult, dayFromNow(0), 49);
  await new Site(page).becomes(people.priya.role);
  await new KeyResultPage(page).opens(keyResult);
  const measuring = new Measuring(page);
  await measuring.corrects('64%', '46', 'Digits swapped.');
  await expect(appFrame(page).getByText(/^Corrected from 64%/)).toBeVisible();
  const jql = 'project = GROW AND statusCategory != Done';
  await measuring.writesSearch(jql);
  await measuring.saves();
  await expect(measuring.source).toContainText(jql);
  return { keyResult, jql };
}

/** The sample's KPIs, and the page of one that a key result takes its values from. */
export function kpiShots(): Shot[] {
  const name = 'Lessons that start within five seconds';
  const list = async (page: Page): Promise<KpiPages> => {
    const kpis = new KpiPages(page);
    await kpis.opens();
    await expect(kpis.row(name)).toBeVisible();
    return kpis;
  };
  return [
    {
      name: 'kpis',
      take: async (page) => {
        await list(page);
        await isWhole(appFrame(page));
        return page;
      },
    },
    {
      name: 'kpi',
      height: 1400,
      take: async (page) => {
        const kpis = await list(page);
        await kpis.frame.getByRole('link', { name }).click();
        await expect(kpis.frame.getByRole('figure')).toBeVisible();
        await isWhole(appFrame(page));
        return page;
      },
    },
  ];
}

/** Where a key result's number comes from, and a value that was corrected. */
export function measuringShots({ keyResult, jql }: Measured): Shot[] {
  const onKeyResult = async (page: Page): Promise<Measuring> => {
    await new Site(page).becomes(people.priya.role);
    await new KeyResultPage(page).opens(keyResult);
    await isWhole(appFrame(page));
    return new Measuring(page);
  };
  return [
    { name: 'source', take: async (page) => (await onKeyResult(page)).source },
    {
      name: 'source-search',
      take: async (page) => {
        const measuring = await onKeyResult(page);
        await measuring.writesSearch(jql);
        await measuring.triesOut(/^It finds/);
        await isWhole(dialogFrame(page));
        return page;
      },
    },
    {
      name: 'corrected',
      take: async (page) => {
        await onKeyResult(page);
        return appFrame(page).getByRole('region', { name: 'Check-ins' });
      },
    },
  ];
}
