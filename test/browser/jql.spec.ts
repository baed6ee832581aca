import { people } from './builders/people';
import { expect, test } from './fixtures';
import { AttachFoundModal } from './pages/attach-found-modal';
import { IssueNavigator } from './pages/issue-navigator';

test('JQL functions answer in Jira’s issue search and follow what is attached', async ({
  page,
  site,
  world,
}) => {
  const trial = await world.keyResult('Learners who come back');
  const other = await world.keyResult('Lessons rated five');
  const { epic, stories } = await world.epic('Reminders that help', 2);
  const [ask, send] = stories;
  if (!ask || !send) throw new Error('the epic has two stories');
  await world.attach(trial, [epic]);
  const navigator = new IssueNavigator(page);

  await site.becomes(people.tom.role);
  await navigator.opens();
  await navigator.writesWithSuggestion('issue in servesK', 'servesKeyResult("")', trial.key);
  await navigator.reads(`issue in servesKeyResult("${trial.key}")`);
  await navigator.runs();
  await navigator.finds(epic, ask, send);

  await world.attach(other, [send]);
  await navigator.searches(`issue in servesKeyResult("${trial.key}") ORDER BY key`);
  await navigator.finds(epic, ask);
  await navigator.searches(`issue in servesCycle("${world.cycle.name}") AND type = Story`);
  await navigator.finds(ask, send);
  await navigator.searches(`waymark.keyResults = "${other.key}"`);
  await navigator.finds(send);
  await navigator.searches(`summary ~ "${world.word}" AND issue in withoutKeyResult()`);
  await navigator.findsNothing();
  await navigator.searches('issue in servesKeyResult("KR-999999")');
  await navigator.says('Waymark knows no key result KR-999999 that everyone may see.');
});

test('issues chosen in the search are attached to a key result at once', async ({
  page,
  site,
  world,
  okrs,
  violations,
}) => {
  const trial = await world.keyResult('Groups that meet twice');
  const { epic: first } = await world.epic('Groups find a time');
  const { epic: second } = await world.epic('Groups find a room');
  const { epic: third } = await world.epic('Groups find a guest');
  await world.attach(trial, [third]);
  const navigator = new IssueNavigator(page);
  const attach = new AttachFoundModal(page);

  await site.becomes(people.tom.role);
  await navigator.opens();
  await navigator.searches(`summary ~ "${world.word}" AND type = Epic`);
  await navigator.finds(first, second, third);
  await navigator.chooses(first, third);
  await navigator.does('Attach to a key result');
  await attach.isTitled('Attach 2 issues to a key result');
  await attach.picks(trial);
  await attach.hasChosen(first);
  await attach.cannotChoose(third, 'Attached already');
  expect(await violations()).toEqual([]);
  await attach.saves('Attach 1 issue');
  await expect(okrs.flag(`1 issue attached to ${trial.key}`)).toBeVisible();

  // Nothing chosen: the search itself is what there is to choose from.
  await navigator.searches(`issue not in servesKeyResult("${trial.key}") AND summary ~ "${world.word}"`);
  await navigator.finds(second);
  await navigator.does('Attach to a key result');
  await attach.isTitled('Attach issues to a key result');
  await attach.picks(trial);
  await attach.chooses(second);
  await attach.saves('Attach 1 issue');
  await navigator.searches(`issue in servesKeyResult("${trial.key}")`);
  await navigator.finds(first, second, third);
});
