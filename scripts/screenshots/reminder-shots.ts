import { expect, type Page } from '@playwright/test';
import { nextFriday } from '../../test/browser/builders/days';
import { people } from '../../test/browser/builders/people';
import { MailPage } from '../../test/browser/pages/mail-page';
import { MinePage } from '../../test/browser/pages/mine-page';
import { SettingsPage } from '../../test/browser/pages/settings-page';
import { Site } from '../../test/browser/pages/site';
import type { Meeting } from './meeting-shots';
import { appFrame, isWhole, type Shot } from './shot';

/** Has reminders mailed from an issue, and the lead of a team that owes things reminded of them. */
export async function remindLead(page: Page, { world }: Meeting): Promise<void> {
  const site = new Site(page);
  const { epic } = await world.epic('Mail of Waymark');
  await site.becomes(people.marta.role);
  const settings = new SettingsPage(page);
  await settings.opens();
  await settings.mailsFrom(epic.key);
  await site.becomes(people.priya.role);
  const mine = new MinePage(page);
  await mine.opens();
  await mine.isRemindedOn('Every Friday');
  await site.isNow(`${nextFriday()}T09:00:00.000Z`);
  await site.runs('every-hour');
  await site.isNow(null);
}

/** Where a person chooses their day, and what arrives on it. */
export function reminderShots(): Shot[] {
  return [
    {
      name: 'reminder-choice',
      height: 1500,
      take: async (page) => {
        await new Site(page).becomes(people.priya.role);
        const mine = new MinePage(page);
        await mine.opens();
        await isWhole(appFrame(page));
        return mine.reminders;
      },
    },
    {
      name: 'reminder-mail',
      take: async (page) => {
        await new Site(page).becomes(people.priya.role);
        const mail = new MailPage(page);
        await mail.opens();
        await expect(mail.mail(/^Waymark: /).getByRole('link', { name: 'Open Mine' })).toBeVisible();
        return page;
      },
    },
  ];
}
