import { acts, type World } from '../../builders/acts';
import { historyOf } from '../../builders/history-of';
import { openInstallation, type Installation } from '../../builders/installation';
import { makeWorld, people } from '../../builders/world';

describe('cut off at any statement', () => {
  let site: Installation;
  beforeAll(async () => {
    site = await openInstallation();
  });
  afterAll(() => site.close());
  afterEach(() => site.faults.clear());

  test.each(Object.keys(acts))('%s loses nothing and doubles nothing', async (name) => {
    const begin = acts[name];
    if (!begin) throw new Error(name);
    const smooth = await makeWorld(site);
    const smoothAct = await begin(site, smooth);
    const statements = await site.statements(() => smoothAct.run(smoothAct.by));
    const [last] = await versions(site, smooth);
    expect(statements.length).toBeGreaterThan(0);
    for (let at = 1; at <= statements.length; at += 1) {
      for (const kind of ['error-before', 'error-after', 'crash'] as const) {
        const world = await makeWorld(site);
        const one = await begin(site, world);
        site.faults.plan({ match: '', at, kind, times: 1 });
        // What fails after the deciding statement does not fail the act.
        await one.run(one.by).catch(() => undefined);
        expect(site.faults.pending()).toEqual([]);
        const retried = await one.run(one.by);
        expect({ at, kind, retried }).toMatchObject({ retried: { ok: true } });
        expect({ at, kind, versions: (await versions(site, world))[0] }).toEqual({
          at,
          kind,
          versions: last,
        });
      }
    }
  });
});

/** How often each row of a world was changed, and how many there are. */
async function versions(site: Installation, { teamId, cycleId, objectiveId, keyResultId }: World) {
  const { teams, cycles, objectives, keyResults, okrs, history, scores, retrospectives } = site.repositories;
  const { digests } = site.repositories;
  const { alignments } = site.repositories;
  const [team, cycle, objective, keyResult, page, changes] = await Promise.all([
    teams.find(teamId),
    cycles.find(cycleId),
    objectives.find(objectiveId, people.lead),
    keyResults.find(keyResultId, people.lead),
    okrs.read({ by: 'place', teamIds: [teamId], cycleId }, people.lead),
    history.ofKeyResult(keyResultId, people.lead),
  ]);
  const said = await scores.ofPlace(teamId, cycleId);
  const ofTeam = { by: 'team' as const, teamId };
  const kpis = (await site.repositories.kpis.read(ofTeam)).found.map(({ kpi }) => kpi);
  const known = await site.repositories.kpis.values(ofTeam, null);
  const retrospective = await retrospectives.find({ teamId, cycleId });
  const alignment = await alignments.find(objectiveId);
  const beside = await site.repositories.beside.read(keyResultId, people.lead);
  const ofObjective = await historyOf(site, objectiveId);
  const beneath = page.objectives.flatMap((found) => found.keyResults);
  return [
    {
      team: team?.version,
      cycle: cycle?.version,
      objective: objective?.last.version,
      keyResult: keyResult?.last.version,
      objectives: page.objectives.length,
      keyResults: beneath.length,
      checkIns: beneath.flatMap(({ checkIns }) => checkIns).length,
      values: beneath.flatMap(({ checkIns }) => checkIns.map(({ value }) => value)),
      corrections: beneath.flatMap(({ corrections }) => corrections.map(({ turn }) => turn)),
      judgements: beneath.flatMap(({ initiatives }) => initiatives.flatMap((one) => one.judgements)).length,
      events: beneath.flatMap(({ events }) => events).map((event) => event.version),
      kpis: kpis.map(({ version }) => version),
      kpiValues: [...known.values()].map((one) => one.values.map(({ value }) => value)),
      scores: said.map(({ subject, version }) => [subject, version]).sort(),
      retrospective: retrospective?.version,
      alignment: [alignment?.version, alignment?.kind],
      sharing: beside.shownUnder.map(({ shared }) => shared.version),
      depends: beside.dependencies.map(({ version, state }) => [version, state]),
      ofObjective,
      followUps: beneath.flatMap(({ followUps }) => followUps.map(({ outcome }) => outcome)),
      digests: (await digests.list({ teamId, cycleId })).length,
      praise: beside.praise.length,
      // Of one moment, in any order.
      history: changes.entries.map(({ act: verb }) => verb).sort(),
    },
  ];
}
