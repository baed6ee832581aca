/** What is kept of an initiative's work, and what is said to have been assumed, where Jira's changelog is not plain. */
import type { JiraAnswer } from '../../../src/atlassian/jira-request';
import type { StatusCategories } from '../../../src/atlassian/status-moves';
import type { InitiativeId, IssueId } from '../../../src/domain/ids';
import type { HypothesisState, StatusCategory } from '../../../src/domain/initiative';
import { valuesAlong } from '../../../src/domain/value-on';
import { assumedOf } from '../../../src/domain/work';
import { attachIssues } from '../../../src/usecases/initiative/attach-issues';
import { editInitiative } from '../../../src/usecases/initiative/edit-initiative';
import { readKeyResult } from '../../../src/usecases/key-result/read-key-result';
import { afterIssueUpdated } from '../../../src/usecases/work/after-event';
import { keepIssues, type Upkeep } from '../../../src/usecases/work/keep-issues';
import { expecting } from '../../builders/attached';
import { checkInOn, makeWorld, newId, unwrap } from '../../builders/world';
import { marta, openJiraSite, type JiraSite } from './jira-site';

let site: JiraSite;
let world: Awaited<ReturnType<typeof makeWorld>>;
beforeEach(async () => {
  site = await openJiraSite();
  world = await makeWorld(site);
});
afterEach(async () => {
  expect(site.problems).toEqual([]);
  await site.close();
});

function answered<T>(answer: JiraAnswer<T>): T {
  if (!answer.ok) throw new Error(answer.unavailable.reason);
  return answer.value;
}

async function attach(issueId: IssueId, hypothesis: HypothesisState = { kind: 'skipped' }) {
  const initiativeId = newId<'initiative'>();
  unwrap(
    await attachIssues(site.as(marta), {
      keyResultId: world.keyResultId,
      issues: [{ initiativeId, issueId }],
      requestId: newId<'request'>(),
      hypothesis,
      publicName: '',
    }),
  );
  return initiativeId;
}

async function epicWith(stories: number) {
  const epic = await site.createIssue('Epic', {});
  const children: IssueId[] = [];
  for (let n = 0; n < stories; n += 1) children.push(await site.createIssue('Story', { parent: epic }));
  return { epic, children };
}

/** An initiative as everybody reads it. */
async function read(id: InitiativeId) {
  const page = unwrap(await readKeyResult(site.as(marta), { id: world.keyResultId }));
  const found = page.objectives
    .flatMap(({ team, keyResults }) =>
      keyResults.flatMap((keyResult) => keyResult.initiatives.map((one) => ({ team, keyResult, one }))),
    )
    .find(({ one }) => one.id === id);
  if (!found) throw new Error('no such initiative');
  const { team, keyResult, one } = found;
  return {
    ...one,
    assumed: assumedOf(one, team.timeZone),
    along: valuesAlong(one, keyResult, team.timeZone),
  };
}

const look = (issue: IssueId, upkeep: Upkeep = site.upkeep()) => afterIssueUpdated(upkeep, issue);

async function on(day: string, act: () => Promise<unknown>): Promise<void> {
  site.setNow(`${day}T10:00:00.000Z`);
  await act();
}

/** Jira after its statuses of one category were deleted. */
function without(category: StatusCategory): Upkeep {
  const upkeep = site.upkeep();
  const readStatusCategories = async (): Promise<JiraAnswer<StatusCategories>> => {
    const found = answered(await upkeep.jira.readStatusCategories());
    return { ok: true, value: new Map([...found].filter(([, of]) => of !== category)) };
  };
  return { ...upkeep, jira: { ...upkeep.jira, readStatusCategories } };
}

/** Jira after an administrator made its Done a status of work in progress. */
function withDoneInProgress(): Upkeep {
  const upkeep = site.upkeep();
  const { jira } = upkeep;
  const now = (category: StatusCategory) => (category === 'done' ? 'indeterminate' : category);
  const mapped = (answer: Awaited<ReturnType<typeof jira.readIssues>>) =>
    answer.ok
      ? { ok: true as const, value: answer.value.map((one) => ({ ...one, category: now(one.category) })) }
      : answer;
  return {
    ...upkeep,
    jira: {
      ...jira,
      readIssues: async (...asked) => mapped(await jira.readIssues(...asked)),
      readChildren: async (...asked) => mapped(await jira.readChildren(...asked)),
      readStatusCategories: async () => {
        const found = answered(await jira.readStatusCategories());
        return { ok: true, value: new Map([...found].map(([id, category]) => [id, now(category)])) };
      },
    },
  };
}

test('the value is kept when attached, and known for the days work started, went live and was done', async () => {
  const { epic, children } = await epicWith(2);
  await on('2026-05-12', () => checkInOn(site, world.keyResultId, { '2026-05-05': 44, '2026-05-12': 46 }));
  const id = await attach(epic, expecting(4, 7));
  await on('2026-05-14', () => site.move(children[0] ?? epic, 'In Progress'));
  await on('2026-05-19', () => checkInOn(site, world.keyResultId, { '2026-05-19': 48 }));
  await on('2026-05-21', () => site.move(children[0] ?? epic, 'Done'));
  await on('2026-05-26', () => checkInOn(site, world.keyResultId, { '2026-05-26': 51 }));
  await on('2026-05-28', () => site.move(children[1] ?? epic, 'Done'));
  await on('2026-05-28', () => site.move(epic, 'Done'));
  answered(await look(epic));
  expect(await read(id)).toMatchObject({
    hypothesisAtAttach: expecting(4, 7),
    assumed: [],
    along: {
      attached: { on: '2026-05-12', value: 46 },
      started: { on: '2026-05-14', value: 46 },
      live: { on: '2026-05-21', value: 48 },
      done: { on: '2026-05-28', value: 51 },
    },
  });
});

test('the hypothesis in force when work started is kept by the first change after that', async () => {
  const { epic, children } = await epicWith(1);
  const id = await attach(epic, expecting(4));
  const edit = async (version: number, effect: number) =>
    unwrap(
      await editInitiative(site.as(marta), {
        id,
        version,
        requestId: newId<'request'>(),
        hypothesis: expecting(effect),
        publicName: '',
        why: 'We know more',
      }),
    );
  await edit(1, 5);
  expect(await read(id)).toMatchObject({ hypothesis: expecting(5), hypothesisAtStart: null });
  await on('2026-05-14', () => site.move(children[0] ?? epic, 'In Progress'));
  answered(await look(epic));
  await edit(2, 2);
  await edit(3, 1);
  expect(await read(id)).toMatchObject({
    hypothesis: expecting(1),
    hypothesisAtAttach: expecting(4),
    hypothesisAtStart: expecting(5),
  });
});

test('reopened work counts from the last time, and it is said that it was opened again', async () => {
  const { epic, children } = await epicWith(1);
  const [story = epic] = children;
  const id = await attach(epic);
  await on('2026-05-13', () => site.move(story, 'In Progress'));
  await on('2026-05-14', () => site.move(story, 'Done'));
  await on('2026-05-18', () => site.move(story, 'In Progress'));
  answered(await look(epic));
  expect(await read(id)).toMatchObject({ work: { firstChildDoneOn: null }, assumed: ['reopened'] });
  await on('2026-05-20', () => site.move(story, 'Done'));
  answered(await look(epic));
  expect(await read(id)).toMatchObject({
    work: { startedOn: '2026-05-13', firstChildDoneOn: '2026-05-20' },
    assumed: ['reopened'],
  });
});

test('work done before it was attached has no hypothesis that came first, and says so', async () => {
  const { epic, children } = await epicWith(1);
  await on('2026-05-13', () => site.move(children[0] ?? epic, 'Done'));
  await on('2026-05-13', () => site.move(epic, 'Done'));
  site.setNow('2026-05-20T10:00:00.000Z');
  const late = await attach(epic, expecting(4));
  expect(await read(late)).toMatchObject({
    work: { doneOn: '2026-05-13' },
    assumed: ['done-before-attached'],
    hypothesisAtAttach: expecting(4),
  });
  const other = await epicWith(1);
  const inTime = await attach(other.epic);
  await on('2026-05-20', () => site.move(other.epic, 'Done'));
  answered(await look(other.epic));
  expect((await read(inTime)).assumed).toEqual([]);
});

test('children all closed within minutes say when somebody tidied up: live is a guess', async () => {
  const { epic, children } = await epicWith(3);
  const id = await attach(epic);
  await on('2026-05-19', async () => {
    for (const child of children) await site.move(child, 'Done');
    await site.move(epic, 'Done');
  });
  answered(await look(epic));
  expect(await read(id)).toMatchObject({
    work: { firstChildDoneOn: '2026-05-19', doneOn: '2026-05-19' },
    assumed: ['bulk-closed'],
  });
  // One of them was done earlier: then live is the day of that one, and nothing is guessed.
  const other = await epicWith(3);
  const told = await attach(other.epic);
  await on('2026-05-20', () => site.move(other.children[0] ?? epic, 'Done'));
  await on('2026-05-22', async () => {
    for (const child of other.children.slice(1)) await site.move(child, 'Done');
  });
  answered(await look(other.epic));
  expect(await read(told)).toMatchObject({ work: { firstChildDoneOn: '2026-05-20' }, assumed: [] });
});

test('moved between projects: the days stay, and a status changed by the move is said', async () => {
  const { epic } = await epicWith(0);
  const id = await attach(epic);
  await on('2026-05-13', () => site.move(epic, 'In Progress'));
  await on('2026-05-14', () => site.moveToProject(epic, 'PAY'));
  answered(await look(epic));
  expect(await read(id)).toMatchObject({ work: { startedOn: '2026-05-13' }, assumed: [] });
  await on('2026-05-18', () => site.moveToProject(epic, 'LEARN', 'Done'));
  answered(await look(epic));
  expect(await read(id)).toMatchObject({
    work: { startedOn: '2026-05-13', doneOn: '2026-05-18' },
    assumed: ['moved-project'],
    projectId: await site.projectId('LEARN'),
  });
});

test('what a status means is read as of today, and said where it was changed since', async () => {
  const { epic, children } = await epicWith(2);
  const [story = epic, other = epic] = children;
  const id = await attach(epic);
  await on('2026-05-13', () => site.move(story, 'Done'));
  answered(await look(epic));
  expect(await read(id)).toMatchObject({ work: { done: 1, firstChildDoneOn: '2026-05-13' }, assumed: [] });
  for (const day of ['2026-05-20', '2026-05-27']) {
    await on(day, () => look(epic, withDoneInProgress()));
    expect(await read(id)).toMatchObject({
      work: { done: 0, startedOn: '2026-05-13', firstChildDoneOn: null },
      assumed: ['status-redefined'],
    });
  }
  await on('2026-05-28', () => site.move(other, 'In Progress'));
  answered(await look(epic, withDoneInProgress()));
  expect(await read(id)).toMatchObject({ assumed: [] });
});

test('a status that was deleted since is said, and leaving a new one for it counts as a start', async () => {
  const { epic, children } = await epicWith(1);
  const [story = epic] = children;
  const id = await attach(epic);
  await on('2026-05-13', () => site.move(story, 'In Progress'));
  await on('2026-05-19', () => site.move(story, 'Done'));
  answered(await look(epic, without('indeterminate')));
  expect(await read(id)).toMatchObject({
    work: { startedOn: '2026-05-13', firstChildDoneOn: '2026-05-19' },
    assumed: ['status-unknown'],
  });
});

test('done, and no change says since when: the day Jira has it in that category since, and it is said', async () => {
  const { epic, children } = await epicWith(1);
  const [story = epic] = children;
  const id = await attach(epic);
  await on('2026-05-19', () => site.move(story, 'Done'));
  const upkeep = site.upkeep();
  const forgetful: Upkeep = {
    ...upkeep,
    jira: { ...upkeep.jira, readStatusMoves: async () => ({ ok: true, value: new Map() }) },
  };
  answered(await keepIssues(forgetful, [epic]));
  expect(await read(id)).toMatchObject({
    work: { firstChildDoneOn: '2026-05-19' },
    assumed: ['no-changelog'],
  });
});
