import path from 'node:path';
import { dayFromNow } from './builders/days';
import { people } from './builders/people';
import type { KeyResult, World } from './builders/world';
import type { Issue } from './builders/jira-issues';
import { expect, test } from './fixtures';
import { atRest } from './pages/at-rest';
import { ClosingPage } from './pages/closing-page';
import { DraftPage } from './pages/draft-page';
import { IssuePage } from './pages/issue-page';
import { KeyResultPage } from './pages/key-result-page';
import { ImportPage } from './pages/import-page';
import { MeetingPage } from './pages/meeting-page';
import { MinePage } from './pages/mine-page';
import { OkrPage } from './pages/okr-page';
import { ReviewPage } from './pages/review-page';
import { SettingsPage } from './pages/settings-page';
import { Site } from './pages/site';
import type { Page } from '@playwright/test';

interface Shown {
  readonly world: World;
  readonly keyResult: KeyResult;
  readonly epic: Issue;
}

/** A key result with something of everything: values, low confidence, a decision, work and marks. */
async function somethingToShow(world: World, site: Site): Promise<Shown> {
  const keyResult = await world.keyResult('Something of everything');
  await world.checkIn(keyResult, dayFromNow(-14), 45);
  await world.checkIn(keyResult, dayFromNow(0), 50, {
    confidence: 3,
    evidence: 'Two schools left.',
    blocker: 'No time of the teachers.',
  });
  const { epic, stories } = await world.epic('Work in all states', 3);
  await world.attach(keyResult, [epic]);
  const [first] = stories;
  if (first) await world.jira.move(first, 'Done');
  await site.runs('every-five-minutes');
  return { world, keyResult, epic };
}

// The longest tests of all: on one worker they would run on alone at the end.
test.describe.configure({ mode: 'parallel' });

/** Every surface, and how a person comes to see it whole. */
const surfaces: Record<string, (page: Page, shown: Shown) => Promise<void>> = {
  'the issue panel': async (page, { keyResult, epic }) => {
    const issue = new IssuePage(page);
    await issue.opens(epic);
    await (await issue.opensWaymark()).serving(keyResult).hasWork('1 of 3 stories done', 'Day people got it');
  },
  attaching: async (page, { keyResult, epic }) => {
    const issue = new IssuePage(page);
    await issue.opens(epic);
    const attach = await (await issue.opensWaymark()).attaches();
    await attach.searches(keyResult.key);
    await attach.picks(keyResult);
    await attach.expectsRise('8', '14', 'It helped the last time.');
    await attach.says(/^To be judged/);
  },
  'the overview': async (page, { world, keyResult }) => {
    const okrs = new OkrPage(page);
    await okrs.opens(world.route);
    await okrs.row(keyResult).unfoldsWork();
    await okrs.row(keyResult).showsWork(/child issues done/);
  },
  'a key result': async (page, { keyResult, epic }) => {
    const one = new KeyResultPage(page);
    await one.opens(keyResult);
    await one.chartDraws('Measured', 'Attached');
    await expect(one.initiative(epic.key)).toBeVisible();
  },
  'a check-in': async (page, { keyResult }) => {
    const one = new KeyResultPage(page);
    await one.opens(keyResult);
    const checkIn = await one.checksIn();
    await checkIn.confidence.fill('2');
    await checkIn.says(/^At 3 or lower/);
  },
  'writing OKRs': async (page) => {
    const okrs = new OkrPage(page);
    await okrs.opens('/start');
    await okrs.isHeaded('Write OKRs');
    await expect(okrs.frame.getByRole('textbox', { name: 'Team’s name' })).toBeVisible();
  },
  teams: async (page, { world }) => {
    const okrs = new OkrPage(page);
    await okrs.opens('/teams');
    await expect(okrs.frame.getByText(world.team.name).first()).toBeVisible();
  },
  cycles: async (page, { world }) => {
    const okrs = new OkrPage(page);
    await okrs.opens('/cycles');
    await expect(okrs.frame.getByText(world.cycle.name).first()).toBeVisible();
  },
  'the review of a key result being written': async (page, { keyResult }) => {
    await new Site(page).becomes(people.priya.role);
    const okrs = new OkrPage(page);
    await okrs.opens(`/key-results/${keyResult.id}/edit`);
    await okrs.frame.getByRole('textbox', { name: 'Key result', exact: true }).fill('Launch the library');
    await expect(new ReviewPage(page).finding('K3')).toBeVisible();
    await okrs.frame.getByText('Why, and an example').first().click();
  },
  'the review of a cycle': async (page, { world }) => {
    const review = new ReviewPage(page);
    await review.opens(world);
    await expect(review.finding('O6').first()).toBeVisible();
  },
  'attaching many': async (page, { keyResult, epic }) => {
    const one = new KeyResultPage(page);
    await one.opens(keyResult);
    const attach = await one.attachesSeveral();
    await attach.searches(epic.key);
    await attach.finds('1 issue');
  },
  'an import': async (page) => {
    const okrs = new OkrPage(page);
    await okrs.opens('/import');
    const importing = new ImportPage(okrs.frame);
    await importing.uploads(path.join(__dirname, '../fixtures/reading-room-okrs.md'));
    await importing.previews(3);
  },
  'the sample': async (page) => {
    await new Site(page).becomes(people.marta.role);
    const okrs = new OkrPage(page);
    await okrs.opens('/sample');
    await okrs.isHeaded('Fill with a sample company');
    await expect(okrs.frame.getByRole('button', { name: 'Fill with the sample company' })).toBeVisible();
  },
  'a verdict and its picture': async (page, { keyResult, epic }) => {
    const one = new KeyResultPage(page);
    await one.opens(keyResult);
    await one.showWhyButton(epic.key).click();
    await expect(one.picture(epic.key)).toBeVisible();
  },
  judging: async (page, { keyResult, epic }) => {
    const one = new KeyResultPage(page);
    await one.opens(keyResult);
    const judging = await one.judges(epic.key);
    await judging.decision('Stop it').press('Space');
    await judging.jira(`Comment on ${epic.key}`).press('Space');
    await judging.jira(`Close ${epic.key}`).press('Space');
    await expect(judging.resolution).toBeVisible();
  },
  'marking an event': async (page, { keyResult }) => {
    const one = new KeyResultPage(page);
    await one.opens(keyResult);
    const event = await one.marksEvent();
    await expect(event.what).toBeFocused();
  },
  mine: async (page, { epic }) => {
    await new Site(page).becomes(people.priya.role);
    const mine = new MinePage(page);
    await mine.opens();
    await expect(mine.row('When did people get it?', epic.key)).toBeVisible();
  },
  'the team’s check-in': async (page, { world, keyResult }) => {
    await new Site(page).becomes(people.priya.role);
    const meeting = new MeetingPage(page);
    await meeting.opens(world);
    await meeting.button(`Check in on ${keyResult.key}`).click();
    await expect(meeting.valueOf(keyResult)).toBeVisible();
    await meeting.button(`Praise someone on ${keyResult.key}`).click();
    await expect(meeting.field('What for?')).toBeVisible();
  },
  'what a check-in came to': async (page, { world, keyResult }) => {
    const meeting = new MeetingPage(page);
    await meeting.opens(world);
    await meeting.button('End and keep the digest').click();
    await expect(meeting.section('Progress')).toContainText(keyResult.title);
  },
  settings: async (page) => {
    await new Site(page).becomes(people.marta.role);
    const settings = new SettingsPage(page);
    await settings.opens();
    await settings.database('Ready');
  },
};

/** What is shown at the end of a cycle: last, since it runs no more from here on. */
const closing: typeof surfaces = {
  'closing a cycle': async (page, { world, keyResult }) => {
    await world.startsScoring();
    const one = new ClosingPage(page);
    await one.opens(world);
    await expect(one.keyResult(keyResult)).toContainText('Its measurements suggest 0.2');
    await one.button('Show the report as text').click();
    await expect(one.report).toContainText(keyResult.title);
  },
  'how far each team is': async (page, { world }) => {
    await new Site(page).becomes(people.marta.role);
    const one = new ClosingPage(page);
    await one.opensList(world);
    await one.button('Close the cycle').click();
    await expect(one.button('Close anyway')).toBeVisible();
  },
  'what was learned, beside the next draft': async (page, { world }) => {
    await new Site(page).becomes(people.priya.role);
    const one = new ClosingPage(page);
    await one.drafts(world, await world.draftsNextCycle());
    await expect(one.learnings(world)).toBeVisible();
  },
  'drafting together': async (page, { world }) => {
    await new Site(page).becomes(people.priya.role);
    const one = new DraftPage(page);
    await one.opens(world, await world.draftsNextCycle());
    await one.says(`Somewhere better ${world.word}`);
    await one.line(`Somewhere better ${world.word}`).fill('Raise trials from 4 to 8');
    await expect(one.frame.getByText(/^Understood/)).toBeVisible();
  },
};

const shownInOrder = [...Object.entries(surfaces), ...Object.entries(closing)];
const middle = Math.ceil(shownInOrder.length / 2);
/** Two tests of one length: the second has what is shown at a cycle's end. */
const halves = {
  'while a cycle runs': shownInOrder.slice(0, middle),
  'and when it ends': shownInOrder.slice(middle),
};

for (const [when, opened] of Object.entries(halves)) {
  test(`no surface breaks an accessibility rule in light or dark, nor scrolls sideways at 200 % zoom, ${when}`, async ({
    site,
    world,
    page,
    violations,
  }) => {
    // More than a dozen surfaces, one after the other.
    test.slow();
    const shown = await somethingToShow(world, site);
    await site.becomes(people.priya.role);
    for (const [name, open] of opened) {
      await test.step(name, async () => {
        await page.setViewportSize(whole);
        await open(page, shown);
        await expect(page.locator('html')).toHaveAttribute('data-color-mode', 'light');
        expect(await violations(), `${name}, light`).toEqual([]);
        await site.switchesTo('dark');
        expect(await violations(), `${name}, dark`).toEqual([]);
        await site.switchesTo('light');
        await page.setViewportSize(zoomed);
        await atRest(page);
        await expect.poll(() => sideways(page), { message: name }).toEqual([]);
      });
    }
  });
}

const whole = { width: 1440, height: 900 };
/** 1280 wide at 200 % leaves the page 640. */
const zoomed = { width: 640, height: 450 };

/** The frames that scroll sideways, and by how much. */
async function sideways(page: Page): Promise<string[]> {
  const found = await Promise.all(
    page.frames().map(async (frame) => {
      const over = await frame.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      return over > 0 ? [`${over} px in ${frame.url()}`] : [];
    }),
  );
  return found.flat();
}
