import { answerCall } from '../../../src/entry/answer-call';
import { localDate } from '../../../src/domain/dates';
import { planSample } from '../../../static/app/src/features/sample/plan-sample';
import { readExisting } from '../../../static/app/src/features/sample/read-existing';
import type { Call, Step } from '../../../static/app/src/features/sample/step';
import { lantern } from '../../../static/app/src/features/sample/lantern/lantern';
import { runSample, type Outcomes } from '../../../static/app/src/features/sample/run-sample';
import { sampleIdsOf } from '../../../static/app/src/features/sample/sample-ids';
import { sampleStateOf } from '../../../static/app/src/features/sample/sample-state';
import { openInstallation, type Installation } from '../../builders/installation';
import { call, people, unwrap } from '../../builders/world';

const ids = sampleIdsOf('https://lantern.example');
const nothingFound = { issues: new Map(), runWork: [], people: new Map() };

let site: Installation;
beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  site = await openInstallation();
  site.okrLeads.add(people.okrLead);
});
afterAll(() => site.close());

const asLead: Call = (name, input) =>
  answerCall(name, input, {
    accountId: people.okrLead,
    installation: 'lantern',
    dependencies: (accountId) => site.as(accountId),
  });

/** The steps as the page would plan them on this day, with what is there. */
async function planOn(day: string): Promise<Step[]> {
  site.setNow(`${day}T09:00:00.000Z`);
  const directory = unwrap(await asLead('directory.read', {}));
  return planSample({
    company: lantern,
    ids,
    nameOf: (slug) => slug,
    today: localDate(day),
    timeZone: 'Europe/Berlin',
    me: people.okrLead,
    jira: nothingFound,
    existing: unwrap(await readExisting(asLead, ids, directory)),
  });
}

const run = (
  steps: readonly Step[],
  more: { call?: Call; stopped?: () => boolean; before?: Outcomes } = {},
) =>
  runSample({
    steps,
    before: new Map(),
    call: asLead,
    noAnswer: 'No answer',
    stopped: () => false,
    onStep: () => undefined,
    ...more,
  });

const states = (outcomes: Outcomes) => [...new Set([...outcomes.values()].map(({ state }) => state))].sort();

async function counts() {
  const { teams, cycles } = unwrap(await asLead('directory.read', {}));
  const okrs = await Promise.all(
    cycles.map(({ id }) => asLead('overview.read', { cycleId: id, teamId: null, projectId: null })),
  );
  const objectives = okrs.flatMap((answer) => unwrap(answer).objectives);
  const keyResults = objectives.flatMap((objective) => objective.keyResults);
  return {
    teams: teams.length,
    phases: cycles.map(({ name, phase }) => `${name} ${phase}`).sort(),
    objectives: objectives.length,
    keyResults: keyResults.length,
    checkIns: keyResults.flatMap(({ checkIns }) => checkIns).length,
    kpis: unwrap(await asLead('kpi.list', { teamId: null })).kpis.length,
  };
}

test('a company that was stopped, failed and begun by two days is whole in the end, and once', async () => {
  // Stopped after thirty items.
  const first = await planOn('2026-11-22');
  let asked = 0;
  const stoppedRun = await run(first, { stopped: () => (asked += 1) > 30 });
  expect(stoppedRun.size).toBe(30);
  expect(sampleStateOf(ids, unwrap(await asLead('directory.read', {})))).toBe('begun');

  // Next month, no answer comes to the first check-ins of the running quarter: their reply is lost after they were kept.
  const second = await planOn('2026-12-03');
  let lost = 0;
  const losing: Call = async (name, input) => {
    const answer = await asLead(name, input);
    if (name === 'check-in.import' && lost++ === 0) throw new Error('the reply was lost');
    return answer;
  };
  jest.spyOn(console, 'error').mockImplementationOnce(() => undefined);
  const failed = await run(second, { call: losing });
  expect([...failed.values()].filter(({ state }) => state === 'failed')).toEqual([
    { state: 'failed', message: 'No answer' },
  ]);
  // The quarter is not started, nor the last one closed, while something in them is missing.
  expect(states(failed)).toEqual(['failed', 'held', 'made', 'there']);

  // Pressing "try again" on the same page.
  const kept = new Map([...failed].filter(([, { state }]) => state === 'made' || state === 'there'));
  expect(states(await run(second, { before: kept }))).toEqual(['made', 'there']);
  expect(sampleStateOf(ids, unwrap(await asLead('directory.read', {})))).toBe('filled');

  const whole = await counts();
  expect(whole).toMatchObject({
    teams: 4,
    phases: ['after-next draft', 'last closed', 'next draft', 'running active', 'year active'],
    objectives: 12,
    keyResults: 20,
    kpis: 3,
  });

  // The values of the KPI, eight weeks of them, are the key result's, too.
  const fromKpi = unwrap(
    await asLead('key-result.read', { id: ids<'key-result'>('key-result:lessons-start') }),
  );
  expect(
    fromKpi.objectives[0]?.keyResults[0]?.checkIns.flatMap(({ source, value }) =>
      source === 'kpi' ? [value] : [],
    ),
  ).toEqual([88.1, 88.5, 88.3, 88.9, 88.6, 89.2, 88.9, 89.3]);

  // The last quarter ended as one does: everything scored, written up and looked back on.
  const ended = unwrap(await asLead('closing.list', { cycleId: ids('cycle:last') }));
  expect(ended.teams).toHaveLength(4);
  for (const team of ended.teams) {
    expect(team).toMatchObject({
      scored: team.keyResults,
      confirmed: team.objectives,
      retrospective: true,
    });
  }
  const growth = { cycleId: ids<'cycle'>('cycle:next'), teamId: ids<'team'>('team:growth') };
  const { before } = unwrap(await asLead('closing.learnings', growth));
  expect(before?.scores.map(({ score, label, next }) => [score, label, next])).toEqual([
    // 7.2 of 9 points, aspirational; 2 of 7 points, committed.
    [0.8, 'achieved', 'drop'],
    [0.2, 'missed', 'rewrite'],
  ]);

  // Filling it in once more adds nothing: everything is there, on any later day.
  const again = await planOn('2026-12-20');
  expect(again.filter(({ there }) => !there).map(({ id }) => id)).toEqual([]);
  expect(states(await run(again))).toEqual(['there']);
  expect(await counts()).toEqual(whole);
});

test('the restricted objective is there for the one who filled it in, and for nobody else', async () => {
  const running = ids<'cycle'>('cycle:running');
  const asked = { cycleId: running, teamId: null, projectId: null };
  const seen = async (by: typeof people.okrLead) =>
    unwrap(await call(site, by, 'overview.read', asked)).objectives.map(({ title }) => title);
  expect(await seen(people.okrLead)).toContain('Nobody gets into an account that is not theirs');
  const others = await seen(people.viewer);
  expect(others).toHaveLength(6);
  expect(others).not.toContain('Nobody gets into an account that is not theirs');
});
