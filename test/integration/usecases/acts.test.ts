import { openInstallation, type Installation } from '../../builders/installation';
import {
  call,
  makeWorld,
  people,
  checkInOn,
  unwrap,
  newId,
  aKeyResult,
  aDefinition,
  makeTeam,
} from '../../builders/world';

describe.each(['found', 'changed'] as const)('with a database that counts %s rows', (affectedRows) => {
  let site: Installation;
  beforeAll(async () => {
    site = await openInstallation({ affectedRows });
  });
  afterAll(() => site.close());

  test('what people write is what they read', async () => {
    const { keyResultId, objectiveId } = await makeWorld(site);
    await checkInOn(site, keyResultId, { '2026-05-05': 55, '2026-05-12': 63, '2026-04-28': 50 });
    const page = unwrap(await call(site, people.viewer, 'key-result.read', { id: keyResultId }));
    expect(page.objectives).toMatchObject([
      {
        id: objectiveId,
        key: 'O-1',
        title: 'Buying is effortless',
        team: { name: 'Checkout', lead: people.lead, members: [people.member], can: { edit: false } },
        cycle: { name: '2026 Q2', phase: 'active' },
        can: { edit: false },
        keyResults: [
          {
            id: keyResultId,
            key: 'KR-1',
            owner: people.owner,
            version: 1,
            can: { edit: false, checkIn: false },
          },
        ],
      },
    ]);
    const checkIns = page.objectives[0]?.keyResults[0]?.checkIns ?? [];
    expect(checkIns.map(({ day, value }) => [day, value])).toEqual([
      ['2026-04-28', 50],
      ['2026-05-05', 55],
      ['2026-05-12', 63],
    ]);
    expect(checkIns[0]).toMatchObject({
      by: people.member,
      recordedAt: '2026-05-12T09:00:00.000Z',
      madeOn: '2026-05-12',
      source: 'person',
    });
    expect(page.history).toMatchObject([
      { entity: 'key-result', act: 'create', by: people.lead, changes: [] },
    ]);
  });
});
