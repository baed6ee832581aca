import { attachIssues } from '../../../src/usecases/initiative/attach-issues';
import { detachInitiative } from '../../../src/usecases/initiative/detach-initiative';
import { reattachInitiative } from '../../../src/usecases/initiative/reattach-initiative';
import type { Parsed } from '../../../src/contract/calls';
import type { InitiativeId, IssueId, KeyResultId } from '../../../src/domain/ids';
import { checkInOn, makeWorld, moveCycle, newId, people, unwrap } from '../../builders/world';
import { jonas, marta, openJiraSite, priya, type JiraSite } from '../work/jira-site';

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
  site.faults.clear();
  world = await makeWorld(site);
});

const attachment = (keyResultId: KeyResultId, ...issueIds: IssueId[]): Parsed<'initiative.attach'> => ({
  keyResultId,
  issues: issueIds.map((issueId) => ({ initiativeId: newId<'initiative'>(), issueId })),
  requestId: newId<'request'>(),
  hypothesis: { kind: 'stated', hypothesis: { effect: 5, lagDays: 14, why: 'Fewer steps.' } },
  publicName: '',
});

async function stored(id: InitiativeId) {
  const row = await site.repositories.initiatives.find(id);
  if (!row) throw new Error('no such initiative');
  return row;
}

test('an epic is attached with the value of that day, carries the property, and its work is counted', async () => {
  await checkInOn(site, world.keyResultId, { '2026-05-05': 60, '2026-05-11': 63 });
  const epic = await site.createIssue('Epic', {});
  const story = await site.createIssue('Story', { parent: epic });
  await site.createIssue('Story', { parent: epic });
  await site.move(story, 'Done');

  const input = attachment(world.keyResultId, epic);
  const { attached, already } = unwrap(await attachIssues(site.as(priya), input));

  expect(attached).toEqual([input.issues[0]?.initiativeId]);
  expect(already).toEqual([]);
  const row = await stored(attached[0] ?? newId());
  expect(row).toMatchObject({
    issueId: epic,
    projectId: await site.projectId('GROW'),
    attachedBy: priya,
    valueAtAttach: 63,
    detached: false,
    acknowledgedAt: null,
  });
  const { keyResult } = await placed();
  expect(site.property(epic)).toEqual({ linked: true, keyResults: [`KR-${keyResult.number}`] });
  expect(await site.repositories.work.find(epic)).toMatchObject({
    done: 1,
    counted: 2,
    gone: false,
    asOf: site.now(),
  });
});

test('attaching again says so, and sending the same act again changes nothing', async () => {
  const [one, two] = [await site.createIssue('Epic', {}), await site.createIssue('Epic', {})];
  const first = attachment(world.keyResultId, one);
  unwrap(await attachIssues(site.as(priya), first));
  const before = await stored(first.issues[0]?.initiativeId ?? newId());

  const both = attachment(world.keyResultId, one, two);
  expect(unwrap(await attachIssues(site.as(marta), both))).toEqual({
    attached: [both.issues[1]?.initiativeId],
    already: [before.id],
  });
  expect(unwrap(await attachIssues(site.as(marta), both))).toEqual({
    attached: [both.issues[1]?.initiativeId],
    already: [before.id],
  });
  expect(await stored(before.id)).toEqual(before);
});

test('the same act with other content, and an id used for another issue, are refused and save nothing', async () => {
  const [one, two] = [await site.createIssue('Epic', {}), await site.createIssue('Epic', {})];
  const input = attachment(world.keyResultId, one);
  unwrap(await attachIssues(site.as(priya), input));
  const other = { ...input, publicName: 'Another name' };
  expect(await attachIssues(site.as(priya), other)).toMatchObject({ ok: false, refusal: { code: 'exists' } });

  const taken = input.issues[0]?.initiativeId ?? newId<'initiative'>();
  const reused = { ...attachment(world.keyResultId, two), issues: [{ initiativeId: taken, issueId: two }] };
  expect(await attachIssues(site.as(priya), reused)).toMatchObject({
    ok: false,
    refusal: { code: 'exists' },
  });
  expect(await site.repositories.initiatives.standing(world.keyResultId, reused.issues)).toHaveLength(1);
});

test('an issue the person may not see is not found, one they may not edit not allowed, and the others wait', async () => {
  const open = await site.createIssue('Epic', { project: 'LEARN' });
  const hidden = await site.createIssue('Epic', { project: 'TRUST' });
  const readOnly = await site.createIssue('Epic', { project: 'PAY' });

  const withHidden = attachment(world.keyResultId, open, hidden);
  expect(await attachIssues(site.as(jonas), withHidden)).toEqual({
    ok: false,
    refusal: {
      code: 'not-found',
      message:
        '1 of these 2 issues do not exist, or you may not see them in Jira. Take them out and go on with the others.',
      field: 'issues',
    },
  });
  expect(await attachIssues(site.as(jonas), attachment(world.keyResultId, readOnly))).toMatchObject({
    ok: false,
    refusal: { code: 'not-allowed' },
  });
  const nothing = attachment(world.keyResultId, '999999999' as IssueId);
  expect(await attachIssues(site.as(jonas), nothing)).toMatchObject({ refusal: { code: 'not-found' } });
  expect(await site.repositories.initiatives.standing(world.keyResultId, withHidden.issues)).toEqual([]);
  unwrap(await attachIssues(site.as(jonas), attachment(world.keyResultId, open)));
});

test('a closed cycle takes no issue, and a key result of nothing is not found', async () => {
  const epic = await site.createIssue('Epic', {});
  expect(await attachIssues(site.as(priya), attachment(newId(), epic))).toMatchObject({
    refusal: { code: 'not-found' },
  });
  await moveCycle(site, world.cycleId, 'closed');
  expect(await attachIssues(site.as(priya), attachment(world.keyResultId, epic))).toMatchObject({
    refusal: { code: 'closed' },
  });
});

test.each([
  ['429', 'in 5 seconds'],
  ['500', 'in a moment'],
  ['timeout', 'in a moment'],
] as const)(
  'Jira answering %s before the act is decided: nothing is saved and it says so',
  async (kind, when) => {
    const epic = await site.createIssue('Epic', {});
    const input = attachment(world.keyResultId, epic);
    site.faults.plan({ match: 'permissions/check', at: 1, kind, times: 1 });
    expect(await attachIssues(site.as(priya), input)).toEqual({
      ok: false,
      refusal: {
        code: 'jira-unavailable',
        message: `Jira did not answer, so nothing was saved. Try again ${when}.`,
      },
    });
    expect(await site.repositories.initiatives.standing(world.keyResultId, input.issues)).toEqual([]);
    expect(unwrap(await attachIssues(site.as(priya), input)).attached).toHaveLength(1);
  },
);

test('detaching keeps the row and takes the property off; undoing brings both back as they were', async () => {
  await checkInOn(site, world.keyResultId, { '2026-05-11': 63 });
  const epic = await site.createIssue('Epic', {});
  const input = attachment(world.keyResultId, epic);
  unwrap(await attachIssues(site.as(priya), input));
  const id = input.issues[0]?.initiativeId ?? newId<'initiative'>();
  const detach = { id, version: 1, requestId: newId<'request'>(), why: '' };

  const attachedProperty = site.property(epic);
  const off = unwrap(await detachInitiative(site.as(priya), detach));
  expect(off).toEqual({ id, version: 2 });
  expect(site.property(epic)).toBeUndefined();
  expect(unwrap(await detachInitiative(site.as(priya), detach))).toEqual(off);

  const undo = { id, version: 2, requestId: newId<'request'>() };
  unwrap(await reattachInitiative(site.as(priya), undo));
  expect(site.property(epic)).toEqual(attachedProperty);
  expect(await stored(id)).toMatchObject({
    detached: false,
    version: 3,
    valueAtAttach: 63,
    attachedBy: priya,
  });
});

test('who detaches what somebody else attached says why; others may not, and an old version is told', async () => {
  const epic = await site.createIssue('Epic', {});
  const input = attachment(world.keyResultId, epic);
  unwrap(await attachIssues(site.as(priya), input));
  const id = input.issues[0]?.initiativeId ?? newId<'initiative'>();
  const act = (why: string, version = 1) => ({ id, version, requestId: newId<'request'>(), why });

  expect(await detachInitiative(site.as(people.stranger), act('because'))).toMatchObject({
    refusal: { code: 'not-allowed' },
  });
  expect(await detachInitiative(site.as(people.owner), act(''))).toMatchObject({
    refusal: { code: 'invalid', field: 'why' },
  });
  unwrap(await detachInitiative(site.as(people.owner), act('It serves another goal.')));
  expect(await detachInitiative(site.as(priya), act('', 1))).toMatchObject({ refusal: { code: 'changed' } });
  expect(await detachInitiative(site.as(priya), act('', 2))).toMatchObject({ refusal: { code: 'exists' } });
});

test('attaching a detached issue brings its row back with the new hypothesis and value', async () => {
  const epic = await site.createIssue('Epic', {});
  const input = attachment(world.keyResultId, epic);
  unwrap(await attachIssues(site.as(priya), input));
  const id = input.issues[0]?.initiativeId ?? newId<'initiative'>();
  unwrap(await detachInitiative(site.as(priya), { id, version: 1, requestId: newId<'request'>(), why: '' }));
  await checkInOn(site, world.keyResultId, { '2026-05-11': 66 });
  const again = { ...attachment(world.keyResultId, epic), hypothesis: { kind: 'skipped' as const } };
  expect(unwrap(await attachIssues(site.as(marta), again))).toEqual({ attached: [id], already: [] });
  expect(await stored(id)).toMatchObject({
    detached: false,
    version: 3,
    attachedBy: marta,
    hypothesis: { kind: 'skipped' },
    valueAtAttach: 66,
  });
});

test('nothing of a restricted objective is written to an issue', async () => {
  const { makeKeyResult, makeObjective } = await import('../../builders/world');
  const secret = await makeObjective(site, world, { restricted: true, viewers: [priya] });
  const keyResultId = await makeKeyResult(site, secret);
  const epic = await site.createIssue('Epic', {});
  expect(await attachIssues(site.as(marta), attachment(keyResultId, epic))).toMatchObject({
    refusal: { code: 'not-found' },
  });
  unwrap(await attachIssues(site.as(priya), attachment(keyResultId, epic)));
  expect(site.property(epic)).toEqual({ linked: true, keyResults: [] });
});

async function placed() {
  const found = await site.repositories.keyResults.find(world.keyResultId, people.lead);
  if (!found) throw new Error('no such key result');
  return found;
}
