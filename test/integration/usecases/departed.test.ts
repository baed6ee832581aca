import { jira } from '../../../src/atlassian/jira';
import type { AccountId } from '../../../src/domain/ids';
import { keepDeparted } from '../../../src/usecases/people/keep-departed';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  call,
  checkInOn,
  makeCycle,
  makeKeyResult,
  makeObjective,
  makeTeam,
  people,
  unwrap,
} from '../../builders/world';

let site: Installation;
beforeEach(async () => {
  site = await openInstallation();
});
afterEach(() => site.close());

/** The daily run, on a day when these accounts are no longer active. */
async function asksJira(gone: AccountId[]) {
  const asked: AccountId[] = [];
  const readInactive: typeof jira.readInactive = async (ids) => {
    asked.push(...ids);
    return { ok: true, value: ids.filter((id) => gone.includes(id)) };
  };
  const answer = await keepDeparted({
    ...site.repositories,
    jira: { ...jira, readInactive },
    now: site.now(),
  });
  return { asked, answer };
}
const owes = async (by: AccountId) =>
  unwrap(await call(site, by, 'mine.read', {})).owed.map(({ kind }) => kind);

test('what somebody owned who left is owed by the team’s lead, until they are back', async () => {
  const teamId = await makeTeam(site);
  const cycleId = await makeCycle(site);
  const objectiveId = await makeObjective(site, { teamId, cycleId }, { owner: people.owner });
  const keyResultId = await makeKeyResult(site, objectiveId);
  await checkInOn(site, keyResultId, { '2026-04-14': 50 });
  expect([await owes(people.owner), await owes(people.lead)]).toEqual([['check-in'], []]);

  const { asked, answer } = await asksJira([people.owner]);
  expect(asked).toEqual([people.lead, people.owner]);
  expect(answer).toEqual({ ok: true, value: { asked: 2, left: 1 } });
  expect([await owes(people.owner), await owes(people.lead)]).toEqual([[], ['check-in']]);
  const [objective] = unwrap(
    await call(site, people.viewer, 'key-result.read', { id: keyResultId }),
  ).objectives;
  expect(objective).toMatchObject({
    ownerLeft: true,
    keyResults: [{ owner: people.owner, ownerLeft: true }],
  });

  const draft = await makeCycle(site, { name: 'Next' }, 'draft');
  await makeObjective(site, { teamId, cycleId: draft }, { owner: people.owner, why: 'It is our year.' });
  const { teams } = unwrap(await call(site, people.viewer, 'preparation.list', { cycleId: draft }));
  expect(teams[0]?.missing).toEqual({ 'objective-owner': 1, 'key-results': 1 });

  await asksJira([]);
  expect([await owes(people.owner), await owes(people.lead)]).toEqual([['check-in'], []]);
});

test('where Jira is silent, nobody is taken for gone', async () => {
  await makeTeam(site);
  const unavailable = {
    ok: false as const,
    unavailable: { reason: 'no Jira', retryAfterSeconds: null, turnedAway: false },
  };
  const answer = await keepDeparted({
    ...site.repositories,
    jira: { ...jira, readInactive: async () => unavailable },
    now: site.now(),
  });
  expect(answer).toEqual(unavailable);
});
