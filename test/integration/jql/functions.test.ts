/** JQL functions as people search with them: the local Jira asks Waymark once and keeps its answer for everybody. */
import type { IssueId, KeyResultId } from '../../../src/domain/ids';
import { attachIssues } from '../../../src/usecases/initiative/attach-issues';
import { detachInitiative } from '../../../src/usecases/initiative/detach-initiative';
import { afterIssueDeleted } from '../../../src/usecases/work/after-event';
import { keepPrecomputations } from '../../../src/usecases/jql/keep-precomputations';
import {
  anObjective,
  call,
  makeCycle,
  makeKeyResult,
  makeObjective,
  makeTeam,
  newId,
  people,
  unwrap,
} from '../../builders/world';
import { jonas, marta, openJiraSite, type JiraSite } from '../work/jira-site';

let site: JiraSite;
let teamId: Awaited<ReturnType<typeof makeTeam>>;
let cycleId: Awaited<ReturnType<typeof makeCycle>>;
let objectiveId: Awaited<ReturnType<typeof makeObjective>>;
/** KR-1 and KR-2 of O-1. */
let first: KeyResultId;
let second: KeyResultId;

beforeEach(async () => {
  site = await openJiraSite();
  teamId = await makeTeam(site);
  cycleId = await makeCycle(site, { name: 'Q2 2026' });
  objectiveId = await makeObjective(site, { teamId, cycleId });
  first = await makeKeyResult(site, objectiveId);
  second = await makeKeyResult(site, objectiveId);
});
afterEach(async () => {
  expect(site.problems).toEqual([]);
  await site.close();
});

async function attach(keyResultId: KeyResultId, issueId: IssueId, by = marta) {
  const initiativeId = newId<'initiative'>();
  unwrap(
    await attachIssues(site.as(by), {
      keyResultId,
      issues: [{ initiativeId, issueId }],
      requestId: newId<'request'>(),
      hypothesis: { kind: 'skipped' },
      publicName: '',
    }),
  );
  return initiativeId;
}

const found = (jql: string, by = marta) => site.search(by, jql);
const keptUp = (how: 'changes' | 'all') => keepPrecomputations(site.upkeep(), how);

test('an epic serves with its stories and their sub-tasks, but not with a story that has a key result of its own', async () => {
  const epic = await site.createIssue('Epic', {});
  const story = await site.createIssue('Story', { parent: epic });
  const task = await site.createIssue('Sub-task', { parent: story });
  const other = await site.createIssue('Story', { parent: epic });
  const othersTask = await site.createIssue('Sub-task', { parent: other });
  await attach(first, epic);
  await attach(second, other);

  expect(await found('issue in servesKeyResult("KR-1")')).toEqual([epic, story, task]);
  expect(await found('issue in servesKeyResult("kr-2")')).toEqual([other, othersTask]);
  expect(await found('issue in servesObjective("O-1")')).toEqual([epic, story, task, other, othersTask]);
  expect(await found('issue in servesCycle("q2 2026") AND type = Sub-task')).toEqual([task, othersTask]);
});

test('“not in” finds exactly the others, those without a parent too', async () => {
  const epic = await site.createIssue('Epic', {});
  const story = await site.createIssue('Story', { parent: epic });
  const own = await site.createIssue('Story', { parent: epic });
  const loose = await site.createIssue('Story', {});
  await attach(first, epic);
  await attach(second, own);
  const mine = `issue in (${[epic, story, own, loose].join(', ')})`;

  expect(await found(`${mine} AND issue not in servesKeyResult("KR-1")`)).toEqual([own, loose]);
  expect(await found(`${mine} AND NOT issue in servesKeyResult("KR-1")`)).toEqual([own, loose]);
  expect(await found(`${mine} AND NOT issue not in servesKeyResult("KR-1")`)).toEqual([epic, story]);
  expect(await found(`${mine} AND issue in withoutKeyResult()`)).toEqual([loose]);
  expect(await found(`${mine} AND issue not in withoutKeyResult()`)).toEqual([epic, story, own]);
  expect(await found(`${mine} AND issue in withoutKeyResult("Q2 2026")`)).toEqual([loose]);
});

test('a key result that nothing serves finds nothing, and everything else', async () => {
  const loose = await site.createIssue('Story', {});
  expect(await found('issue in servesKeyResult("KR-1")')).toEqual([]);
  expect(await found(`issue in (${loose}) AND issue not in servesKeyResult("KR-1")`)).toEqual([loose]);
});

test('what was found once follows as issues are attached, detached and restricted', async () => {
  const epic = await site.createIssue('Epic', {});
  const story = await site.createIssue('Story', { parent: epic });
  expect(await found('issue in servesKeyResult("KR-1")')).toEqual([]);
  expect(await found('issue in servesObjective("O-1")')).toEqual([]);

  const initiativeId = await attach(first, epic);
  expect(await found('issue in servesKeyResult("KR-1")')).toEqual([epic, story]);
  expect(await found('issue in servesObjective("O-1")')).toEqual([epic, story]);
  const late = await site.createIssue('Story', { parent: epic });
  expect(await found('issue in servesKeyResult("KR-1")')).toEqual([epic, story, late]);

  const detached = { id: initiativeId, version: 1, requestId: newId<'request'>(), why: 'a mistake' };
  unwrap(await detachInitiative(site.as(marta), detached));
  expect(await found('issue in servesKeyResult("KR-1")')).toEqual([]);

  await attach(first, epic);
  await restrict(true);
  await expect(found('issue in servesKeyResult("KR-1")')).rejects.toThrow(
    'Waymark knows no key result KR-1 that everyone may see.',
  );
  await expect(found('issue in servesObjective("O-1")')).rejects.toThrow(
    'Waymark knows no objective O-1 that everyone may see.',
  );
  await restrict(false);
  expect(await found('issue in servesKeyResult("KR-1")')).toEqual([epic, story, late]);
});

async function restrict(restricted: boolean) {
  const standing = await site.repositories.objectives.find(objectiveId, people.lead);
  site.as(people.lead);
  unwrap(
    await call(site, people.lead, 'objective.edit', {
      id: objectiveId,
      version: standing?.last.version ?? 0,
      requestId: newId<'request'>(),
      objective: anObjective({ restricted }),
      why: '',
    }),
  );
}

test('a restricted objective adds nothing to what a cycle or an issue is said to serve', async () => {
  const secret = await makeObjective(site, { teamId, cycleId }, { restricted: true });
  const hidden = await makeKeyResult(site, secret);
  const epic = await site.createIssue('Epic', {});
  unwrap(
    await attachIssues(
      { ...site.as(marta), me: people.lead },
      {
        keyResultId: hidden,
        issues: [{ initiativeId: newId<'initiative'>(), issueId: epic }],
        requestId: newId<'request'>(),
        hypothesis: { kind: 'skipped' },
        publicName: '',
      },
    ),
  );
  expect(await found('issue in servesCycle("Q2 2026")')).toEqual([]);
  expect(await found(`issue in (${epic}) AND issue in withoutKeyResult()`)).toEqual([epic]);
  await expect(found('issue in servesKeyResult("KR-3")')).rejects.toThrow(
    'Waymark knows no key result KR-3 that everyone may see.',
  );
  await expect(found('issue in servesKeyResult("KR-99")')).rejects.toThrow(
    'Waymark knows no key result KR-99 that everyone may see.',
  );
});

test('the first sub-task of a story is found after the hourly look', async () => {
  const epic = await site.createIssue('Epic', {});
  await attach(first, epic);
  expect(await found('issue in servesKeyResult("KR-1")')).toEqual([epic]);
  const story = await site.createIssue('Story', { parent: epic });
  const task = await site.createIssue('Sub-task', { parent: story });
  expect(await found('issue in servesKeyResult("KR-1")')).toEqual([epic, story]);
  expect(await keptUp('changes')).toEqual({ ok: true, value: { looked: 1, changed: 0, refused: 0 } });
  expect(await keptUp('all')).toEqual({ ok: true, value: { looked: 1, changed: 1, refused: 0 } });
  expect(await found('issue in servesKeyResult("KR-1")')).toEqual([epic, story, task]);
});

test('a story that gets a key result of its own takes its sub-tasks with it', async () => {
  const epic = await site.createIssue('Epic', {});
  const story = await site.createIssue('Story', { parent: epic });
  const task = await site.createIssue('Sub-task', { parent: story });
  await attach(first, epic);
  expect(await found('issue in servesKeyResult("KR-1")')).toEqual([epic, story, task]);
  await attach(second, story);
  expect(await found('issue in servesKeyResult("KR-1")')).toEqual([epic]);
  expect(await found('issue in servesKeyResult("KR-2")')).toEqual([story, task]);
});

test('a deleted issue is no longer named', async () => {
  const epic = await site.createIssue('Epic', {});
  const kept = await site.createIssue('Epic', {});
  await attach(first, epic);
  await attach(first, kept);
  expect(await found('issue in servesKeyResult("KR-1")')).toEqual([epic, kept]);
  await site.deleteIssue(epic);
  await afterIssueDeleted(site.upkeep(), epic);
  await keptUp('changes');
  expect(await found('issue in servesKeyResult("KR-1")')).toEqual([kept]);
});

test('one result serves everybody, and each sees of it what Jira lets them see', async () => {
  const open = await site.createIssue('Epic', {});
  const closed = await site.createIssue('Epic', { project: 'TRUST' });
  const story = await site.createIssue('Story', { project: 'TRUST', parent: closed });
  await attach(first, open);
  await attach(first, closed);
  expect(await found('issue in servesKeyResult("KR-1")')).toEqual([open, closed, story]);
  expect(await found('issue in servesKeyResult("KR-1")', jonas)).toEqual([open]);
});

test('nobody’s search costs the app anything before somebody uses a function', async () => {
  const epic = await site.createIssue('Epic', {});
  const sent = await site.requests(async () => {
    await attach(first, epic);
  });
  expect(sent.filter((request) => request.includes('/jql/function'))).toEqual([]);
});

test('the five-minute look asks Jira for the list only, while nothing changed', async () => {
  const epic = await site.createIssue('Epic', {});
  await attach(first, epic);
  await found('issue in servesKeyResult("KR-1")');
  await found('issue not in servesKeyResult("KR-1")');
  const sent = await site.requests(async () => {
    await keptUp('changes');
  });
  expect(sent).toEqual(['GET /rest/api/3/jql/function/computation?startAt=0&maxResults=100&orderBy=created']);
});

describe('a mistake gets a sentence', () => {
  it.each([
    ['issue in servesKeyResult("X-1")', '"X-1" is not the key of a key result: those look like KR-12.'],
    ['issue in servesKeyResult("O-1")', '"O-1" is not the key of a key result: those look like KR-12.'],
    [
      'issue in servesObjective("1; DROP")',
      '"1; DROP" is not the key of an objective: those look like O-12.',
    ],
    [
      'issue in servesCycle("Q9")',
      'Waymark knows no cycle called "Q9". Write its name as the Cycles page does.',
    ],
    [
      'parent in servesKeyResult("KR-1")',
      'servesKeyResult finds issues, so it does not go with the field parent. Write it as: issue in servesKeyResult("KR-12").',
    ],
    [
      'issue in impact("great")',
      '"great" is not a verdict. The verdicts are no-baseline, too-early, cannot-separate, moved, no-visible-effect, could-not-see, moved-wrong-way.',
    ],
    ['issue in impact("moved", "KR-77")', 'Waymark knows no key result KR-77 that everyone may see.'],
    // Jira's own words, before Waymark is asked.
    [
      'issue = servesKeyResult("KR-1")',
      "The operator '=' is not supported by the 'servesKeyResult' function.",
    ],
    ['issue in servesKeyResult()', "Function 'servesKeyResult' expected '1' arguments but received '0'."],
  ])('%s', async (jql, sentence) => {
    await expect(found(jql)).rejects.toThrow(JSON.stringify(sentence).slice(1, -1));
  });
});

test('the waymark property answers in JQL and follows what is attached', async () => {
  const epic = await site.createIssue('Epic', {});
  await attach(first, epic);
  await attach(second, epic);
  expect(await found('waymark.keyResults = "KR-1" AND waymark.keyResults = "KR-2"')).toEqual([epic]);
  expect(await found('issue.property[waymark].keyResults in ("KR-2")')).toEqual([epic]);
  await restrict(true);
  expect(await found('waymark.keyResults is not EMPTY')).toEqual([]);
});
