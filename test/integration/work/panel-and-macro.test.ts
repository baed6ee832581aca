import { attachIssues } from '../../../src/usecases/initiative/attach-issues';
import { editInitiative } from '../../../src/usecases/initiative/edit-initiative';
import { setLive } from '../../../src/usecases/initiative/set-live';
import { exportMacro } from '../../../src/usecases/macro/export-macro';
import type { AdfNode } from '../../../src/usecases/macro/adf';
import { readMacro } from '../../../src/usecases/macro/read-macro';
import { panelStatus } from '../../../src/usecases/panel/panel-status';
import { readPanel } from '../../../src/usecases/panel/read-panel';
import { catchUp } from '../../../src/usecases/work/catch-up';
import { localDate } from '../../../src/domain/dates';
import type { AccountId, IssueId, KeyResultId } from '../../../src/domain/ids';
import {
  aCheckIn,
  aDefinition,
  call,
  checkInOn,
  makeKeyResult,
  makeObjective,
  makeWorld,
  newId,
  people,
  unwrap,
} from '../../builders/world';
import { jonas, openJiraSite, priya, type JiraSite } from './jira-site';

let site: JiraSite;
let world: Awaited<ReturnType<typeof makeWorld>>;

beforeAll(async () => {
  site = await openJiraSite();
});
afterAll(async () => {
  expect(site.problems).toEqual([]);
  await site.close();
});
beforeEach(async () => {
  site.setNow('2026-05-12T09:00:00.000Z');
  world = await makeWorld(site);
});

async function attach(issueId: IssueId, keyResultId: KeyResultId = world.keyResultId, publicName = '') {
  const initiativeId = newId<'initiative'>();
  unwrap(
    await attachIssues(site.as(priya), {
      keyResultId,
      issues: [{ initiativeId, issueId }],
      requestId: newId<'request'>(),
      hypothesis: { kind: 'skipped' },
      publicName,
    }),
  );
  return initiativeId;
}

async function keyOf(id: KeyResultId): Promise<string> {
  const found = await site.repositories.keyResults.find(id, people.lead);
  return `KR-${found?.keyResult.number ?? 0}`;
}

const panelOf = async (issueId: IssueId, ...ancestorIds: IssueId[]) =>
  unwrap(await readPanel(site.as(jonas), { issueId, ancestorIds }));

test('a panel reads its issue’s key results in one statement and no Jira request of its own', async () => {
  const epic = await site.createIssue('Epic', {});
  const initiativeId = await attach(epic);
  await checkInOn(site, world.keyResultId, { '2026-05-11': 63 });
  let requests: string[] = [];
  const statements = await site.statements(async () => {
    requests = await site.requests(() => panelOf(epic));
  });
  expect(statements).toHaveLength(1);
  expect(requests).toEqual([]);
  const panel = await panelOf(epic);
  expect(panel.serves).toEqual([{ keyResultId: world.keyResultId, initiativeId, throughIssueId: null }]);
  expect(panel.objectives[0]?.keyResults[0]).toMatchObject({
    key: await keyOf(world.keyResultId),
    checkIns: [{ day: '2026-05-11', value: 63 }],
    initiatives: [{ id: initiativeId, issueId: epic, work: { counted: 0, category: 'new' } }],
    can: { edit: false, checkIn: false },
  });
});

test('on the panel an OKR lead may do everything; Jira is asked who leads only where roles do not say it all', async () => {
  const epic = await site.createIssue('Epic', {});
  await attach(epic);
  const canOf = async (who: AccountId) => {
    let asked = 0;
    const deps = site.as(who);
    const okrLeadOfLate = async () => {
      asked += 1;
      return deps.actor.okrLeadOfLate();
    };
    const read = await readPanel(
      { ...deps, actor: { ...deps.actor, okrLeadOfLate } },
      { issueId: epic, ancestorIds: [] },
    );
    const keyResult = unwrap(read).objectives[0]?.keyResults[0];
    return { asked, edit: keyResult?.can.edit, detach: keyResult?.initiatives[0]?.can.detach };
  };
  expect(await canOf(people.lead)).toEqual({ asked: 0, edit: true, detach: true });
  expect(await canOf(people.okrLead)).toEqual({ asked: 1, edit: true, detach: true });
  // Whoever attached it may detach it; the key result is not theirs.
  expect(await canOf(priya)).toEqual({ asked: 1, edit: false, detach: true });
  expect(await canOf(people.stranger)).toEqual({ asked: 1, edit: false, detach: false });
});

test('a story serves through its nearest attached ancestor, and its own key results instead when it has some', async () => {
  const top = await site.createIssue('Epic', {});
  const story = await site.createIssue('Story', { parent: top });
  const byEpic = await attach(top);
  expect((await panelOf(story, top)).serves).toEqual([
    { keyResultId: world.keyResultId, initiativeId: byEpic, throughIssueId: top },
  ]);
  const other = await makeKeyResult(site, world.objectiveId, { title: 'Refunds' });
  const own = await attach(story, other);
  const panel = await panelOf(story, top);
  expect(panel.serves).toEqual([{ keyResultId: other, initiativeId: own, throughIssueId: null }]);
  expect(panel.objectives[0]?.keyResults.map(({ id }) => id)).toEqual([other]);
  expect((await panelOf(await site.createIssue('Epic', {}))).objectives).toEqual([]);
});

test('restricted key results are on the panel of those who may see them, and never on the collapsed one', async () => {
  const secret = await makeObjective(site, world, { restricted: true, viewers: [priya] });
  const hidden = await makeKeyResult(site, secret, {});
  const epic = await site.createIssue('Epic', {});
  await attach(epic, hidden);
  const ofPriya = unwrap(await readPanel(site.as(priya), { issueId: epic, ancestorIds: [] }));
  expect(ofPriya.serves).toHaveLength(1);
  expect(await panelOf(epic)).toMatchObject({ objectives: [], serves: [] });
  expect(await panelStatus(site.upkeep(), epic)).toEqual({ label: 'serves no key result', type: 'default' });
});

test('the collapsed panel names the key result most in need, and counts the others', async () => {
  const epic = await site.createIssue('Epic', {});
  const story = await site.createIssue('Story', { parent: epic });
  expect(await panelStatus(site.upkeep(), epic)).toEqual({ label: 'serves no key result', type: 'default' });
  await attach(epic);
  // From 40 on 1 April to 80 on 30 June, 12 May is 41 of 90 days: 58.2 would be on pace, 50 is 0.2 behind.
  await checkInOn(site, world.keyResultId, { '2026-05-12': 50 });
  const key = await keyOf(world.keyResultId);
  expect(await panelStatus(site.upkeep(), epic)).toEqual({ label: `${key} · far behind`, type: 'removed' });

  const good = await makeKeyResult(site, world.objectiveId, { title: 'Another' });
  await checkInOn(site, good, { '2026-05-12': 59 });
  await attach(epic, good);
  expect(await panelStatus(site.upkeep(), epic)).toEqual({
    label: `${key} · far behind +1`,
    type: 'removed',
  });
  expect(await panelStatus(site.upkeep(), story)).toEqual({
    label: `${key} · far behind +1`,
    type: 'removed',
  });
  expect(await site.requests(() => panelStatus(site.upkeep(), epic))).toEqual([]);
});

test('when people got it: the derived day needs no reason, another does, the future is refused', async () => {
  const epic = await site.createIssue('Epic', {});
  const story = await site.createIssue('Story', { parent: epic });
  const id = await attach(epic);
  await site.move(story, 'Done');
  expect((await catchUp(site.upkeep())).ok).toBe(true);
  const act = (version: number, on: string | null, why = '') => ({
    id,
    version,
    requestId: newId<'request'>(),
    on: on === null ? null : localDate(on),
    why,
  });
  expect(await setLive(site.as(priya), act(1, '2026-05-13'))).toMatchObject({
    refusal: { code: 'invalid', field: 'on' },
  });
  expect(await setLive(site.as(priya), act(1, '2026-05-01'))).toMatchObject({
    refusal: { code: 'invalid', field: 'why' },
  });
  unwrap(await setLive(site.as(priya), act(1, '2026-05-12')));
  unwrap(await setLive(site.as(people.owner), act(2, '2026-05-01', 'Released to half of the shops.')));
  const [reading] = (await panelOf(epic)).objectives[0]?.keyResults[0]?.initiatives ?? [];
  expect(reading?.live).toEqual({
    on: '2026-05-01',
    reason: 'Released to half of the shops.',
    by: people.owner,
  });
  unwrap(await setLive(site.as(priya), act(3, null, 'It was taken back.')));
  expect((await panelOf(epic)).objectives[0]?.keyResults[0]?.initiatives[0]?.live).toBeNull();
});

test('a hypothesis once stated is changed with a reason', async () => {
  const id = await attach(await site.createIssue('Epic', {}));
  const edit = (version: number, effect: number, why = '') => ({
    id,
    version,
    requestId: newId<'request'>(),
    hypothesis: { kind: 'stated' as const, hypothesis: { effect, lagDays: 14, why: '' } },
    publicName: 'Faster sign-up',
    why,
  });
  unwrap(await editInitiative(site.as(priya), edit(1, 5)));
  expect(await editInitiative(site.as(priya), edit(2, 9))).toMatchObject({ refusal: { field: 'why' } });
  unwrap(await editInitiative(site.as(priya), edit(2, 9, 'The trial showed more.')));
});

test('only the owner of the key result has seen what was attached to it', async () => {
  const id = await attach(await site.createIssue('Epic', {}));
  const by = (person: AccountId) => call(site, person, 'initiative.acknowledge', { ids: [id, newId()] });
  expect(unwrap(await by(people.lead))).toEqual({ acknowledged: 0 });
  expect(unwrap(await by(people.owner))).toEqual({ acknowledged: 1 });
  expect(unwrap(await by(people.owner))).toEqual({ acknowledged: 0 });
});

test('a macro reads in one statement what it is configured to show', async () => {
  await checkInOn(site, world.keyResultId, { '2026-05-11': 63 });
  for (const show of [
    { kind: 'objective' as const, id: world.objectiveId },
    { kind: 'key-result' as const, id: world.keyResultId },
    { kind: 'team' as const, id: world.teamId, cycleId: null },
    { kind: 'cycle' as const, id: world.cycleId },
  ]) {
    const statements = await site.statements(async () => {
      const { objectives } = unwrap(await readMacro(site.as(jonas), { show }));
      expect(objectives.map(({ id }) => id)).toEqual([world.objectiveId]);
    });
    expect(statements).toHaveLength(1);
  }
  expect(await readMacro(site.as(jonas), { show: { kind: 'objective', id: newId() } })).toMatchObject({
    refusal: { code: 'not-found' },
  });
});

test('the export says first how it stands and what changed, then outcome and work apart', async () => {
  const stale = await makeKeyResult(site, world.objectiveId, {
    title: 'Refunds',
    definition: aDefinition({
      metric: { kind: 'decrease', start: 900, target: 300 },
      unit: { kind: 'plain' },
    }),
  });
  site.setNow('2026-04-14T09:00:00.000Z');
  await checkInOn(site, stale, { '2026-04-14': 800 });
  site.setNow('2026-05-04T09:00:00.000Z');
  await checkInOn(site, world.keyResultId, { '2026-05-04': 60 });
  site.setNow('2026-05-12T09:00:00.000Z');
  const decision = { text: 'Drop the coupon step', owner: people.member, dueOn: localDate('2026-05-20') };
  const checkIn = aCheckIn(world.keyResultId, { value: 62, evidence: 'Warehouse, Monday.', decision });
  unwrap(await call(site, people.member, 'check-in.record', checkIn));
  const epic = await site.createIssue('Epic', {});
  const story = await site.createIssue('Story', { parent: epic });
  await site.createIssue('Story', { parent: epic });
  await site.move(story, 'Done');
  await attach(epic, world.keyResultId, 'Faster sign-up');

  const document = await exportMacro(
    { okrs: site.repositories.okrs, now: site.now() },
    { kind: 'objective', id: world.objectiveId },
    'en-GB',
  );
  const key = await keyOf(world.keyResultId);
  expect(lines(document)).toEqual([
    '1 of 2 on pace, 1 unknown since 14 Apr',
    'Changed since 5 May:',
    `• ${key} +2 points to 62%, 1 decision, 1 attached, 1 live`,
    expect.stringMatching(/^O-\d+ Buying is effortless$/),
    'Checkout · 2026 Q2',
    expect.stringMatching(/^KR-\d+ Refunds$/),
    `Owner: @${people.owner}`,
    expect.stringMatching(/^Outcome: unknown since 14 Apr; last 800 · 17% of the way · /),
    'Note: Counted by hand. (14 Apr)',
    'The number gained 17% of the way, and no work is attached.',
    'Work: nothing attached',
    `${key} Checkout conversion from 40 % to 80 %`,
    `Owner: @${people.owner}`,
    expect.stringMatching(
      /^Outcome: .* · 62% on 12 May; 58% would be on pace · 55% of the way · confidence 6 of 10/,
    ),
    'Note: Warehouse, Monday. (12 May)',
    `Decision: Drop the coupon step — @${people.member}, by 20 May`,
    'Work: moves no number here; what Jira says was done',
    '• Faster sign-up: 1 of 2 done, as of 12 May; live since 12 May',
  ]);
});

test('the export leaves restricted OKRs out, whoever asks', async () => {
  const secret = await makeObjective(site, world, {
    restricted: true,
    viewers: [priya],
    title: 'Sell the shop',
  });
  await makeKeyResult(site, secret, { title: 'Buyers from 0 to 3' });
  const show = { kind: 'cycle' as const, id: world.cycleId };
  const document = await exportMacro({ okrs: site.repositories.okrs, now: site.now() }, show, 'en-GB');
  expect(JSON.stringify(document)).not.toMatch(/Sell the shop|Buyers/);
});

/** The document as a reader sees it, a line per block. */
function lines({ content }: { content: AdfNode[] }): string[] {
  const said = (node: AdfNode): string =>
    node.type === 'mention'
      ? `@${String(node.attrs?.['id'])}`
      : (node.text ?? (node.content ?? []).map(said).join(''));
  return content.flatMap((block) =>
    block.type === 'bulletList' ? (block.content ?? []).map((item) => `• ${said(item)}`) : [said(block)],
  );
}
