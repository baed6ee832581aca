import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { z } from 'zod';
import * as id from '../../src/contract/inputs';
import type { ObjectiveId } from '../../src/domain/ids';
import { dayFromNow } from '../../test/browser/builders/days';
import { otherTeam, serves, type OtherTeam } from '../../test/browser/builders/other-team';
import { people, type Person } from '../../test/browser/builders/people';
import { World, type KeyResult } from '../../test/browser/builders/world';
import { appFrame, isWhole, type Shot } from './shot';

const saved = z.object({ id: z.string(), version: z.number() });

/** Teams whose objectives serve each other's. */
export interface Aligned {
  readonly world: World;
  readonly schools: OtherTeam;
  readonly depends: KeyResult;
  /** Shows what Platform counts. */
  readonly shows: { id: ObjectiveId; title: string };
}

/** An organisation of six teams: most of it hangs together, and a little is wrong. */
export async function alignedTeams(url: string): Promise<Aligned> {
  const world = await World.begin(url, { word: 'this winter', lead: people.priya });
  const team = (
    name: string,
    title: string,
    measure: string,
    more: { level?: 'organisation' | 'department'; lead?: Person } = {},
  ) => otherTeam(world, name, { title, measure, ...more });
  const board = await team('Lantern', 'A school that people come back to', 'Schools that leave', {
    level: 'organisation',
  });
  const schools = await team('Schools', 'Teachers trust us with a whole class', 'Lessons that fail', {
    level: 'department',
  });
  const platform = await team('Platform', 'Nothing breaks while a class learns', 'Outages', {
    lead: people.sofia,
  });
  const content = await team(
    'Content',
    'Every lesson is one we would give our own children',
    'Lessons reported',
  );
  const sales = await team('Sales', 'Teachers trust us with whole classes', 'Offers without an answer');
  await team('Brand', 'People know what we stand for', 'Visitors who leave at once');
  const own = await world.objective('Learners finish what they begin');
  const depends = await world.keyResult('Lessons finished', {}, own);
  const second = await world.keyResult('Learners back in week two', {}, own);
  for (const [week, value] of [42, 45, 49, 53].entries()) {
    await world.checkIn(depends, dayFromNow(7 * (week - 3)), value, { confidence: 7 });
    await world.checkIn(second, dayFromNow(7 * (week - 3)), 40 + 6 * week, { confidence: 5 });
  }
  await measured(world, board, [36, 30, 25, 21], 7);
  await measured(world, schools, [38, 35, 31, 27], 5);
  await measured(world, platform, [37, 30, 22, 18], 8);
  await measured(world, content, [39, 38, 38, 36], 3);
  await measured(world, sales, [40, 36, 30, 24], 6);
  const up = (by: Person, one: OtherTeam['objective'], parent: OtherTeam) =>
    serves(world, by, one, { kind: 'objective', id: parent.objective.id });
  await up(people.marta, schools.objective, board);
  await up(people.sofia, platform.objective, schools);
  await up(people.marta, content.objective, schools);
  await up(people.marta, sales.objective, schools);
  await serves(world, people.priya, own, { kind: 'key-result', id: schools.keyResult.id });
  await asks(
    world,
    depends,
    platform,
    'A lesson that loads in two seconds on a school’s network, by the end of the month.',
    true,
  );
  await asks(world, depends, content, 'Twelve shorter lessons for the first week.', false);
  const shared = { id: id.sharedKeyResultId.parse(randomUUID()), version: 0, shown: true };
  const pair = { keyResultId: platform.keyResult.id, objectiveId: own.id };
  const requestId = id.requestId.parse(randomUUID());
  await world.site.call(people.priya, 'key-result.show-under', { ...shared, requestId, ...pair }, saved);
  return { world, schools, depends, shows: own };
}

/** What a team counted in each of the last weeks, and what it thinks of the end. */
async function measured(
  { site }: World,
  { lead, keyResult }: OtherTeam,
  values: readonly number[],
  confidence: number,
): Promise<void> {
  for (const [week, value] of values.entries()) {
    const said = {
      ...{ id: id.checkInId.parse(randomUUID()), keyResultId: keyResult.id, value, confidence },
      ...{ day: dayFromNow(7 * (week - values.length + 1)), reached: null, evidence: 'Counted by hand.' },
      ...{ blocker: '', decision: null, ask: null },
    };
    await site.call(lead, 'check-in.record', said, z.object({ id: z.string() }));
  }
}

async function asks(
  { site }: World,
  keyResult: KeyResult,
  team: OtherTeam,
  needs: string,
  confirmed: boolean,
): Promise<void> {
  const requestId = () => id.requestId.parse(randomUUID());
  const dependencyId = id.dependencyId.parse(randomUUID());
  const asked = {
    id: dependencyId,
    version: 0,
    requestId: requestId(),
    keyResultId: keyResult.id,
    teamId: team.id,
    needs,
  };
  const { version } = await site.call(people.priya, 'dependency.ask', asked, saved);
  if (!confirmed) return;
  const answer = {
    id: dependencyId,
    version,
    requestId: requestId(),
    confirmed,
    reason: 'Done by the 20th; Ben has it.',
  };
  await site.call(team.lead, 'dependency.answer', answer, saved);
}

/** The map, an objective between others, and what a key result needs of other teams. */
export function alignmentShots({ world, schools, depends, shows }: Aligned, globalPage: string): Shot[] {
  return [
    {
      name: 'map',
      height: 1180,
      take: async (page) => {
        await page.goto(`${globalPage}/map?cycle=${world.cycle.id}`);
        const frame = appFrame(page);
        await expect(frame.getByRole('treeitem')).toHaveCount(7);
        await frame.getByRole('button', { name: 'Fit everything' }).click();
        await isWhole(frame);
        return page;
      },
    },
    {
      name: 'map-list',
      take: async (page) => {
        await page.goto(`${globalPage}/map?cycle=${world.cycle.id}&view=list`);
        const frame = appFrame(page);
        await expect(frame.getByRole('treegrid').getByRole('row')).toHaveCount(8);
        return page;
      },
    },
    {
      name: 'objective-alignment',
      height: 1500,
      take: async (page) => {
        await page.goto(`${globalPage}/objectives/${schools.objective.id}`);
        const frame = appFrame(page);
        await expect(frame.getByRole('region', { name: 'Supported by' }).getByRole('listitem')).toHaveCount(
          4,
        );
        await isWhole(frame);
        return page;
      },
    },
    {
      name: 'shared',
      height: 1500,
      take: async (page) => {
        await page.goto(`${globalPage}/objectives/${shows.id}`);
        const frame = appFrame(page);
        await expect(frame.getByText('Shared by Platform')).toBeVisible();
        await isWhole(frame);
        return frame.getByRole('region', { name: shows.title });
      },
    },
    {
      name: 'dependencies',
      height: 2200,
      take: async (page) => {
        await page.goto(`${globalPage}/key-results/${depends.id}`);
        const frame = appFrame(page);
        const teams = frame.getByRole('region', { name: 'Teams it depends on' });
        await expect(teams.getByRole('listitem')).toHaveCount(2);
        await isWhole(frame);
        return teams;
      },
    },
  ];
}
