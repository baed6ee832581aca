import { answerCall } from '../../../src/entry/answer-call';
import { localDate } from '../../../src/domain/dates';
import type { Directory } from '../../../src/contract/calls';
import { lantern } from '../../../static/app/src/features/sample/lantern/lantern';
import { planSample } from '../../../static/app/src/features/sample/plan-sample';
import { runSample } from '../../../static/app/src/features/sample/run-sample';
import { sampleIdsOf } from '../../../static/app/src/features/sample/sample-ids';
import type { Call } from '../../../static/app/src/features/sample/step';
import { flatCsv, readFlat } from '../../../static/app/src/features/portable/flat';
import { readCsv } from '../../../static/app/src/features/portable/csv-text';
import { markdownOf, readDataIn } from '../../../static/app/src/features/portable/markdown';
import { planWorld } from '../../../static/app/src/features/portable/plan-world';
import { readWorld } from '../../../static/app/src/features/portable/read-world';
import { runWorld } from '../../../static/app/src/features/portable/run-world';
import { readTables, tablesOf } from '../../../static/app/src/features/portable/tables';
import { readWorkbook, workbookOf } from '../../../static/app/src/features/portable/workbook';
import type { World } from '../../../static/app/src/features/portable/world';
import { openInstallation, type Installation } from '../../builders/installation';
import { people, unwrap } from '../../builders/world';

const day = '2026-11-22';
const here = {
  issueOf: (one: World['initiatives'][number]) => one.issueId,
  isHere: () => true,
  hasProject: () => true,
};

/** The calls of an OKR lead on a site. */
const callOn =
  (site: Installation): Call =>
  (name, input) =>
    answerCall(name, input, {
      accountId: people.okrLead,
      installation: 'portable',
      dependencies: (accountId) => site.as(accountId),
    });

async function open(): Promise<{ site: Installation; call: Call }> {
  const site = await openInstallation();
  site.okrLeads.add(people.okrLead);
  site.setNow(`${day}T09:00:00.000Z`);
  return { site, call: callOn(site) };
}

async function everythingOf(call: Call): Promise<World> {
  const directory: Directory = unwrap(await call('directory.read', {}));
  const places = directory.cycles.flatMap(({ id: cycleId }) =>
    directory.teams.map(({ id: teamId }) => ({ teamId, cycleId })),
  );
  const world = await readWorld({ call, directory, places, stopped: () => false, onRead: () => undefined });
  if (world === null) throw new Error('it was stopped');
  return world;
}

/** The sample company, without Jira's issues. */
async function fill(call: Call): Promise<void> {
  const steps = planSample({
    company: lantern,
    ids: sampleIdsOf('https://lantern.example'),
    nameOf: (slug) => slug,
    today: localDate(day),
    timeZone: 'Europe/Berlin',
    me: people.okrLead,
    jira: { issues: new Map(), runWork: [], people: new Map() },
    existing: { teams: [], cycles: [], objectives: [], aligned: new Set(), kpis: [] },
  });
  await runSample({
    steps,
    before: new Map(),
    call,
    noAnswer: 'No answer',
    stopped: () => false,
    onStep: () => undefined,
  });
}

const counted = (world: World) =>
  Object.fromEntries(Object.entries(world).map(([noun, rows]) => [noun, rows.length]));

test('the sample company comes out of every format as it went in, and into an empty site as the same data', async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  const first = await open();
  await fill(first.call);
  const world = await everythingOf(first.call);
  expect(counted(world)).toMatchObject({ teams: 4, objectives: 12 });
  expect(world.checkIns.length).toBeGreaterThan(150);
  expect(world.scores.length).toBeGreaterThan(0);

  const names = new Map([[people.okrLead, 'Marta']]);
  const excel = readTables(await readWorkbook(await workbookOf(tablesOf(world, names))));
  const document = readDataIn(markdownOf(world, names));
  const flat = readFlat(readCsv(flatCsv(world, names)).rows);
  expect(excel).toEqual({ world, faults: [], unknown: [] });
  expect(document).toEqual({ world, faults: [], edited: false, broken: 0 });
  expect(flat.world.keyResults).toEqual(world.keyResults);
  for (const [file, placesOnly] of [
    [excel.world, false],
    [document.world, false],
    [flat.world, true],
  ] as const) {
    expect(planWorld({ file, now: world, ...here, placesOnly })).toMatchObject({ steps: [], left: [] });
  }
  await first.site.close();

  const second = await open();
  const plan = planWorld({ file: excel.world, now: await everythingOf(second.call), ...here });
  expect(plan.left).toEqual([]);
  const outcomes = await runWorld({
    steps: plan.steps,
    before: new Map(),
    call: second.call,
    say: String,
    stopped: () => false,
    onStep: () => undefined,
  });
  const failed = plan.steps.flatMap((step) => {
    const outcome = outcomes.get(step.id);
    return outcome?.state === 'made' ? [] : [{ call: step.call, title: step.title, outcome }];
  });
  expect(failed).toEqual([]);
  const now = await everythingOf(second.call);
  expect(counted(now)).toEqual(counted(world));
  expect(now.cycles.map(({ id, phase }) => [id, phase]).sort()).toEqual(
    world.cycles.map(({ id, phase }) => [id, phase]).sort(),
  );
  expect(planWorld({ file: excel.world, now, ...here })).toMatchObject({ steps: [], left: [] });
  await second.site.close();
}, 300_000);
