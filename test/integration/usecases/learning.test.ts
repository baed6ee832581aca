import { instant, localDate } from '../../../src/domain/dates';
import type { IssueId, KeyResultId, ProjectId } from '../../../src/domain/ids';
import type { HypothesisState } from '../../../src/domain/initiative';
import type { InitiativeRow } from '../../../src/storage/initiative-repository';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  call,
  checkInOn,
  makeKeyResult,
  makeObjective,
  makeTeam,
  makeWorld,
  newId,
  people,
  unwrap,
} from '../../builders/world';

let site: Installation;
beforeEach(async () => {
  site = await openInstallation();
  site.setNow('2026-06-30T09:00:00.000Z');
});
afterEach(() => site.close());

const expecting = (effect: number, lagDays = 0): HypothesisState => ({
  kind: 'stated',
  hypothesis: { effect, lagDays, why: '' },
});

/** An attached issue as the database keeps it: attached on 20 April, live on 6 May unless said otherwise. */
function attached(
  keyResultId: KeyResultId,
  issueId: string,
  more: Partial<InitiativeRow> = {},
): InitiativeRow {
  return {
    id: newId(),
    keyResultId,
    issueId: issueId as IssueId,
    projectId: '10000' as ProjectId,
    publicName: '',
    attachedBy: people.member,
    attachedAt: instant(Date.parse('2026-04-20T09:00:00.000Z')),
    valueAtAttach: null,
    hypothesisAtAttach: expecting(10),
    hypothesisAtStart: null,
    hypothesis: expecting(10),
    liveOn: localDate('2026-05-06'),
    liveReason: '',
    liveBy: people.member,
    detached: false,
    acknowledgedAt: null,
    version: 1,
    changeRequest: newId(),
    changedBy: people.member,
    changedAt: instant(Date.parse('2026-04-20T09:00:00.000Z')),
    changeAct: 'attach',
    changeWhy: '',
    changeDetail: [],
    changeHash: '0'.repeat(22),
    ...more,
  };
}

async function attach(...of: Parameters<typeof attached>): Promise<InitiativeRow> {
  const row = attached(...of);
  await site.repositories.initiatives.insertNew([row]);
  return row;
}

/** What Jira said of the issue: done on this day, with this many children. */
async function isDone(issueId: string, doneOn: string, children = 0, leftOut = 0): Promise<void> {
  await site.repositories.work.store([
    {
      issueId: issueId as IssueId,
      projectId: '10000' as ProjectId,
      unit: 'count',
      fellBack: false,
      done: children - leftOut,
      counted: children - leftOut,
      leftOut,
      children,
      category: 'done',
      notDelivered: false,
      startedOn: localDate('2026-04-22'),
      doneOn: localDate(doneOn),
      firstChildDoneOn: null,
      asOf: site.now(),
      gone: false,
      assumed: [],
    },
  ]);
}

/** About 40 before 6 May, about 60 from then on: 20 more, with noise of about one. */
const stepOf20 = {
  '2026-04-07': 41,
  '2026-04-14': 39,
  '2026-04-21': 40.5,
  '2026-04-28': 40,
  '2026-05-05': 41.5,
  '2026-05-12': 61,
  '2026-05-19': 59,
  '2026-05-26': 60.5,
  '2026-06-02': 60,
  '2026-06-09': 61.5,
};

const read = async (
  who = people.stranger,
  more: Partial<{ teamId: Awaited<ReturnType<typeof makeTeam>>; before: number }> = {},
) => unwrap(await call(site, who, 'learning.read', { teamId: null, before: null, ...more }));
const workIn = ({ keyResults }: Awaited<ReturnType<typeof read>>) => keyResults.flatMap(({ work }) => work);

test('a verdict travels with its hypothesis, its size and nobody’s name', async () => {
  const { keyResultId, teamId, cycleId } = await makeWorld(site);
  await checkInOn(site, keyResultId, stepOf20);
  await attach(keyResultId, '10001', { hypothesis: expecting(10, 7) });
  await isDone('10001', '2026-05-04', 5, 2);
  const reading = await read();
  expect(reading).toEqual({
    teams: [{ id: teamId, name: 'Checkout', above: null }],
    cycles: [{ id: cycleId, name: '2026 Q2', startsOn: '2026-04-01' }],
    keyResults: [
      {
        id: keyResultId,
        key: 'KR-1',
        teamId,
        cycleId,
        work: [
          {
            issueId: '10001',
            verdict: 'moved',
            heldOtherwise: null,
            change: expect.any(Object),
            expected: 10,
            lagDays: 7,
            children: 3,
          },
        ],
      },
    ],
    earlier: null,
  });
  const [{ change } = { change: null }] = workIn(reading);
  expect(change?.low).toBeGreaterThan(10);
  expect(change?.size).toBeGreaterThan(15);
  expect(change?.size).toBeLessThan(25);
  const said = JSON.stringify(reading);
  for (const name of Object.values(people)) expect(said).not.toContain(name);
});

test('the hypothesis is the one in force when the work started', async () => {
  const { keyResultId } = await makeWorld(site);
  await checkInOn(site, keyResultId, stepOf20);
  await attach(keyResultId, '10001', {
    hypothesisAtAttach: expecting(5, 0),
    hypothesisAtStart: expecting(12, 14),
    hypothesis: expecting(20, 1),
  });
  // 14 days after 6 May is the 20th: the values of the 12th and 19th say nothing yet.
  expect(workIn(await read())).toMatchObject([{ verdict: 'moved', expected: 12, lagDays: 14 }]);
});

test('detached work keeps its verdict, unless it was detached before people got it', async () => {
  const { keyResultId } = await makeWorld(site);
  await checkInOn(site, keyResultId, stepOf20);
  const failed = await attach(keyResultId, '10001', {
    detached: true,
    changedAt: instant(Date.parse('2026-06-20T09:00:00.000Z')),
  });
  await attach(keyResultId, '10002', {
    detached: true,
    changedAt: instant(Date.parse('2026-05-01T09:00:00.000Z')),
  });
  const computed = {
    verdict: 'could-not-see' as const,
    change: null,
    share: null,
    live: localDate('2026-05-06'),
    before: 5,
    after: 3,
  };
  await site.repositories.judgements.record(
    { keyResultId, initiativeId: failed.id },
    {
      id: newId(),
      at: site.now(),
      by: people.owner,
      computed,
      verdict: 'no-visible-effect',
      reason: 'The campaign did it.',
      decision: null,
    },
    '0'.repeat(22),
  );
  expect(workIn(await read())).toMatchObject([
    { issueId: '10001', verdict: 'moved', heldOtherwise: 'no-visible-effect' },
  ]);
});

test('work that was done before anybody attached it teaches nothing', async () => {
  const { keyResultId } = await makeWorld(site);
  await checkInOn(site, keyResultId, stepOf20);
  await attach(keyResultId, '10001');
  await isDone('10001', '2026-04-10');
  await attach(keyResultId, '10002', { liveOn: null, liveBy: null });
  expect((await read()).keyResults).toEqual([]);
});

test('a team reads its own, a page ends where asked, and what is restricted is nowhere', async () => {
  const { keyResultId, cycleId } = await makeWorld(site);
  await attach(keyResultId, '10001');
  const otherTeam = await makeTeam(site, { name: 'Search' });
  const other = await makeObjective(site, { teamId: otherTeam, cycleId });
  const second = await makeKeyResult(site, other);
  await attach(second, '10002');
  const secret = await makeObjective(site, { teamId: otherTeam, cycleId }, { restricted: true });
  await attach(await makeKeyResult(site, secret), '10003');
  const issues = async (...asked: Parameters<typeof read>) =>
    workIn(await read(...asked)).map(({ issueId }) => issueId);
  expect(await issues()).toEqual(['10002', '10001']);
  expect(await issues(people.member)).toEqual(['10003', '10002', '10001']);
  expect(await issues(people.stranger, { teamId: otherTeam })).toEqual(['10002']);
  // KR-2 is the second key result: what came before it is KR-1.
  expect(await issues(people.stranger, { before: 2 })).toEqual(['10001']);
  expect(await call(site, people.viewer, 'learning.read', { teamId: newId(), before: null })).toMatchObject({
    ok: false,
    refusal: { code: 'not-found' },
  });
});

test('it takes four statements, and a page of a large site fits', async () => {
  const { keyResultId, objectiveId } = await makeWorld(site);
  // One more than the 500 of a page: 25 on each of twenty key results, and one on the first.
  await attach(keyResultId, '10001');
  const issues = Array.from({ length: 25 }, (_, n) => String(20_000 + n));
  for (let n = 0; n < 20; n += 1) {
    const id = await makeKeyResult(site, objectiveId);
    await site.repositories.initiatives.insertNew(issues.map((issueId) => attached(id, issueId)));
    if (n > 17) await checkInOn(site, id, stepOf20);
  }
  const sent = await site.statements(async () => {
    const first = await read();
    expect(first.keyResults).toHaveLength(20);
    expect(first.keyResults.map(({ key }) => key)).toContain('KR-2');
    expect(workIn(first)).toHaveLength(500);
    expect(first.earlier).toBe(2);
    expect(JSON.stringify(first).length).toBeLessThan(200_000);
  });
  expect(sent).toHaveLength(4);
  const second = await read(people.stranger, { before: 2 });
  expect(second.keyResults.map(({ key }) => key)).toEqual(['KR-1']);
  expect(second.earlier).toBeNull();
});

test('a full row of the wire takes at most 210 bytes', async () => {
  const { keyResultId } = await makeWorld(site);
  await checkInOn(site, keyResultId, stepOf20);
  await attach(keyResultId, '1000001', { hypothesis: expecting(12.345678901, 30) });
  await isDone('1000001', '2026-05-04', 12);
  const reading = await read();
  expect(JSON.stringify(workIn(reading)[0]).length).toBeLessThan(210);
});
