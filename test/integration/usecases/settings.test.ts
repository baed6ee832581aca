import { localDate } from '../../../src/domain/dates';
import { defaultSite } from '../../../src/storage/site';
import { requestId } from '../../builders/acts';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  call,
  checkInOn,
  makeKeyResult,
  makeScore,
  makeWorld,
  moveCycle,
  people,
  unwrap,
} from '../../builders/world';

describe('settings', () => {
  let site: Installation;
  beforeAll(async () => {
    site = await openInstallation();
    site.okrLeads.add(people.okrLead);
  });
  afterAll(() => site.close());

  test('are the defaults until an OKR lead saves, and then what was saved', async () => {
    const read = () => call(site, people.okrLead, 'settings.read', {}).then(unwrap);
    expect(await read()).toMatchObject({ version: 1, keyPrefix: { objective: 'O', keyResult: 'KR' } });
    const settings = { ...defaultSite, keyPrefix: { objective: 'O', keyResult: 'RES' } };
    const save = { version: 1, requestId: requestId(), settings, why: '' };
    expect(await call(site, people.lead, 'settings.save', save)).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    expect(await call(site, people.okrLead, 'settings.save', save)).toMatchObject({ value: { version: 2 } });
    expect(await call(site, people.okrLead, 'settings.save', save)).toMatchObject({ value: { version: 2 } });
    const late = { ...save, requestId: requestId(), why: 'late' };
    expect(
      await call(site, people.okrLead, 'settings.save', {
        ...late,
        settings: { ...settings, keyPrefix: { objective: 'O', keyResult: 'X' } },
      }),
    ).toMatchObject({ refusal: { code: 'changed', changed: { by: people.okrLead } } });
    const next = { ...settings, rules: { ...settings.rules, holidays: [localDate('2026-12-25')] } };
    const again = { ...late, version: 2, settings: next };
    expect(await call(site, people.okrLead, 'settings.save', again)).toMatchObject({ value: { version: 3 } });
    expect(await read()).toMatchObject({ version: 3, rules: { holidays: ['2026-12-25'] } });
    const { keyResultId } = await makeWorld(site);
    await checkInOn(site, keyResultId, { '2026-05-12': 1 });
    const page = unwrap(await call(site, people.viewer, 'key-result.read', { id: keyResultId }));
    expect(page.objectives[0]?.keyResults[0]?.key).toBe('RES-1');
  });

  test('a site’s own thresholds name its scores, its caps count, and its history tells who set them', async () => {
    const version = unwrap(await call(site, people.okrLead, 'settings.read', {})).version;
    const rules = {
      ...defaultSite.rules,
      scoreLabels: {
        committed: { achieved: 0.9, partial: 0.3 },
        aspirational: { achieved: 0.6, partial: 0.2 },
      },
      caps: {
        objectives: { many: 1, tooMany: 2 },
        keyResults: { fewest: 1, most: 2 },
        carried: 1,
      },
    };
    const settings = { ...defaultSite, rules };
    const save = { version, requestId: requestId(), settings, why: 'We are few.' };
    const wrong = {
      ...rules,
      scoreLabels: { ...rules.scoreLabels, committed: { achieved: 0.3, partial: 0.9 } },
    };
    expect(
      await call(site, people.okrLead, 'settings.save', { ...save, settings: { ...settings, rules: wrong } }),
    ).toMatchObject({ refusal: { code: 'invalid', field: 'settings.rules.scoreLabels.committed.partial' } });
    unwrap(await call(site, people.okrLead, 'settings.save', save));
    const { keyResultId, objectiveId, cycleId } = await makeWorld(site);
    await makeKeyResult(site, objectiveId, { title: 'Baskets left full from 30 % to 20 %' });
    const { overburdened } = unwrap(await call(site, people.viewer, 'review.read', { cycleId, after: 0 }));
    expect(overburdened).toEqual([{ owner: people.owner, count: 2 }]);
    await moveCycle(site, cycleId, 'scoring');
    await makeScore(site, keyResultId);
    expect((await site.repositories.scores.find(keyResultId))?.label).toBe('partial');
    const { entries } = unwrap(
      await call(site, people.stranger, 'history.read', { of: { entity: 'settings' } }),
    );
    expect(entries[0]).toMatchObject({ by: people.okrLead, act: 'save', why: 'We are few.' });
    expect(entries[0]?.changes.map(({ field }) => field)).toEqual([
      'holidays',
      'scoreLabels',
      'caps',
      'keyPrefix',
    ]);
  });
});
