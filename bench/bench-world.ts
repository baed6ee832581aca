import type { Page } from '@playwright/test';
import { dayFromNow } from '../test/browser/builders/days';
import type { Issue } from '../test/browser/builders/jira-issues';
import { people } from '../test/browser/builders/people';
import { World, type KeyResult } from '../test/browser/builders/world';
import { Site } from '../test/browser/pages/site';

const STORIES = 12;
const WEEKS = [-42, -35, -28, -21, -14, -7, 0];

/** What the views are measured on: a team with two objectives of four key results, and an epic of twelve stories. */
export interface BenchWorld {
  readonly world: World;
  readonly keyResult: KeyResult;
  readonly epic: Issue;
  /** Makes the OKR lead the person at this page's browser. */
  signIn(page: Page): Promise<void>;
}

/** Makes the world on a site, through the calls people's browsers make. */
export async function makeBenchWorld(url: string): Promise<BenchWorld> {
  const world = await World.begin(url);
  const made: KeyResult[] = [];
  for (const objective of ['New learners stay', 'Teachers are heard']) {
    const under = await world.objective(objective);
    for (const title of [
      'First lesson finished',
      'Back in the second week',
      'Asked a question',
      'Would recommend',
    ]) {
      made.push(await world.keyResult(title, {}, under));
    }
  }
  for (const [place, keyResult] of made.entries()) {
    for (const [week, day] of WEEKS.entries()) {
      await world.checkIn(keyResult, dayFromNow(day), 40 + (week + 1) * place);
    }
  }
  const { epic, stories } = await world.epic('A shorter way to the first lesson', STORIES);
  for (const story of stories.slice(0, STORIES / 2)) await world.jira.move(story, 'Done');
  const [keyResult] = made;
  if (keyResult === undefined) throw new Error('The world has no key result.');
  await world.attach(keyResult, [epic]);
  return { world, keyResult, epic, signIn: (page) => new Site(page).becomes(people.marta.role) };
}
