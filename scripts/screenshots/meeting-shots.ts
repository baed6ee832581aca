import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import * as id from '../../src/contract/inputs';
import { dayFromNow } from '../../test/browser/builders/days';
import { people } from '../../test/browser/builders/people';
import { World, type KeyResult } from '../../test/browser/builders/world';
import { MeetingPage } from '../../test/browser/pages/meeting-page';
import { MinePage } from '../../test/browser/pages/mine-page';
import { Site } from '../../test/browser/pages/site';
import { appFrame, isWhole, type Shot } from './shot';

const kept = z.object({ id: z.string() });

/** A team on the day of its check-in, and the digest of the last one. */
export interface Meeting {
  readonly world: World;
  readonly digestId: string;
}

/** A team whose last check-in was a week ago; one number is silent since, and one confidence fell. */
export async function meetingTeam(url: string, page: Page): Promise<Meeting> {
  const world = await World.begin(url, { word: 'this winter', lead: people.priya });
  const site = new Site(page);
  const objective = await world.objective('Schools find us and stay');
  const keyResult = (title: string) => world.keyResult(title, {}, objective);
  const stays = await keyResult('Schools that come back in week two');
  const trials = await keyResult('Trials that convert');
  const second = await keyResult('Schools that invite a second class');
  const on = async (days: number, said: [KeyResult, number, object][]) => {
    await site.isNow(`${dayFromNow(days)}T10:00:00Z`);
    for (const [of, value, more] of said) await world.checkIn(of, dayFromNow(days), value, more);
  };
  await on(-22, [
    [stays, 51, { confidence: 7 }],
    [trials, 46, { confidence: 7 }],
    [second, 49, { confidence: 6 }],
  ]);
  await on(-14, [
    [stays, 54, { confidence: 7 }],
    [second, 53, { confidence: 6 }],
  ]);
  const { epic } = await world.epic('A tour of the first week', 2);
  await world.attach(stays, [epic]);
  await world.jira.move(epic, 'Done');
  await site.runs('every-five-minutes');
  const call = 'Call ten schools that left, and ask what they missed';
  const form = 'Show the price before the form, for one in ten';
  await on(-8, [
    [
      stays,
      57,
      {
        confidence: 4,
        evidence: 'Two large schools left in their second week.',
        blocker: 'Nobody knows why they leave.',
        decision: { text: call, owner: id.accountId.parse(people.tom.id), dueOn: dayFromNow(-2) },
        ask: { text: 'Two days of a designer for the second week', of: id.accountId.parse(people.priya.id) },
      },
    ],
    [
      second,
      58,
      {
        confidence: 7,
        decision: { text: form, owner: id.accountId.parse(people.priya.id), dueOn: dayFromNow(3) },
      },
    ],
  ]);
  const digestId = randomUUID();
  const asked = { id: id.digestId.parse(digestId), teamId: world.team.id, cycleId: world.cycle.id };
  const note = 'Next week Tom leads the check-in.';
  await world.site.call(people.tom, 'digest.keep', { ...asked, heldOn: dayFromNow(-8), note }, kept);
  await site.isNow(null);
  await world
    .objective('Teachers recommend us')
    .then((other) => world.keyResult('Teachers who invite another', {}, other));
  return { world, digestId };
}

/** The meeting with its first form open, its digest, and what waits for its lead. */
export function meetingShots({ world, digestId }: Meeting): Shot[] {
  const asPriya = (page: Page) => new Site(page).becomes(people.priya.role);
  return [
    {
      name: 'meeting',
      height: 1500,
      take: async (page) => {
        await asPriya(page);
        await new MeetingPage(page).opens(world);
        await isWhole(appFrame(page));
        return page;
      },
    },
    {
      name: 'digest',
      height: 1000,
      take: async (page) => {
        await asPriya(page);
        const meeting = new MeetingPage(page);
        await meeting.opens(world);
        await meeting.section('Earlier check-ins').getByRole('link').first().click();
        await expect(meeting.section('Initiatives')).toBeVisible();
        await expect(page).toHaveURL(new RegExp(digestId));
        await isWhole(appFrame(page));
        return page;
      },
    },
    {
      name: 'mine-owed',
      height: 1300,
      take: async (page) => {
        await asPriya(page);
        const mine = new MinePage(page);
        await mine.opens();
        await expect(mine.row('You were asked for help', 'designer')).toBeVisible();
        await isWhole(appFrame(page));
        return page;
      },
    },
  ];
}
