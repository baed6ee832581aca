import { z } from 'zod';
import { publishMacroPage } from './builders/macro-page';
import { people } from './builders/people';
import { World } from './builders/world';
import { expect, test } from './fixtures';
import { ConfluencePage } from './pages/confluence-page';
import { Heard } from './pages/heard';
import { IssueNavigator } from './pages/issue-navigator';
import { MinePage } from './pages/mine-page';

/** The local site's security level for investigators, who Jonas is not. */
const investigators = '10040';
const hidden = '1 issue you cannot see';

test('an issue restricted after it was attached is one that cannot be seen, wherever its key result is', async ({
  page,
  site,
  okrs,
  keyResult,
  issue,
  baseURL,
}) => {
  const world = await World.begin(baseURL ?? '', { project: 'LEARN', lead: people.jonas });
  const shown = await world.keyResult('Open to all');
  const { epic, stories } = await world.epic('Case of a colleague', 1);
  const [story] = stories;
  if (story === undefined) throw new Error('The epic has no story.');
  await world.attach(shown, [epic], people.tom, { kind: 'left-to-owner' });
  const path = await publishMacroPage(world.site, {
    title: `Home ${world.word}`,
    sentence: 'How it stands.',
    config: { show: { kind: 'key-result', id: shown.id }, layout: 'full' },
  });
  await site.becomes(people.jonas.role);
  await keyResult.opens(shown);
  await expect(keyResult.initiative(epic.key)).toBeVisible();
  const navigator = new IssueNavigator(page);
  await navigator.opens();
  await navigator.searches(`issue in servesKeyResult("${shown.key}")`);
  await navigator.finds(epic, story);

  const fields = { security: { id: investigators } };
  await world.site.ask(people.marta, 'PUT', `/rest/api/3/issue/${epic.key}`, { fields }, z.null());
  await site.runs('every-five-minutes');
  const heard = new Heard(page, [epic.summary, `"${epic.key}"`]);

  await keyResult.opens(shown);
  await expect(okrs.frame.getByRole('region', { name: 'Work that should move it' })).toContainText(hidden);
  await okrs.opens(world.route);
  await okrs.row(shown).unfoldsWork();
  await okrs.row(shown).showsWork(hidden);

  await okrs.opens(`/planning?of=project&project=${world.projectId}`);
  const planned = okrs.frame.getByRole('region', { name: shown.title });
  await planned.getByText('1 initiative under way elsewhere').click();
  await expect(planned).toContainText(hidden);

  const mine = new MinePage(page);
  await mine.opens();
  await expect(mine.row('What should it change?', shown.key)).toContainText(hidden);

  await page.goto(path);
  const macro = await new ConfluencePage(page).macro();
  await macro.unfoldsWork(shown.title);
  await expect(macro.keyResult(shown.title)).toContainText(hidden);

  await issue.opens(story);
  await (await issue.opensWaymark()).servesNothing();
  await navigator.opens();
  await navigator.searches(`issue in servesKeyResult("${shown.key}")`);
  await navigator.findsNothing();
  expect(await heard.in()).toEqual([]);
});
