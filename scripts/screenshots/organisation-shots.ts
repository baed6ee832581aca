import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { z } from 'zod';
import * as id from '../../src/contract/inputs';
import { people } from '../../test/browser/builders/people';
import { OrganisationPages } from '../../test/browser/pages/organisation-pages';
import { Site } from '../../test/browser/pages/site';
import { testDay } from '../../test/builders/test-date';
import type { Ending } from './closing-shots';
import { appFrame, isWhole, type Scene, type Shot } from './shot';

const teams = z.object({
  teams: z.array(z.object({ id: id.teamId, name: z.string(), level: z.string() })),
  profiles: z.array(z.object({ teamId: z.string() })),
});
const saved = z.object({ id: z.string() });

const mission = 'Anybody who wants to learn something can, wherever they are and whatever they know.';
const priorities =
  'People who begin come back.\nSchools that stay for a second year.\nNobody has to ask twice for help.';

/** Has the sample's organisation say its mission, as people do once. */
async function describe({ site }: Scene): Promise<void> {
  const directory = await site.call(people.marta, 'directory.read', {}, teams);
  const top = directory.teams.find(({ level }) => level === 'organisation');
  if (!top || directory.profiles.some(({ teamId }) => teamId === top.id)) return;
  await site.call(
    people.marta,
    'team.describe',
    {
      id: id.teamProfileId.parse(randomUUID()),
      version: 0,
      requestId: id.requestId.parse(randomUUID()),
      teamId: top.id,
      profile: {
        mission,
        priorities: [{ year: Number(testDay().slice(0, 4)), text: priorities }],
        spaceId: null,
      },
      why: '',
    },
    saved,
  );
}

/** The organisation with its mission, and planning a year. */
export function organisationShots(scene: Scene): Shot[] {
  return [
    {
      name: 'organisation',
      take: async (page) => {
        await describe(scene);
        const pages = new OrganisationPages(page);
        await pages.opensTeams();
        await pages.button('More of Lantern').click();
        await expect(pages.frame.getByRole('menuitem', { name: 'Archive' })).toBeVisible();
        await isWhole(appFrame(page));
        return page;
      },
    },
    {
      name: 'plan-a-year',
      height: 960,
      take: async (page) => {
        const pages = new OrganisationPages(page);
        await pages.opensCycles();
        await pages.button('Plan a year').click();
        await expect(pages.button('Make 5 cycles')).toBeVisible();
        await isWhole(appFrame(page));
        return page;
      },
    },
  ];
}

/** Preparing the cycle that comes after the one that ends. */
export function preparationShots({ world, next }: Ending): Shot[] {
  return [
    {
      name: 'prepare',
      height: 1000,
      take: async (page) => {
        const pages = new OrganisationPages(page);
        await pages.opensCycles();
        await pages.link(`Prepare ${next.name}`).click();
        await pages.isHeaded(`Prepare ${next.name}`);
        await isWhole(appFrame(page));
        return page;
      },
    },
    {
      name: 'prepare-team',
      height: 1100,
      take: async (page) => {
        await new Site(page).becomes(people.priya.role);
        const pages = new OrganisationPages(page);
        await pages.opensCycles();
        await pages.link(`Prepare ${next.name}`).click();
        await pages.link(world.team.name).click();
        await pages.isHeaded(`${world.team.name}: prepare ${next.name}`);
        await expect(pages.region('Still missing')).toBeVisible();
        await isWhole(appFrame(page));
        return page;
      },
    },
  ];
}
