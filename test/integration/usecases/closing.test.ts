import type { Parsed } from '../../../src/contract/calls';
import { localDate } from '../../../src/domain/dates';
import type { AccountId } from '../../../src/domain/ids';
import { requestId } from '../../builders/acts';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  aDefinition,
  aKeyResult,
  anObjective,
  aTeam,
  call,
  checkInOn,
  makeCycle,
  makeKeyResult,
  makeObjective,
  makeScore,
  makeWorld,
  moveCycle,
  newId,
  people,
  unwrap,
} from '../../builders/world';

let site: Installation;
beforeEach(async () => {
  site = await openInstallation();
});
afterEach(() => site.close());

/** A key result 23 of 40 points up (0.575 of the way), in a cycle being scored. */
async function scoring() {
  const world = await makeWorld(site);
  await checkInOn(site, world.keyResultId, { '2026-05-12': 63 });
  await moveCycle(site, world.cycleId, 'scoring');
  return world;
}
type World = Awaited<ReturnType<typeof makeWorld>>;

const score = (
  by: AccountId,
  keyResultId: World['keyResultId'],
  more: Partial<Parsed<'key-result.score'>> = {},
) =>
  call(site, by, 'key-result.score', {
    id: newId<'score'>(),
    version: 0,
    requestId: requestId(),
    keyResultId,
    score: 0.5,
    rationale: '',
    next: null,
    ...more,
  });
const confirm = (
  by: AccountId,
  objectiveId: World['objectiveId'],
  more: Partial<Parsed<'objective.confirm'>> = {},
) =>
  call(site, by, 'objective.confirm', {
    id: newId<'score'>(),
    version: 0,
    requestId: requestId(),
    objectiveId,
    score: 0.5,
    writeUp: 'Half of it.',
    ...more,
  });
const reflect = (
  by: AccountId,
  { teamId, cycleId }: World,
  more: Partial<Parsed<'retrospective.save'>> = {},
) =>
  call(site, by, 'retrospective.save', {
    id: newId<'retrospective'>(),
    version: 0,
    requestId: requestId(),
    teamId,
    cycleId,
    helped: '',
    hindered: '',
    learned: 'Ask earlier.',
    willChange: 'Weekly calls.',
    ...more,
  });
const reading = async ({ cycleId, teamId }: World, by = people.viewer) =>
  unwrap(await call(site, by, 'closing.read', { cycleId, teamId }));

const quarter = (name: string, startsOn: string, endsOn: string) =>
  makeCycle(site, { name, startsOn: localDate(startsOn), endsOn: localDate(endsOn) }, 'draft');

test('the suggested score needs no word, another one a rationale, and both are kept', async () => {
  const world = await scoring();
  const { keyResultId } = world;
  const refusal = { code: 'invalid', field: 'rationale' };
  expect(await score(people.owner, keyResultId, { score: 0.6 })).toMatchObject({
    refusal: { ...refusal, message: expect.stringContaining('suggest 0.5') },
  });
  expect(await score(people.owner, keyResultId, { score: null })).toMatchObject({ refusal });
  const first = unwrap(await score(people.owner, keyResultId));
  unwrap(
    await score(people.owner, keyResultId, {
      id: first.id,
      version: 1,
      score: 1,
      rationale: 'Two weeks were not counted.',
      next: 'repeat',
    }),
  );
  expect((await reading(world)).scores).toEqual([
    {
      id: first.id,
      version: 2,
      keyResultId,
      score: 1,
      label: 'achieved',
      suggested: { now: 0.5, published: 0.5 },
      rationale: 'Two weeks were not counted.',
      next: 'repeat',
      by: people.owner,
      at: '2026-05-12T09:00:00.000Z',
    },
  ]);
  const { history } = unwrap(await call(site, people.viewer, 'key-result.read', { id: keyResultId }));
  expect(
    history.filter(({ entity }) => entity === 'score').map(({ act, changes }) => ({ act, changes })),
  ).toEqual([
    {
      act: 'score',
      changes: [
        { field: 'score', from: '0.5', to: '1' },
        { field: 'label', from: '"missed"', to: '"achieved"' },
        { field: 'said', from: '""', to: '"Two weeks were not counted."' },
        { field: 'next', from: 'null', to: '"repeat"' },
      ],
    },
    {
      act: 'score',
      changes: [
        { field: 'score', from: 'null', to: '0.5' },
        { field: 'label', from: 'null', to: '"missed"' },
        { field: 'said', from: 'null', to: '""' },
      ],
    },
  ]);
});

test('what was not measured gets a score with a reason only', async () => {
  const world = await makeWorld(site);
  await moveCycle(site, world.cycleId, 'scoring');
  expect(await score(people.owner, world.keyResultId, { score: 0 })).toMatchObject({
    refusal: { code: 'invalid', field: 'rationale', message: expect.stringContaining('not measured') },
  });
  unwrap(await score(people.owner, world.keyResultId, { score: 0, rationale: 'Nobody counted.' }));
  const [said] = (await reading(world)).scores;
  expect(said).toMatchObject({ score: 0, label: 'missed', suggested: { now: null, published: null } });
});

test('a target moved after publishing is shown as it was, and so is what it would score', async () => {
  const world = await makeWorld(site);
  const { keyResultId } = world;
  const edit = async (version: number, target: number) =>
    unwrap(
      await call(site, people.owner, 'key-result.edit', {
        id: keyResultId,
        version,
        requestId: requestId(),
        keyResult: aKeyResult({
          definition: aDefinition({ metric: { kind: 'increase', start: 40, target } }),
        }),
        why: 'The market turned.',
      }),
    );
  await checkInOn(site, keyResultId, { '2026-05-12': 63 });
  await edit(1, 70);
  await edit(2, 60);
  await moveCycle(site, world.cycleId, 'scoring');
  // 23 of 20 points now, and 23 of 40 as published.
  unwrap(await score(people.owner, keyResultId, { score: 1 }));
  const { published, scores } = await reading(world);
  expect(published).toEqual([
    {
      keyResultId,
      goal: {
        metric: { kind: 'increase', start: 40, target: 80 },
        startsOn: '2026-04-01',
        dueOn: '2026-06-30',
      },
    },
  ]);
  expect(scores[0]?.suggested).toEqual({ now: 1, published: 0.5 });
});

test('an objective is confirmed once everything beneath is scored, at the mean its owner saw', async () => {
  const world = await scoring();
  const { objectiveId, keyResultId } = world;
  const other = await makeKeyResult(site, objectiveId, {
    title: 'Refunds',
    definition: aDefinition({ weight: 3 }),
  });
  unwrap(await score(people.owner, keyResultId));
  expect(await confirm(people.lead, objectiveId)).toMatchObject({
    refusal: { code: 'invalid', message: expect.stringContaining('KR-2') },
  });
  const dropped = unwrap(
    await score(people.lead, other, { score: null, rationale: 'Sold the shop.', next: 'drop' }),
  );
  expect((await reading(world)).scores.map(({ label }) => label)).toEqual(['missed', 'dropped']);
  const said = unwrap(await confirm(people.lead, objectiveId));
  unwrap(
    await score(people.lead, other, { id: dropped.id, version: 1, score: 0.9, rationale: 'Bought it back.' }),
  );
  const again = { id: said.id, version: 1 };
  expect(await confirm(people.lead, objectiveId, again)).toMatchObject({
    refusal: { code: 'invalid', field: 'score' },
  });
  // (0.5 + 3 × 0.9) ÷ 4
  unwrap(await confirm(people.lead, objectiveId, { ...again, score: 0.8 }));
  expect((await reading(world)).confirmations).toMatchObject([
    { objectiveId, score: 0.8, writeUp: 'Half of it.', version: 2, by: people.lead },
  ]);
});

test('each phase takes what belongs to it', async () => {
  const world = await makeWorld(site);
  const all = async () => [
    await score(people.owner, world.keyResultId, { rationale: 'By hand.' }),
    await confirm(people.lead, world.objectiveId),
    await reflect(people.member, world),
  ];
  for (const refused of await all()) expect(refused).toMatchObject({ refusal: { code: 'invalid' } });
  await moveCycle(site, world.cycleId, 'scoring');
  for (const taken of await all()) expect(taken).toMatchObject({ ok: true });
  await moveCycle(site, world.cycleId, 'closed');
  for (const refused of await all()) {
    expect(refused).toMatchObject({ ok: false });
  }
  expect(await score(people.owner, world.keyResultId, { version: 1 })).toMatchObject({
    refusal: { code: 'closed' },
  });
  const closed = await site.repositories.cycles.find(world.cycleId);
  const reopen = { id: world.cycleId, version: closed?.version ?? 0, phase: 'scoring' as const };
  expect(
    await call(site, people.lead, 'cycle.set-phase', { ...reopen, requestId: requestId(), why: 'Recount.' }),
  ).toMatchObject({ refusal: { code: 'not-allowed' } });
  expect(
    await call(site, people.okrLead, 'cycle.set-phase', { ...reopen, requestId: requestId(), why: '' }),
  ).toMatchObject({ refusal: { code: 'invalid', field: 'why' } });
  unwrap(
    await call(site, people.okrLead, 'cycle.set-phase', {
      ...reopen,
      requestId: requestId(),
      why: 'Recount.',
    }),
  );
  expect(
    await reflect(people.member, world, {
      id: (await reading(world)).retrospective?.id ?? newId(),
      version: 1,
      learned: 'More.',
    }),
  ).toMatchObject({ ok: true });
});

test('who may say what', async () => {
  const world = await scoring();
  const { keyResultId, objectiveId } = world;
  for (const refused of [
    await score(people.member, keyResultId),
    await score(people.stranger, keyResultId),
    await confirm(people.owner, objectiveId),
    await reflect(people.stranger, world),
    await reflect(people.owner, world),
  ]) {
    expect(refused).toMatchObject({ refusal: { code: 'not-allowed' } });
  }
  expect((await reading(world, people.member)).can).toEqual({ writeRetrospective: true });
  expect((await reading(world, people.stranger)).can).toEqual({ writeRetrospective: false });
});

test('the right to one’s own changes nobody else’s, whichever id is sent', async () => {
  const [ours, theirs] = [await scoring(), await scoring()];
  const said = unwrap(await reflect(people.member, theirs));
  const scored = unwrap(await score(people.owner, theirs.keyResultId));
  expect((await reflect(people.member, ours, { ...said, learned: 'Ours.' })).ok).toBe(false);
  expect((await score(people.owner, ours.keyResultId, { ...scored, rationale: 'Ours.' })).ok).toBe(false);
  const { retrospective, scores } = await reading(theirs);
  expect([retrospective?.learned, scores.map((one) => one.score)]).toEqual(['Ask earlier.', [0.5]]);
});

test('of those who say it at the same moment one is kept, and the others learn who was first', async () => {
  const world = await scoring();
  const three = [people.owner, people.lead, people.okrLead];
  const results = await Promise.all(three.map((by) => score(by, world.keyResultId)));
  const retrospectives = await Promise.all([people.member, people.lead].map((by) => reflect(by, world)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(retrospectives.filter(({ ok }) => ok)).toHaveLength(1);
  const [first] = (await reading(world)).scores;
  for (const result of results) {
    if (!result.ok) {
      expect(result.refusal).toMatchObject({ code: 'changed', changed: { by: first?.by } });
    }
  }
});

test('a restricted objective’s score, write-up and key results are for its readers only', async () => {
  const world = await makeWorld(site);
  const secret = anObjective({ title: 'Buy the rival', restricted: true, owner: people.owner });
  const objectiveId = await makeObjective(site, world, secret);
  const keyResultId = await makeKeyResult(site, objectiveId, { title: 'Rival bought' });
  await moveCycle(site, world.cycleId, 'scoring');
  await makeScore(site, keyResultId);
  unwrap(await confirm(people.owner, objectiveId, { score: 0.4 }));
  expect(JSON.stringify(await reading(world, people.stranger))).not.toContain(objectiveId);
  expect(JSON.stringify(await reading(world, people.stranger))).not.toContain('by hand');
  expect((await reading(world, people.member)).scores).toHaveLength(1);
  const { teams } = unwrap(await call(site, people.stranger, 'closing.list', { cycleId: world.cycleId }));
  expect(teams).toMatchObject([{ objectives: 1, keyResults: 1, scored: 0, confirmed: 0 }]);
  await moveCycle(site, world.cycleId, 'closed');
  const next = await quarter('2026 Q3', '2026-07-01', '2026-09-30');
  for (const page of ['closing.learnings', 'draft.read'] as const) {
    const told = await call(site, people.stranger, page, { cycleId: next, teamId: world.teamId });
    expect(JSON.stringify(unwrap(told))).not.toContain('Rival');
  }
});

test('closing goes ahead with what is missing, which the list names with who leads the team', async () => {
  const world = await scoring();
  unwrap(await score(people.owner, world.keyResultId));
  const list = async () =>
    unwrap(await call(site, people.okrLead, 'closing.list', { cycleId: world.cycleId }));
  expect(await list()).toMatchObject({
    canMove: true,
    teams: [
      {
        teamId: world.teamId,
        name: 'Checkout',
        lead: people.lead,
        objectives: 1,
        confirmed: 0,
        keyResults: 1,
        scored: 1,
        retrospective: false,
      },
    ],
  });
  unwrap(await confirm(people.lead, world.objectiveId));
  unwrap(await reflect(people.member, world));
  expect((await list()).teams).toMatchObject([{ confirmed: 1, retrospective: true }]);
});

test('a closed report keeps the team’s old name', async () => {
  const world = await scoring();
  const rename = async (version: number, name: string) =>
    unwrap(
      await call(site, people.lead, 'team.edit', {
        id: world.teamId,
        version,
        requestId: requestId(),
        team: aTeam({ name }),
        why: '',
      }),
    );
  await rename(1, 'Basket');
  site.setNow('2026-07-03T09:00:00.000Z');
  await moveCycle(site, world.cycleId, 'closed');
  site.setNow('2026-08-03T09:00:00.000Z');
  await rename(2, 'Pay');
  await rename(3, 'Money');
  expect(await reading(world)).toMatchObject({
    teamName: 'Basket',
    team: { name: 'Money' },
    closedAt: '2026-07-03T09:00:00.000Z',
  });
});

test('the next cycle’s editor is given the last one’s learnings, and what to try again', async () => {
  const world = await scoring();
  const dropped = await makeKeyResult(site, world.objectiveId, { title: 'Refunds' });
  unwrap(await score(people.owner, world.keyResultId, { next: 'repeat' }));
  unwrap(await score(people.owner, dropped, { score: null, rationale: 'Sold.', next: 'drop' }));
  unwrap(await confirm(people.lead, world.objectiveId));
  unwrap(await reflect(people.member, world));
  const next = await quarter('2026 Q3', '2026-07-01', '2026-09-30');
  const learnings = async (cycleId: typeof next) =>
    unwrap(await call(site, people.member, 'closing.learnings', { cycleId, teamId: world.teamId })).before;
  const before = await learnings(next);
  expect(before).toMatchObject({
    cycle: { name: '2026 Q2' },
    retrospective: { learned: 'Ask earlier.', willChange: 'Weekly calls.' },
    objectives: [{ id: world.objectiveId, keyResults: [{ id: world.keyResultId }] }],
    confirmations: [{ writeUp: 'Half of it.' }],
  });
  expect(before?.objectives[0]?.keyResults).toHaveLength(1);
  // The pages that write and prepare the draft have the same beside it, and nothing of that cycle among their own.
  const here = { cycleId: next, teamId: world.teamId };
  for (const page of ['draft.read', 'preparation.read'] as const)
    expect(unwrap(await call(site, people.member, page, here))).toMatchObject({ before, objectives: [] });
  // Nothing learned before there was a cycle, nor from one that comes later.
  expect(await learnings(await quarter('2026 Q1', '2026-01-01', '2026-03-31'))).toBeNull();
});
