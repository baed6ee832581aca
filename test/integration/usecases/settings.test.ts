import { localDate } from '../../../src/domain/dates';
import { defaultSite } from '../../../src/storage/site';
import { requestId } from '../../builders/acts';
import { openInstallation, type Installation } from '../../builders/installation';
import { call, checkInOn, makeWorld, people, unwrap } from '../../builders/world';

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
    const settings = { rules: defaultSite.rules, keyPrefix: { objective: 'O', keyResult: 'RES' }, mailFrom: null };
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
});
