import { acts, requestId, type World } from '../../builders/acts';
import { historyOf } from '../../builders/history-of';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  aDefinition,
  aKeyResult,
  anObjective,
  call,
  makeWorld,
  newId,
  people,
  unwrap,
} from '../../builders/world';

/** Everything stored, to compare: row counts of every table and each row's versions. */
async function everything(site: Installation, { keyResultId, objectiveId, cycleId, teamId }: World) {
  const deps = site.as(people.okrLead);
  const [page, teams, cycles, objective] = await Promise.all([
    deps.okrs.read({ by: 'objective', id: objectiveId }, people.lead),
    deps.teams.list(),
    deps.cycles.list(),
    deps.objectives.find(objectiveId, people.lead),
  ]);
  const closing = await call(site, people.lead, 'closing.read', { cycleId, teamId });
  return {
    page,
    teams,
    cycles,
    objective,
    closing,
    kpis: await call(site, people.lead, 'kpi.list', { teamId }),
    alignment: await deps.alignments.find(objectiveId),
    ofObjective: await historyOf(site, objectiveId),
    history: await deps.history.ofKeyResult(keyResultId, people.lead),
    said: await deps.findings.inCycle(cycleId),
    digests: await deps.digests.list({ teamId, cycleId }),
    beside: await deps.beside.read(keyResultId, people.lead),
  };
}

describe.each(['found', 'changed'] as const)('on a database that counts %s rows', (affectedRows) => {
  let site: Installation;
  beforeAll(async () => {
    site = await openInstallation({ affectedRows });
  });
  afterAll(() => site.close());

  test.each(Object.keys(acts))(
    '%s done twice is done once, and its id is good for nothing else',
    async (name) => {
      const world = await makeWorld(site);
      const one = await acts[name]?.(site, world);
      if (!one) throw new Error(name);
      const first = await one.run(one.by);
      expect(first).toMatchObject({ ok: true });
      const stored = await everything(site, world);
      expect(await one.run(one.by)).toEqual(first);
      expect(await one.runOther()).toMatchObject({ ok: false, refusal: { code: 'exists' } });
      site.okrLeads.add(people.viewer);
      const byAnother = await one.run(people.viewer);
      site.okrLeads.delete(people.viewer);
      expect(byAnother).toMatchObject({ ok: false });
      expect(await everything(site, world)).toEqual(stored);
    },
  );

  test('a repeat is recognised after others went on', async () => {
    const world = await makeWorld(site);
    const one = await acts['objective.edit']?.(site, world);
    const first = await one?.run(people.lead);
    unwrap(
      await call(site, people.lead, 'objective.edit', {
        id: world.objectiveId,
        version: 2,
        requestId: requestId(),
        objective: anObjective({ title: 'Third' }),
        why: '',
      }),
    );
    expect(await one?.run(people.lead)).toEqual(first);
    const stored = await site.repositories.objectives.find(world.objectiveId, people.lead);
    expect(stored?.objective).toMatchObject({ title: 'Third', version: 3 });
  });

  test('who saves on an old version is told who saved first', async () => {
    const { keyResultId } = await makeWorld(site);
    const edit = (title: string) => ({
      id: keyResultId,
      version: 1,
      requestId: requestId(),
      keyResult: aKeyResult({ title }),
      why: '',
    });
    unwrap(await call(site, people.owner, 'key-result.edit', edit('first')));
    expect(await call(site, people.lead, 'key-result.edit', edit('second'))).toMatchObject({
      ok: false,
      refusal: { code: 'changed', changed: { by: people.owner, at: '2026-05-12T09:00:00.000Z' } },
    });
  });

  test('of two who save at the same moment one is told', async () => {
    const { keyResultId } = await makeWorld(site);
    const results = await Promise.all(
      ['one', 'two', 'three'].map((title) =>
        call(site, people.owner, 'key-result.edit', {
          id: keyResultId,
          version: 1,
          requestId: requestId(),
          keyResult: aKeyResult({ title }),
          why: '',
        }),
      ),
    );
    expect(results.filter(({ ok }) => ok).length).toBe(1);
    const codes = results.map((result) => (result.ok ? 'ok' : result.refusal.code)).sort();
    expect(codes).toEqual(['changed', 'changed', 'ok']);
  });

  test('history says who changed what, from what to what, when and why', async () => {
    const { keyResultId } = await makeWorld(site);
    const definition = aDefinition({ metric: { kind: 'increase', start: 40, target: 75 } });
    const edit = { id: keyResultId, version: 1, requestId: requestId(), why: 'The tracker was wrong.' };
    unwrap(
      await call(site, people.owner, 'key-result.edit', { ...edit, keyResult: aKeyResult({ definition }) }),
    );
    const { history, objectives } = unwrap(
      await call(site, people.viewer, 'key-result.read', { id: keyResultId }),
    );
    expect(history).toHaveLength(2);
    expect(history[0]).toEqual({
      requestId: edit.requestId,
      at: '2026-05-12T09:00:00.000Z',
      by: people.owner,
      entity: 'key-result',
      entityId: keyResultId,
      act: 'edit',
      why: 'The tracker was wrong.',
      changes: [
        {
          field: 'metric',
          from: '{"kind":"increase","start":40,"target":80}',
          to: '{"kind":"increase","start":40,"target":75}',
        },
      ],
    });
    expect(objectives[0]?.keyResults[0]).toMatchObject({ version: 2, goalChangedOn: '2026-05-12' });
  });

  test('twenty who write at once each get a number of their own', async () => {
    const { teamId, cycleId, objectiveId } = await makeWorld(site);
    const twenty = Array.from({ length: 20 });
    await Promise.all(
      twenty.map(() =>
        call(site, people.lead, 'key-result.create', {
          id: newId<'key-result'>(),
          requestId: requestId(),
          objectiveId,
          keyResult: aKeyResult(),
        }).then(unwrap),
      ),
    );
    await Promise.all(
      twenty.map(() =>
        call(site, people.lead, 'objective.create', {
          id: newId<'objective'>(),
          requestId: requestId(),
          teamId,
          cycleId,
          objective: anObjective(),
        }).then(unwrap),
      ),
    );
    const { objectives } = await site.repositories.okrs.read(
      { by: 'place', teamIds: [teamId], cycleId },
      people.lead,
    );
    const numbers = objectives.map(({ objective }) => objective.number);
    const keyResultNumbers = objectives.flatMap(({ keyResults }) => keyResults.map(({ number }) => number));
    expect(new Set(numbers).size).toBe(21);
    expect(new Set(keyResultNumbers).size).toBe(21);
  });
});
