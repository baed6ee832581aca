/** `impact(…)` in a search: the verdict a person holds, else the computed one. */
import type { InitiativeId, IssueId, KeyResultId } from '../../../src/domain/ids';
import { attachIssues } from '../../../src/usecases/initiative/attach-issues';
import { keepPrecomputations } from '../../../src/usecases/jql/keep-precomputations';
import { keepIssues } from '../../../src/usecases/work/keep-issues';
import {
  call,
  checkInOn,
  makeCycle,
  makeKeyResult,
  makeObjective,
  makeTeam,
  newId,
  people,
  unwrap,
} from '../../builders/world';
import { marta, openJiraSite, type JiraSite } from '../work/jira-site';

let site: JiraSite;
let first: KeyResultId;
let second: KeyResultId;

beforeEach(async () => {
  site = await openJiraSite();
  const teamId = await makeTeam(site);
  const cycleId = await makeCycle(site, { name: 'Q2 2026' });
  const objectiveId = await makeObjective(site, { teamId, cycleId });
  first = await makeKeyResult(site, objectiveId);
  second = await makeKeyResult(site, objectiveId);
});
afterEach(async () => {
  expect(site.problems).toEqual([]);
  await site.close();
});

/** Attached on 20 March, begun on 2 April, done and live on 14 April. */
async function liveEpic(keyResultId: KeyResultId): Promise<{ epic: IssueId; initiativeId: InitiativeId }> {
  site.setNow('2026-03-20T09:00:00.000Z');
  const epic = await site.createIssue('Epic', {});
  const initiativeId = newId<'initiative'>();
  unwrap(
    await attachIssues(site.as(marta), {
      keyResultId,
      issues: [{ initiativeId, issueId: epic }],
      requestId: newId<'request'>(),
      hypothesis: { kind: 'skipped' },
      publicName: '',
    }),
  );
  site.setNow('2026-04-02T09:00:00.000Z');
  await site.move(epic, 'In Progress');
  site.setNow('2026-04-14T09:00:00.000Z');
  await site.move(epic, 'Done');
  site.setNow('2026-05-12T09:00:00.000Z');
  await keepIssues(site.upkeep(), [epic]);
  return { epic, initiativeId };
}

const found = (jql: string) => site.search(marta, jql);

test('a verdict finds its initiatives, and follows what a person judges', async () => {
  const { epic, initiativeId } = await liveEpic(first);
  const { epic: unknown } = await liveEpic(second);
  // Around 50 for six weeks, around 70 for four: far more than the half point it moves by itself.
  await checkInOn(site, first, {
    '2026-03-03': 50,
    '2026-03-10': 50.5,
    '2026-03-17': 49.5,
    '2026-03-24': 50.2,
    '2026-03-31': 49.8,
    '2026-04-07': 50.1,
    '2026-04-21': 70,
    '2026-04-28': 70.4,
    '2026-05-05': 69.7,
    '2026-05-11': 70.1,
  });
  await checkInOn(site, second, { '2026-04-07': 50, '2026-05-05': 60 });

  expect(await found('issue in impact("moved")')).toEqual([epic]);
  expect(await found('issue in impact("no-baseline")')).toEqual([unknown]);
  expect(await found('issue in impact("moved", "KR-1")')).toEqual([epic]);
  expect(await found('issue in impact("moved", "KR-2")')).toEqual([]);
  expect(await found('issue in impact("moved", "Q2 2026")')).toEqual([epic]);
  expect(await found(`issue in (${epic}, ${unknown}) AND issue not in impact("moved")`)).toEqual([unknown]);
  expect(await found('issue in impact("could-not-see")')).toEqual([]);

  await judge(initiativeId);
  expect(await keepPrecomputations(site.upkeep(), 'changes')).toMatchObject({ ok: true });
  expect(await found('issue in impact("moved")')).toEqual([]);
  expect(await found('issue in impact("could-not-see")')).toEqual([epic]);
});

/** The team's lead holds that it could not be seen. */
async function judge(initiativeId: InitiativeId) {
  const input = {
    id: newId<'judgement'>(),
    initiativeId,
    seen: null,
    verdict: 'could-not-see' as const,
    reason: 'A price changed in the same week.',
    decision: null,
  };
  const stale = await call(site, people.lead, 'initiative.judge', input);
  const computed = stale.ok ? null : (stale.refusal.computed ?? null);
  unwrap(await call(site, people.lead, 'initiative.judge', { ...input, seen: computed }));
}
