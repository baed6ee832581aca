import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import * as id from '../../src/contract/inputs';
import { dayFromNow } from '../../test/browser/builders/days';
import { people } from '../../test/browser/builders/people';
import { World, type KeyResult } from '../../test/browser/builders/world';
import { KeyResultPage } from '../../test/browser/pages/key-result-page';
import { KpiPages } from '../../test/browser/pages/kpi-pages';
import { Measuring } from '../../test/browser/pages/measuring';
import { Site } from '../../test/browser/pages/site';
import { appFrame, dialogFrame, isWhole, type Shot } from './shot';

const saved = z.object({ id: z.string() });

/** A team with KPIs, and a key result that is counted by a search and had a wrong value. */
export interface Measured {
  readonly keyResult: KeyResult;
  readonly jql: string;
}

/** Three KPIs, one outside its range; a key result with a corrected value and a search. */
export async function measuredTeam(url: string, page: Page): Promise<Measured> {
  const world = await World.begin(url, { word: 'of customers', lead: people.priya });
  const kpi = async (
    name: string,
    range: { min: number | null; max: number | null },
    values: readonly number[],
  ) => {
    const kpiId = id.kpiId.parse(randomUUID());
    const words = {
      name,
      description: 'From the export of the first working day.',
      owner: id.accountId.parse(people.priya.id),
      unit: { kind: 'percent' as const },
      ...range,
      cadence: 'weekly' as const,
    };
    const requestId = id.requestId.parse(randomUUID());
    await world.site.call(
      people.priya,
      'kpi.create',
      { id: kpiId, requestId, teamId: world.team.id, kpi: words },
      saved,
    );
    for (const [week, value] of values.entries()) {
      const day = dayFromNow(7 * (week - values.length + 1));
      const said = { day, value, note: 'From the export.', source: 'person' as const };
      await world.site.call(
        people.priya,
        'kpi.record',
        { id: id.checkInId.parse(randomUUID()), kpiId, ...said },
        saved,
      );
    }
  };
  await kpi('Monthly churn', { min: null, max: 3 }, [2.6, 2.4, 2.8, 3.1, 3.4, 3.9, 4.2]);
  await kpi('Calls answered in a minute', { min: 80, max: null }, [86, 88, 87, 85, 88, 89, 88]);
  await kpi('Share of schools on the yearly plan', { min: 40, max: 60 }, [38, 41, 44, 45, 47, 49, 50]);
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

/** KPIs, and where a key result's number comes from. */
export function measuringShots({ keyResult, jql }: Measured): Shot[] {
  const onKeyResult = async (page: Page): Promise<Measuring> => {
    await new Site(page).becomes(people.priya.role);
    await new KeyResultPage(page).opens(keyResult);
    await isWhole(appFrame(page));
    return new Measuring(page);
  };
  const list = async (page: Page): Promise<KpiPages> => {
    await new Site(page).becomes(people.priya.role);
    const kpis = new KpiPages(page);
    await kpis.opens();
    await expect(kpis.row('Monthly churn')).toBeVisible();
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
        await kpis.frame.getByRole('link', { name: 'Monthly churn' }).click();
        await expect(kpis.frame.getByRole('figure')).toBeVisible();
        await isWhole(appFrame(page));
        return page;
      },
    },
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
