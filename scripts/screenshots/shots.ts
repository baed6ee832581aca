import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { planningShots } from './planning-shots';
import { reviewShots } from './review-shots';
import { appFrame, dialogFrame, isWhole, panelFrame, type Scene, type Shot } from './shot';

const DOCUMENT = path.join(__dirname, '../../test/fixtures/reading-room-okrs.md');

/** What is there before anybody wrote anything. */
export function emptySiteShots({ globalPage }: Pick<Scene, 'globalPage'>): Shot[] {
  return [
    {
      name: 'empty-site',
      take: async (page) => {
        await page.goto(globalPage);
        await expect(appFrame(page).getByRole('button', { name: 'Start writing' })).toBeVisible();
        return page;
      },
    },
    {
      name: 'sample',
      take: async (page) => {
        await page.goto(globalPage);
        await appFrame(page).getByRole('button', { name: 'Look at the sample' }).click();
        await expect(
          appFrame(page).getByRole('button', { name: 'Fill with the sample company' }),
        ).toBeVisible();
        return page;
      },
    },
  ];
}

/** Every surface, with the sample company in it. */
export function shots(scene: Scene): Shot[] {
  return [
    ...panelShots(scene),
    ...searchShots(scene),
    ...pageShots(scene),
    ...planningShots(),
    ...writingShots(scene),
    ...macroShots(scene),
    ...reviewShots(scene),
  ];
}

function searchShots({ keyResult }: Scene): Shot[] {
  const search = async (page: Page, jql: string): Promise<void> => {
    await page.goto(`/issues?jql=${encodeURIComponent(jql)}`);
    await expect(page.getByRole('checkbox', { name: 'Choose all issues' })).toBeVisible();
  };
  return [
    {
      name: 'navigator',
      take: async (page) => {
        await search(page, `issue in servesKeyResult("${keyResult.key}") ORDER BY created`);
        return page;
      },
    },
    {
      name: 'attach-from-search',
      take: async (page) => {
        await search(page, 'project = GROW AND statusCategory != Done AND issue in withoutKeyResult()');
        const boxes = page.getByRole('checkbox', { name: /^Choose GROW-/ });
        for (const at of [0, 1]) await boxes.nth(at).press('Space');
        await page.getByRole('main').getByRole('button', { name: 'Apps', exact: true }).click();
        await page.getByRole('menuitem', { name: 'Attach to a key result' }).click();
        const frame = dialogFrame(page);
        await frame.getByRole('combobox').fill(keyResult.key);
        await frame.getByRole('option').first().click();
        await expect(frame.getByRole('checkbox').first()).toBeChecked();
        await isWhole(frame);
        return page;
      },
    },
  ];
}

function panelShots({ epicKey, freeIssueKey }: Scene): Shot[] {
  const openPanel = async (page: Page, key: string): Promise<void> => {
    await page.goto(`/browse/${key}`);
    await page.getByRole('button', { name: /^Waymark/ }).click();
    await expect(panelFrame(page).getByRole('heading', { level: 2 }).first()).toBeVisible();
    await isWhole(panelFrame(page));
  };
  return [
    {
      name: 'panel-collapsed',
      take: async (page) => {
        await page.goto(`/browse/${epicKey}`);
        await expect(page.getByRole('button', { name: /^Waymark.+KR-/ })).toBeVisible();
        return page;
      },
    },
    {
      name: 'panel',
      height: 1180,
      take: async (page) => {
        await openPanel(page, epicKey);
        await expect(panelFrame(page).getByText(/done/).first()).toBeVisible();
        await page.getByRole('button', { name: /^Waymark/ }).scrollIntoViewIfNeeded();
        return page;
      },
    },
    {
      name: 'panel-empty',
      take: async (page) => {
        await openPanel(page, freeIssueKey);
        return page;
      },
    },
    {
      name: 'attach',
      take: async (page) => {
        await openPanel(page, freeIssueKey);
        await panelFrame(page)
          .getByRole('button', { name: /^Attach/ })
          .click();
        const frame = dialogFrame(page);
        await frame.getByRole('combobox').fill('lesson');
        await frame.getByRole('option').first().click();
        await frame.getByLabel('Should rise by').fill('4');
        await frame
          .getByLabel('Why should it?')
          .fill('Half of new learners are on a train when they open the app.');
        await expect(frame.getByText(/^To be judged/)).toBeVisible();
        await isWhole(frame);
        return page;
      },
    },
  ];
}

function pageShots({ globalPage, projectPage, adminPage, keyResult }: Scene): Shot[] {
  const openKeyResult = async (page: Page): Promise<void> => {
    await page.goto(`${globalPage}/key-results/${keyResult.id}`);
    await expect(appFrame(page).getByRole('heading', { name: keyResult.title })).toBeVisible();
    await isWhole(appFrame(page));
  };
  const plain = (name: string, url: string, whole: RegExp): Shot => ({
    name,
    take: async (page) => {
      await page.goto(url);
      await expect(appFrame(page).getByText(whole).first()).toBeVisible();
      await isWhole(appFrame(page));
      return page;
    },
  });
  return [
    plain('overview', globalPage, /^KR-\d+/),
    plain('project-page', projectPage, /^KR-\d+/),
    plain('teams', `${globalPage}/teams`, /Marta Silva/),
    plain('cycles', `${globalPage}/cycles`, /ends in \d+ days/),
    { ...plain('learning', `${globalPage}/learning`, /By how soon/), height: 1440 },
    plain('history', `${globalPage}/history?kind=key-result`, /created the key result/),
    plain('export-okrs', `${globalPage}/export`, /Make the file/),
    plain('settings', adminPage, /Save/),
    {
      name: 'key-result',
      height: 1540,
      take: async (page) => {
        await openKeyResult(page);
        return page;
      },
    },
    {
      name: 'attach-many',
      take: async (page) => {
        await openKeyResult(page);
        await appFrame(page)
          .getByRole('button', { name: /^Attach/ })
          .first()
          .click();
        const frame = dialogFrame(page);
        await frame.getByRole('textbox').first().fill('project = LEARN AND statusCategory != Done');
        await expect(frame.getByRole('checkbox').first()).toBeVisible();
        await isWhole(frame);
        return page;
      },
    },
    {
      name: 'check-in',
      take: async (page) => {
        await openKeyResult(page);
        await appFrame(page)
          .getByRole('button', { name: /^Check in/ })
          .first()
          .click();
        const frame = dialogFrame(page);
        await expect(frame.getByLabel(/^Confidence/)).toBeVisible();
        await isWhole(frame);
        return page;
      },
    },
  ];
}

function writingShots({ globalPage }: Scene): Shot[] {
  return [
    {
      name: 'write',
      height: 1180,
      take: async (page) => {
        await page.goto(`${globalPage}/start`);
        await expect(appFrame(page).getByText('1. Your team')).toBeVisible();
        await isWhole(appFrame(page));
        return page;
      },
    },
    {
      name: 'import',
      height: 1500,
      take: async (page) => {
        await page.goto(`${globalPage}/import`);
        const frame = appFrame(page);
        await frame.locator('input[type="file"]').setInputFiles(DOCUMENT);
        await expect(frame.getByRole('heading', { level: 3 }).first()).toBeVisible();
        await isWhole(frame);
        return page;
      },
    },
  ];
}

function macroShots({ macroPage }: Scene): Shot[] {
  return [
    {
      name: 'macro',
      height: 1180,
      take: async (page) => {
        await page.goto(macroPage);
        await expect(page.locator('iframe[data-module="okr-macro"]')).toHaveAttribute('data-ready', 'true');
        await isWhole(page.frameLocator('iframe[data-module="okr-macro"]'));
        return page;
      },
    },
    {
      name: 'macro-settings',
      take: async (page) => {
        await page.goto(macroPage);
        await page.getByRole('link', { name: 'Edit', exact: true }).click();
        await page.getByRole('button', { name: 'Edit Waymark OKRs' }).click();
        const preview = dialogFrame(page).getByRole('region', { name: 'Preview' });
        await expect(preview.getByRole('heading').first()).toBeVisible();
        await isWhole(dialogFrame(page));
        return page;
      },
    },
    {
      name: 'export',
      height: 1100,
      take: async (page) => {
        await page.goto(`${macroPage}/export`);
        await expect(
          page
            .getByRole('article')
            .getByText(/KR-\d+/)
            .first(),
        ).toBeVisible();
        return page;
      },
    },
  ];
}
