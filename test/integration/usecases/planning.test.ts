import type { Parsed } from '../../../src/contract/calls';
import type { AccountId, IssueId, KeyResultId } from '../../../src/domain/ids';
import { attachIssues } from '../../../src/usecases/initiative/attach-issues';
import { readPlanning } from '../../../src/usecases/planning/read-planning';
import { afterIssueUpdated } from '../../../src/usecases/work/after-event';
import {
  anObjective,
  call,
  makeCycle,
  makeKeyResult,
  makeObjective,
  makeTeam,
  moveCycle,
  newId,
  people,
  unwrap,
} from '../../builders/world';
import { jonas, marta, openJiraSite, priya, type JiraSite } from '../work/jira-site';

let site: JiraSite;
beforeEach(async () => {
  site = await openJiraSite();
});
afterEach(async () => {
  expect(site.problems).toEqual([]);
  await site.close();
});

const grow = () => site.projectId('GROW');
const plan = async (by: AccountId = people.viewer) =>
  unwrap(await readPlanning(site.as(by), { projectIds: [await grow()] }));
const keysOf = ({ objectives }: Awaited<ReturnType<typeof plan>>) =>
  objectives.flatMap(({ keyResults }) => keyResults.map(({ key }) => key));

async function attach(keyResultId: KeyResultId, issueId: IssueId): Promise<void> {
  unwrap(
    await attachIssues(site.as(priya), {
      keyResultId,
      issues: [{ initiativeId: newId(), issueId }],
      requestId: newId(),
      hypothesis: { kind: 'skipped' },
      publicName: '',
    }),
  );
}

/** A team of GROW with KR-1 in a running cycle, and KR-2 of a team of no project that an epic of GROW is attached to. */
async function twoTeams() {
  const cycleId = await makeCycle(site);
  const own = await makeTeam(site, { projectIds: [await grow()] });
  const other = await makeTeam(site, { name: 'Elsewhere' });
  const objectiveId = await makeObjective(site, { teamId: own, cycleId });
  const ownId = await makeKeyResult(site, objectiveId);
  const farObjectiveId = await makeObjective(site, { teamId: other, cycleId });
  const attachedId = await makeKeyResult(site, farObjectiveId);
  await makeKeyResult(site, farObjectiveId, { title: 'Nobody of GROW works on this' });
  const epic = await site.createIssue('Epic', {});
  await attach(attachedId, epic);
  return { cycleId, own, objectiveId, ownId, attachedId, farObjectiveId, epic };
}

test('planning reads the project’s own key results and those its issues are attached to, in three statements', async () => {
  const { epic } = await twoTeams();
  const reading = await plan();
  expect(keysOf(reading)).toEqual(['KR-1', 'KR-2']);
  expect(
    reading.objectives.flatMap(({ keyResults }) =>
      keyResults.flatMap(({ initiatives }) => initiatives.map(({ issueId }) => issueId)),
    ),
  ).toEqual([epic]);
  expect(reading.dropped).toEqual([]);
  expect(await site.statements(() => plan())).toHaveLength(3);
  expect(await site.requests(() => plan())).toEqual([]);
});

test('in planning an OKR lead of no team decides on everything, a reader on nothing', async () => {
  await twoTeams();
  const decisionsOf = async (who: AccountId) =>
    (await plan(who)).objectives.flatMap(({ keyResults }) =>
      keyResults.flatMap(({ can, initiatives }) => [can.checkIn, ...initiatives.map((one) => one.can.judge)]),
    );
  expect(await decisionsOf(people.okrLead)).toEqual([true, true, true]);
  expect(await decisionsOf(people.viewer)).toEqual([false, false, false]);
});

test('what was taken out, and what is left over of a closed cycle, is named while its work goes on', async () => {
  const { attachedId, ownId, cycleId, epic } = await twoTeams();
  const second = await site.createIssue('Epic', {});
  await attach(ownId, second);
  unwrap(
    await call(site, people.lead, 'key-result.set-removed', {
      id: attachedId,
      version: 1,
      requestId: newId(),
      removed: true,
      why: 'Not worth it',
    }),
  );
  const removed = await plan();
  expect(keysOf(removed)).toEqual(['KR-1']);
  expect(removed.dropped).toMatchObject([{ issueId: epic, keyResultKey: 'KR-2', because: 'removed' }]);

  await moveCycle(site, cycleId, 'closed');
  const closed = await plan();
  expect(keysOf(closed)).toEqual([]);
  expect(closed.dropped.map(({ issueId, because }) => [issueId, because])).toEqual(
    expect.arrayContaining([
      [epic, 'closed'],
      [second, 'closed'],
    ]),
  );
  await site.move(second, 'Done');
  await afterIssueUpdated(site.upkeep(), second);
  expect((await plan()).dropped.map(({ issueId }) => issueId)).toEqual([epic]);
});

test('a restricted objective is in nobody’s plan but theirs, pursued or not', async () => {
  const { cycleId, own } = await twoTeams();
  const secret = anObjective({ title: 'Buy the rival', restricted: true, viewers: [people.viewer, priya] });
  const objectiveId = await makeObjective(site, { teamId: own, cycleId }, secret);
  const secretId = await makeKeyResult(site, objectiveId, { title: 'Rival bought' });
  const epic = await site.createIssue('Epic', {});
  await attach(secretId, epic);
  expect(keysOf(await plan(people.viewer))).toContain('KR-4');
  expect(JSON.stringify(await plan(people.stranger))).not.toContain('Rival');
  await moveCycle(site, cycleId, 'closed');
  expect((await plan(people.viewer)).dropped.map(({ keyResultKey }) => keyResultKey)).toContain('KR-4');
  expect(JSON.stringify(await plan(people.stranger))).not.toContain('Rival');
});

const marks = (isRunWork: boolean, ...issueIds: IssueId[]): Parsed<'run-work.mark'> => ({
  isRunWork,
  marks: issueIds.map((issueId) => ({ id: newId(), issueId })),
});
const runWork = async () =>
  (await plan()).runWork.map(({ by, issueIds }) => ({ by, issueIds: issueIds.sort() }));

test('run work is what somebody said last, with who said so; said twice it is said once', async () => {
  const [one, two] = [await site.createIssue('Story', {}), await site.createIssue('Story', {})];
  const said = marks(true, one, two);
  expect(unwrap(await call(site, priya, 'run-work.mark', said))).toEqual({ marked: 2 });
  expect(unwrap(await call(site, priya, 'run-work.mark', said))).toEqual({ marked: 2 });
  expect(await runWork()).toEqual([{ by: priya, issueIds: [one, two].sort() }]);

  site.setNow('2026-05-12T10:00:00.000Z');
  unwrap(await call(site, marta, 'run-work.mark', marks(false, one)));
  expect(await runWork()).toEqual([{ by: priya, issueIds: [two] }]);
  site.setNow('2026-05-12T11:00:00.000Z');
  unwrap(await call(site, marta, 'run-work.mark', marks(true, one)));
  expect(await runWork()).toEqual([
    { by: marta, issueIds: [one] },
    { by: priya, issueIds: [two] },
  ]);
});

test('only who may edit an issue calls it run work, and an id is good for one mark', async () => {
  const one = await site.createIssue('Story', {});
  const readOnly = await site.createIssue('Story', { project: 'PAY' });
  expect(await call(site, jonas, 'run-work.mark', marks(true, readOnly))).toMatchObject({
    ok: false,
    refusal: {
      message: 'You may not edit this issue in Jira, so you cannot call it run work. Ask somebody who may.',
    },
  });
  expect(await runWork()).toEqual([]);
  const said = marks(true, one);
  unwrap(await call(site, priya, 'run-work.mark', said));
  const reused = { ...said, isRunWork: false };
  expect(await call(site, priya, 'run-work.mark', reused)).toMatchObject({ refusal: { code: 'exists' } });
  expect(await call(site, marta, 'run-work.mark', said)).toMatchObject({ refusal: { code: 'exists' } });
  expect(await runWork()).toEqual([{ by: priya, issueIds: [one] }]);
});

test('a mark whose reply was lost is kept once', async () => {
  const one = await site.createIssue('Story', {});
  const said = marks(true, one);
  site.faults.plan({ match: 'business_as_usual', at: 2, kind: 'error-after', times: 1 });
  await expect(call(site, priya, 'run-work.mark', said)).rejects.toThrow();
  expect(unwrap(await call(site, priya, 'run-work.mark', said))).toEqual({ marked: 1 });
  expect(await runWork()).toEqual([{ by: priya, issueIds: [one] }]);
});
