import type { Output, Parsed } from '../../../src/contract/calls';
import { requestId, type World } from '../../builders/acts';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  aDefinition,
  aKeyResult,
  anObjective,
  call,
  checkInOn,
  makeCycle,
  makeKeyResult,
  makeObjective,
  makeTeam,
  makeWorld,
  moveCycle,
  newId,
  people,
  unwrap,
} from '../../builders/world';

let site: Installation;
let world: World;
beforeEach(async () => {
  site = await openInstallation();
  world = await makeWorld(site);
});
afterEach(() => site.close());

type Dismissal = Parsed<'finding.dismiss'>;
const dismissal = (more: Partial<Dismissal> = {}): Dismissal => ({
  id: newId<'finding-answer'>(),
  subject: { kind: 'key-result', id: world.keyResultId },
  rule: 'K3',
  words: 'launch the site',
  stands: true,
  reason: 'The launch is what the law asks for.',
  ...more,
});
const dismiss = (more: Partial<Dismissal> = {}, by = people.owner) =>
  call(site, by, 'finding.dismiss', dismissal(more));
const standing = async () =>
  unwrap(
    await call(site, people.viewer, 'finding.read', {
      subject: { kind: 'key-result', id: world.keyResultId },
    }),
  ).dismissed;
const report = async (by = people.viewer, after = 0): Promise<Output<'review.read'>> =>
  unwrap(await call(site, by, 'review.read', { cycleId: world.cycleId, after }));

describe('dismissing a finding', () => {
  test('is kept with its reason and who said so, and can be taken back', async () => {
    site.setNow('2026-05-12T09:01:00.000Z');
    unwrap(await dismiss());
    const [kept] = await standing();
    expect(kept).toEqual({
      subjectId: world.keyResultId,
      rule: 'K3',
      words: 'launch the site',
      reason: 'The launch is what the law asks for.',
      by: people.owner,
      at: '2026-05-12T09:01:00.000Z',
    });
    expect((await report()).dismissed).toEqual([kept]);
    site.setNow('2026-05-12T09:02:00.000Z');
    unwrap(await dismiss({ stands: false, reason: '' }));
    expect(await standing()).toEqual([]);
    // Both are in history.
    const { history } = unwrap(await call(site, people.viewer, 'key-result.read', { id: world.keyResultId }));
    expect(history.map(({ act, why }) => [act, why]).slice(0, 2)).toEqual([
      ['take-back', ''],
      ['dismiss', 'The launch is what the law asks for.'],
    ]);
  });

  test('holds for its own words', async () => {
    unwrap(await dismiss());
    unwrap(await dismiss({ words: 'hold 40 calls', rule: 'K5', reason: 'Calls are the product.' }));
    expect((await standing()).map(({ rule }) => rule).sort()).toEqual(['K3', 'K5']);
  });

  test('needs a reason, and somebody who writes what it is about', async () => {
    expect(await dismiss({ reason: '' })).toMatchObject({ refusal: { code: 'invalid', field: 'reason' } });
    expect(await dismiss({}, people.member)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(
      await dismiss({ subject: { kind: 'objective', id: world.objectiveId } }, people.stranger),
    ).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    const { teamId, cycleId } = world;
    const ofTeam = {
      subject: { kind: 'team' as const, id: teamId, cycleId },
      rule: 'O5' as const,
      words: '',
    };
    expect(await dismiss(ofTeam, people.owner)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect((await dismiss(ofTeam, people.lead)).ok).toBe(true);
    const ofCycle = {
      subject: { kind: 'cycle' as const, id: cycleId },
      rule: 'S1' as const,
      words: people.owner,
    };
    expect(await dismiss(ofCycle, people.lead)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect((await dismiss(ofCycle, people.okrLead)).ok).toBe(true);
    expect(await standing()).toEqual([]);
  });

  test('is refused where the cycle is closed, or there is nothing to see', async () => {
    await moveCycle(site, world.cycleId, 'closed');
    expect(await dismiss()).toMatchObject({ refusal: { code: 'closed' } });
    const subject = { kind: 'key-result' as const, id: newId<'key-result'>() };
    expect(await dismiss({ subject })).toMatchObject({ refusal: { code: 'not-found' } });
  });
});

test('whether an objective is worth it is answered by who writes it; the last answer counts', async () => {
  const { objectiveId } = world;
  const answer = (by = people.lead, hurts = true) =>
    call(site, by, 'finding.answer', {
      id: newId<'finding-answer'>(),
      objectiveId,
      achieved: true,
      hurts,
      note: 'Yes.',
    });
  expect(await answer(people.member)).toMatchObject({ refusal: { code: 'not-allowed' } });
  unwrap(await answer());
  site.setNow('2026-05-12T09:01:00.000Z');
  unwrap(await answer(people.lead, false));
  expect((await report()).worth).toEqual([
    {
      objectiveId,
      achieved: true,
      hurts: false,
      note: 'Yes.',
      by: people.lead,
      at: '2026-05-12T09:01:00.000Z',
    },
  ]);
});

describe('the review of a cycle', () => {
  test('has what was written, the last value and the first confidence, and who may edit', async () => {
    await checkInOn(site, world.keyResultId, { '2026-04-07': 44, '2026-05-05': 58 });
    const { teams, count, cycle, next } = await report(people.owner);
    expect({ count, cycle: cycle.id, next }).toEqual({
      count: { objectives: 1, keyResults: 1 },
      cycle: world.cycleId,
      next: null,
    });
    expect(teams).toHaveLength(1);
    expect(teams[0]).toMatchObject({
      id: world.teamId,
      objectives: [
        {
          id: world.objectiveId,
          key: 'O-1',
          keyResults: [{ id: world.keyResultId, key: 'KR-1', latest: 58, drafted: 6, can: { edit: true } }],
        },
      ],
    });
  });

  test('names key results that measure the same, and people who carry too much', async () => {
    for (let one = 0; one < 8; one += 1) {
      await makeKeyResult(site, world.objectiveId, { title: `Step ${'abcdefgh'.charAt(one)} is quicker` });
    }
    await makeKeyResult(site, world.objectiveId, { title: 'Reduce churn from 5 % to 3 %' });
    const again = await makeKeyResult(site, world.objectiveId, { title: 'Churn below 4 %' });
    const { twice, overburdened } = await report();
    expect(twice).toEqual([{ id: again, other: 'KR-10' }]);
    expect(overburdened).toEqual([{ owner: people.owner, count: 11 }]);
  });

  test('shows nothing of what is restricted to those it is not for', async () => {
    const { teamId, cycleId } = world;
    await makeObjective(
      site,
      { teamId, cycleId },
      { title: 'Buy the rival', restricted: true, owner: people.owner },
    );
    expect((await report(people.stranger)).count.objectives).toBe(1);
    expect(JSON.stringify(await report(people.stranger))).not.toContain('rival');
    expect((await report(people.owner)).count.objectives).toBe(2);
  });

  test('finds the running cycle itself, in four statements too', async () => {
    const read = () => call(site, people.viewer, 'review.read', { cycleId: null, after: 0 });
    await makeCycle(site, { name: 'One that runs' });
    expect(unwrap(await read()).cycle.phase).toBe('active');
    expect((await site.statements(read)).length).toBeLessThanOrEqual(4);
  });

  test('goes on by whole teams, in four statements and less than 200 KB each', async () => {
    const cycleId = await makeCycle(site, { name: 'A full one' }, 'draft');
    const long = 'Counts every active account, no tests, from the export, since it serves. '
      .repeat(50)
      .slice(0, 4000);
    for (let team = 0; team < 6; team += 1) {
      const teamId = await makeTeam(site, { name: `Team ${team}` });
      for (let one = 0; one < 6; one += 1) {
        const objectiveId = await makeObjective(site, { teamId, cycleId }, { why: long });
        for (let keyResult = 0; keyResult < 5; keyResult += 1) {
          await makeKeyResult(site, objectiveId, {
            title: `Team ${team} ${one} ${keyResult} `.padEnd(250, 'x'),
            definition: aDefinition({ definition: long }),
          });
        }
      }
    }
    const pages: Output<'review.read'>[] = [];
    const read = async (after: number) => {
      pages.push(unwrap(await call(site, people.viewer, 'review.read', { cycleId, after })));
    };
    for (let after: number | null = 0; after !== null; after = pages.at(-1)?.next ?? null) {
      const asked = after;
      expect((await site.statements(() => read(asked))).length).toBeLessThanOrEqual(4);
    }
    for (const page of pages) {
      expect(JSON.stringify(page).length).toBeLessThan(200_000);
      for (const team of page.teams) expect(team.objectives).toHaveLength(6);
    }
    expect(pages.flatMap(({ teams }) => teams.map(({ name }) => name))).toEqual([
      ...['Team 0', 'Team 1', 'Team 2', 'Team 3', 'Team 4', 'Team 5'],
    ]);
    expect(pages).toHaveLength(2);
  });
});

test('publishing goes ahead whatever the review finds', async () => {
  const cycleId = await makeCycle(site, { name: 'Drafted' }, 'draft');
  const objectiveId = await makeObjective(
    site,
    { teamId: world.teamId, cycleId },
    anObjective({ title: 'Launch' }),
  );
  await makeKeyResult(site, objectiveId, aKeyResult({ title: 'Launch the site', owner: null }));
  const move = { id: cycleId, version: 1, requestId: requestId(), phase: 'active' as const, why: '' };
  expect((await call(site, people.lead, 'cycle.set-phase', move)).ok).toBe(true);
});

describe('a rule that the site made blocking', () => {
  const blocks = async (...blocking: Parsed<'settings.save'>['settings']['rules']['blocking']) => {
    const {
      version,
      migrations: _,
      okrLead: __,
      ...settings
    } = unwrap(await call(site, people.okrLead, 'settings.read', {}));
    const now = { ...settings, rules: { ...settings.rules, blocking } };
    unwrap(
      await call(site, people.okrLead, 'settings.save', {
        version,
        requestId: requestId(),
        settings: now,
        why: '',
      }),
    );
  };
  const starts = (id: World['cycleId'], by = people.lead) =>
    call(site, by, 'cycle.set-phase', { id, version: 1, requestId: requestId(), phase: 'active', why: '' });

  test('keeps a cycle from starting until its findings are mended, or dismissed', async () => {
    const cycleId = await makeCycle(site, { name: '2026 Q3' }, 'draft');
    const objectiveId = await makeObjective(site, { teamId: world.teamId, cycleId });
    const keyResultId = await makeKeyResult(site, objectiveId, { title: 'Launch the site', owner: null });
    await blocks('K7', 'K3', 'S1');
    expect(await starts(cycleId)).toMatchObject({
      refusal: {
        code: 'invalid',
        field: 'phase',
        message:
          'This site starts no cycle while a finding of K7, K3 stands: see KR-2. Mend what it says, or dismiss it with a reason.',
      },
    });
    const { version } = unwrap(
      await call(site, people.lead, 'key-result.edit', {
        id: keyResultId,
        version: 1,
        requestId: requestId(),
        keyResult: aKeyResult({ title: 'Launch the site', owner: people.owner }),
        why: '',
      }),
    );
    expect(version).toBe(2);
    expect(await starts(cycleId)).toMatchObject({ refusal: { message: /finding of K3 stands/ } });
    const subject = { kind: 'key-result' as const, id: keyResultId };
    unwrap(await dismiss({ subject, words: 'launch the site' }));
    expect(await starts(cycleId)).toMatchObject({ ok: true });
  });

  test('counts owners of too many key results, and what the cycle’s last team wrote', async () => {
    const cycleId = await makeCycle(site, { name: '2026 Q3' }, 'draft');
    await blocks('S1');
    // Nine of one owner, one over the usual cap.
    for (let at = 0; at < 9; at += 1) {
      const teamId = await makeTeam(site, { name: `Team ${at}` });
      const objectiveId = await makeObjective(site, { teamId, cycleId });
      await makeKeyResult(site, objectiveId, { title: `Orders of shop ${at} from 40 to 80` });
    }
    expect(await starts(cycleId)).toMatchObject({ refusal: { message: /of S1 stands: see 2026 Q3\./ } });
    await blocks('O4');
    expect(await starts(cycleId)).toMatchObject({
      refusal: { message: /of O4 stands: see O-\d+, O-\d+, O-\d+\./ },
    });
    await blocks('K1');
    expect(await starts(cycleId)).toMatchObject({ ok: true });
  });
});
