import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import * as id from '../../src/contract/inputs';
import { dayFromNow } from '../../test/browser/builders/days';
import { people } from '../../test/browser/builders/people';
import { World, type KeyResult } from '../../test/browser/builders/world';
import { ClosingPage } from '../../test/browser/pages/closing-page';
import { Site } from '../../test/browser/pages/site';
import type { Shot } from './shot';

const saved = z.object({ id: z.string() });

/** A team at the end of its cycle, and the cycle that comes after it. */
export interface Ending {
  readonly world: World;
  readonly missed: KeyResult;
  readonly moved: KeyResult;
  readonly next: { id: string; name: string };
}

/** A cycle of which one target was moved, and one key result missed though its work is done. */
export async function endingCycle(url: string, page: Page): Promise<Ending> {
  const world = await World.begin(url, { word: 'in spring', lead: people.priya });
  const objective = await world.objective('New schools stay');
  const keyResult = async (title: string, values: readonly number[]) => {
    const made = await world.keyResult(title, {}, objective);
    for (const [week, value] of values.entries()) {
      await world.checkIn(made, dayFromNow(7 * (week - values.length + 1)), value);
    }
    return made;
  };
  const missed = await keyResult('Trials that convert', [41, 42, 43, 44, 44, 46]);
  const moved = await keyResult('Schools that invite a second class', [45, 50, 54, 58, 61, 62]);
  const reached = await keyResult('Teachers who come back in week two', [48, 57, 66, 74, 79, 82]);
  const { epic } = await world.epic('Shorter sign-up', 2);
  await world.attach(missed, [epic]);
  await world.jira.move(epic, 'Done');
  await new Site(page).runs('every-five-minutes');
  await world.movesTarget(moved, 65, 'Two regions open later than planned.');
  await world.startsScoring();
  await world.site.call(
    people.priya,
    'key-result.score',
    {
      id: id.scoreId.parse(randomUUID()),
      version: 0,
      requestId: id.requestId.parse(randomUUID()),
      keyResultId: reached.id,
      score: 1,
      rationale: '',
      next: 'drop',
    },
    saved,
  );
  return { world, missed, moved, next: await world.draftsNextCycle() };
}

/** What a team says at the end of a cycle, and what the next one begins with. */
export function closingShots({ world, missed, moved, next }: Ending): Shot[] {
  const opens = async (page: Page): Promise<ClosingPage> => {
    await new Site(page).becomes(people.priya.role);
    const closing = new ClosingPage(page);
    await closing.opens(world);
    return closing;
  };
  return [
    {
      name: 'closing-list',
      take: async (page) => {
        const list = new ClosingPage(page);
        await list.opensList(world);
        await list.button('Close the cycle').click();
        await expect(list.button('Close anyway')).toBeVisible();
        return page;
      },
    },
    {
      name: 'closing-team',
      height: 1700,
      take: async (page) => {
        const closing = await opens(page);
        await expect(
          closing
            .keyResult(missed)
            .getByRole('link', { name: /^GROW-/ })
            .last(),
        ).toBeVisible();
        return page;
      },
    },
    {
      name: 'closing-moved-target',
      height: 1700,
      take: async (page) => {
        const closing = await opens(page);
        await expect(closing.keyResult(moved)).toContainText('Target as published');
        return closing.keyResult(moved);
      },
    },
    {
      name: 'closing-learnings',
      height: 1180,
      take: async (page) => {
        await saysTheRest(world, missed, moved);
        await new Site(page).becomes(people.priya.role);
        const closing = new ClosingPage(page);
        await closing.drafts(world, next);
        await expect(closing.learnings(world)).toContainText('Call ten schools');
        return page;
      },
    },
  ];
}

/** Scores what is open and looks back; a second time it is there already. */
async function saysTheRest(world: World, missed: KeyResult, moved: KeyResult): Promise<void> {
  const score = async (of: KeyResult, value: number, rationale: string, nextStep: 'repeat' | 'rewrite') =>
    world.site
      .call(
        people.priya,
        'key-result.score',
        {
          id: id.scoreId.parse(randomUUID()),
          version: 0,
          requestId: id.requestId.parse(randomUUID()),
          keyResultId: of.id,
          score: value,
          rationale,
          next: nextStep,
        },
        saved,
      )
      .catch(() => undefined);
  await score(missed, 0.1, 'Shorter was not better: schools left for want of answers.', 'rewrite');
  await score(moved, 0.8, 'Held back by the two late regions.', 'repeat');
  await world.site
    .call(
      people.priya,
      'retrospective.save',
      {
        id: id.retrospectiveId.parse(randomUUID()),
        version: 0,
        requestId: id.requestId.parse(randomUUID()),
        teamId: world.team.id,
        cycleId: world.cycle.id,
        helped: 'Weekly numbers everybody looked at.',
        hindered: 'Two regions opened late.',
        learned: 'Schools leave with a question, not because of a long form.',
        willChange: 'Call ten schools that left before we plan any work.',
      },
      saved,
    )
    .catch(() => undefined);
}
