import type { Parsed } from '../../../src/contract/calls';
import type { AccountId } from '../../../src/domain/ids';
import { requestId, type World } from '../../builders/acts';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  anObjective,
  call,
  makeDependency,
  makeKeyResult,
  makeOtherTeam,
  makeTeam,
  makeWorld,
  moveCycle,
  newId,
  people,
  person,
  unwrap,
} from '../../builders/world';

const platformLead = person('petra-platform');

let site: Installation;
let world: World;
let platform: World['teamId'];
beforeEach(async () => {
  site = await openInstallation();
  world = await makeWorld(site);
  platform = await makeTeam(site, { name: 'Platform', lead: platformLead, members: [] });
});
afterEach(() => site.close());

const ask = (by: AccountId, more: Partial<Parsed<'dependency.ask'>> = {}) =>
  call(site, by, 'dependency.ask', {
    id: newId<'dependency'>(),
    version: 0,
    requestId: requestId(),
    keyResultId: world.keyResultId,
    teamId: platform,
    needs: 'Orders in the data warehouse.',
    ...more,
  });
const answer = (
  by: AccountId,
  id: Parsed<'dependency.answer'>['id'],
  more: Partial<Parsed<'dependency.answer'>>,
) =>
  call(site, by, 'dependency.answer', {
    id,
    version: 1,
    requestId: requestId(),
    confirmed: true,
    reason: '',
    ...more,
  });
const page = async (by: AccountId) =>
  unwrap(await call(site, by, 'key-result.read', { id: world.keyResultId }));
const mine = async (by: AccountId) => unwrap(await call(site, by, 'mine.read', {})).toConfirm;

test('a key result asks a team; its lead finds it in Mine, declines with a reason, then confirms after all', async () => {
  const { id } = await makeDependency(site, world.keyResultId, platform);
  expect(await mine(platformLead)).toMatchObject([
    {
      id,
      state: 'asked',
      needs: 'Orders in the data warehouse by May.',
      keyResult: { key: 'KR-1' },
      teamName: 'Checkout',
      can: { answer: true, withdraw: false },
    },
  ]);
  expect(await mine(people.lead)).toEqual([]);
  expect(await answer(platformLead, id, { confirmed: false })).toMatchObject({
    refusal: { code: 'invalid', field: 'reason' },
  });
  for (const by of [people.stranger, people.owner, people.lead]) {
    expect(await answer(by, id, {})).toMatchObject({ refusal: { code: 'not-allowed' } });
  }
  unwrap(await answer(platformLead, id, { confirmed: false, reason: 'Not before July.' }));
  expect(await mine(platformLead)).toEqual([]);
  expect((await page(people.owner)).dependencies).toMatchObject([
    {
      state: 'declined',
      reason: 'Not before July.',
      answeredBy: platformLead,
      can: { answer: false, withdraw: true },
    },
  ]);
  site.setNow('2026-05-12T10:00:00.000Z');
  unwrap(await answer(platformLead, id, { version: 2, reason: 'Julia has time.' }));
  const { dependencies, history } = await page(people.stranger);
  expect(dependencies).toMatchObject([
    { state: 'confirmed', reason: 'Julia has time.', can: { withdraw: false } },
  ]);
  const told = history.filter(({ entity }) => entity === 'dependency');
  expect(told.map(({ act }) => act).sort()).toEqual(['answer', 'answer', 'ask']);
  expect(told[0]).toMatchObject({
    act: 'answer',
    why: 'Julia has time.',
    changes: [
      { field: 'team', to: '"Platform"' },
      { field: 'state', from: '"declined"', to: '"confirmed"' },
    ],
  });
});

test('whoever asked takes it back and asks again, on the same row', async () => {
  const { id } = await makeDependency(site, world.keyResultId, platform);
  const withdraw = (by: AccountId) =>
    call(site, by, 'dependency.withdraw', { id, version: 1, requestId: requestId() });
  expect(await withdraw(people.member)).toMatchObject({ refusal: { code: 'not-allowed' } });
  unwrap(await withdraw(people.owner));
  expect((await page(people.owner)).dependencies).toMatchObject([{ state: 'withdrawn', version: 2 }]);
  expect(await mine(platformLead)).toEqual([]);
  expect(await answer(platformLead, id, { version: 2 })).toMatchObject({ refusal: { code: 'invalid' } });
  expect(await ask(people.owner)).toMatchObject({ refusal: { code: 'changed' } });
  expect(unwrap(await ask(people.owner, { version: 2 }))).toEqual({ id, version: 3 });
  expect(await mine(platformLead)).toHaveLength(1);
});

test('who may ask whom', async () => {
  expect(await ask(people.member)).toMatchObject({ refusal: { code: 'not-allowed' } });
  expect(await ask(people.owner, { teamId: world.teamId })).toMatchObject({
    refusal: { code: 'invalid', field: 'teamId' },
  });
  expect(await ask(people.owner, { teamId: newId() })).toMatchObject({ refusal: { code: 'not-found' } });
  expect(await ask(people.owner, { keyResultId: newId() })).toMatchObject({ refusal: { code: 'not-found' } });
  const { id } = unwrap(await ask(people.owner));
  await moveCycle(site, world.cycleId, 'closed');
  const closed = { refusal: { code: 'closed' } };
  expect(await ask(people.owner, { version: 1 })).toMatchObject(closed);
  expect(await answer(platformLead, id, {})).toMatchObject(closed);
  expect(
    await call(site, people.owner, 'dependency.withdraw', { id, version: 1, requestId: requestId() }),
  ).toMatchObject(closed);
  expect(await mine(platformLead)).toEqual([]);
});

test('what is restricted is asked only of a lead who may see it, and vanishes for the others', async () => {
  const input = {
    id: newId<'objective'>(),
    requestId: requestId(),
    teamId: world.teamId,
    cycleId: world.cycleId,
    objective: anObjective({ title: 'Buy the rival', restricted: true, viewers: [] }),
  };
  const secret = unwrap(await call(site, people.lead, 'objective.create', input)).id;
  const keyResultId = await makeKeyResult(site, secret, { title: 'Rival bought' });
  expect(await ask(people.lead, { keyResultId })).toMatchObject({
    refusal: { code: 'invalid', message: expect.stringContaining('may not see it') as string },
  });
  const other = await makeOtherTeam(site, world.cycleId, { name: 'Law' });
  const { id } = unwrap(await ask(people.lead, { keyResultId, teamId: other.teamId }));
  expect(await mine(people.lead)).toHaveLength(1);
  expect(await answer(people.okrLead, id, {})).toMatchObject({ refusal: { code: 'not-found' } });
  expect(await mine(platformLead)).toEqual([]);
});
