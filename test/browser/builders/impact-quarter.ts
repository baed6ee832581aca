import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import * as id from '../../../src/contract/inputs';
import type { HypothesisState } from '../../../src/domain/initiative';
import type { Site } from '../pages/site';
import { dayFromNow } from './days';
import type { Issue } from './jira-issues';
import { people } from './people';
import type { KeyResult, World } from './world';

/** Weekly values from twelve weeks ago until today. People get the work 40 days ago, after the seventh of them. */
const rose = [40, 41, 39.5, 40.5, 41.5, 40, 40.6, 55, 56, 54.5, 55.5, 56.5, 55];
const same = [40, 41, 39.5, 40.5, 41.5, 40, 40.6, 40.5, 41.5, 39.8, 40.7, 41.2, 40.1];
const live = -40;

export interface Quarter {
  /** The number rose by about 15 where 15 were expected; the work is done. */
  moved: Judged;
  /** The number stayed; 15 were expected, and the work is done. */
  still: Judged;
  /** The number stayed; 1 was expected, which its scatter hides. The work goes on. */
  unseen: Judged;
  /** People got it ten days ago. */
  early: Judged;
  /** Two within three days. */
  both: Judged & { other: Issue };
  /** One, and an outage on the next day. */
  outage: Judged;
}

interface Judged {
  keyResult: KeyResult;
  epic: Issue;
}

/** A quarter's work on six key results, and what came of it: made with the site's clock, which is back at the end. */
export async function impactQuarter(world: World, site: Site): Promise<Quarter> {
  const objective = await world.objective('Learners stay');
  const at = (days: number) => site.isNow(`${dayFromNow(days)}T12:00:00Z`);
  const measured = async (title: string, values: readonly number[]): Promise<KeyResult> => {
    const keyResult = await world.keyResult(title, {}, objective);
    await imported(world, keyResult, values);
    return keyResult;
  };
  const [moved, still, unseen, early, both, outage] = [
    await measured('Trials that convert', rose),
    await measured('Lessons finished', same),
    await measured('Weekly visits', same),
    await measured('Answers within a day', same),
    await measured('Invitations taken', rose),
    await measured('Orders kept', rose),
  ];

  await at(-86);
  const begin = async (summary: string, on: KeyResult, effect: number) => {
    const { epic, stories } = await world.epic(summary, 2);
    await world.attach(on, [epic], people.tom, expecting(effect));
    await world.jira.move(epic, 'In Progress');
    const [first, second] = stories;
    if (!first || !second) throw new Error('An epic has no stories.');
    return { epic, first, second };
  };
  const signUp = await begin('Shorter sign-up', moved, 15);
  const player = await begin('Lighter player', still, 15);
  const digest = await begin('Weekly digest', unseen, 1);
  const routing = await begin('Smarter routing', early, 5);
  const invites = await begin('Better invitations', both, 10);
  const reminders = await begin('Friendlier reminders', both, 10);
  const basket = await begin('A basket that waits', outage, 10);

  await at(live);
  for (const { epic, first, second } of [signUp, player]) {
    await world.jira.move(first, 'Done');
    await world.jira.move(second, 'Done');
    await world.jira.move(epic, 'Done');
  }
  for (const { first } of [digest, invites, basket]) await world.jira.move(first, 'Done');
  await at(live + 2);
  await world.jira.move(reminders.first, 'Done');
  await at(-10);
  await world.jira.move(routing.first, 'Done');
  await site.isNow(null);
  await site.runs('every-five-minutes');

  return {
    moved: { keyResult: moved, epic: signUp.epic },
    still: { keyResult: still, epic: player.epic },
    unseen: { keyResult: unseen, epic: digest.epic },
    early: { keyResult: early, epic: routing.epic },
    both: { keyResult: both, epic: invites.epic, other: reminders.epic },
    outage: { keyResult: outage, epic: basket.epic },
  };
}

function expecting(effect: number): HypothesisState {
  return { kind: 'stated', hypothesis: { effect, lagDays: 0, why: 'It helped elsewhere.' } };
}

/** The values of twelve weeks, kept in a sheet until today. */
async function imported(world: World, keyResult: KeyResult, values: readonly number[]): Promise<void> {
  await world.site.call(
    people.priya,
    'check-in.import',
    {
      keyResultId: keyResult.id,
      source: 'import',
      checkIns: values.map((value, week) => ({
        id: id.checkInId.parse(randomUUID()),
        day: dayFromNow(7 * (week - values.length + 1)),
        value,
        reached: null,
        confidence: null,
        evidence: '',
        blocker: '',
        decision: null,
      })),
    },
    z.object({ checkIns: z.literal(values.length) }),
  );
}
