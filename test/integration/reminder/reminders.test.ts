import { localDate } from '../../../src/domain/dates';
import type { AccountId, IssueId } from '../../../src/domain/ids';
import type { ReminderDay } from '../../../src/domain/reminder-day';
import { readMine } from '../../../src/usecases/mine/read-mine';
import { chooseReminders } from '../../../src/usecases/reminder/choose-reminders';
import { continueReminders, sendReminders } from '../../../src/usecases/reminder/send-reminders';
import { saveSettings } from '../../../src/usecases/settings/save-settings';
import { requestId } from '../../builders/acts';
import { doneOn, makeAttached, seeWork } from '../../builders/attached';
import { makeKpi } from '../../builders/kpi';
import {
  aCheckIn,
  call,
  makeKeyResult,
  makeObjective,
  makeTeam,
  makeWorld,
  newId,
  people,
  unwrap,
} from '../../builders/world';
import { jonas, marta, openJiraSite, priya, type JiraSite } from '../work/jira-site';

type World = Awaited<ReturnType<typeof makeWorld>>;
let site: JiraSite;
let world: World;
let from: IssueId;

/** A Monday, seven in the morning in Berlin, where the team lives; the cycle began on Wednesday 1 April. */
const monday = '2026-04-13T05:00:00.000Z';

beforeEach(async () => {
  site = await openJiraSite();
  site.setNow('2026-04-01T09:00:00.000Z');
  world = await makeWorld(site);
  from = await site.createIssue('Story', {});
});
afterEach(async () => {
  site.faults.clear();
  expect(site.problems).toEqual([]);
  await site.close();
});

async function mailFrom(issue: IssueId | null) {
  site.okrLeads.add(people.okrLead);
  const deps = site.as(people.okrLead);
  const { site: now, version } = await deps.settings.read();
  const settings = { ...now, mailFrom: issue };
  return saveSettings(deps, { version, requestId: requestId(), settings, why: '' });
}

/** A key result of this person, due on 8 April. */
const owned = (owner: AccountId, title = 'Returns from 9 to 4', objectiveId = world.objectiveId) =>
  makeKeyResult(site, objectiveId, { owner, title });

const send = () => sendReminders(site.upkeep());
const sent = async (to: AccountId) => (await site.takeMails(to)).map(({ subject }) => subject);
const one = ['Waymark: 1 thing waits for you'];

async function choose(who: AccountId, day: ReminderDay) {
  const deps = site.as(who);
  const { id, version } = unwrap(await readMine(deps)).reminders;
  return chooseReminders(deps, { id: id ?? newId(), version, requestId: requestId(), day });
}

test('nobody is mailed before an OKR lead names an issue, and only one that the app sees can be named', async () => {
  await owned(marta);
  site.setNow(monday);
  expect(await send()).toBeNull();
  expect(await continueReminders(site.upkeep())).toBeNull();
  expect(await mailFrom('999999' as IssueId)).toMatchObject({
    refusal: { code: 'invalid', field: 'settings.mailFrom', message: /cannot see this issue/ },
  });
  site.faults.plan({ match: 'issue/bulkfetch', at: 1, kind: '500', times: 1 });
  expect(await mailFrom(from)).toMatchObject({ refusal: { code: 'jira-unavailable' } });
  unwrap(await mailFrom(from));
  expect(await send()).toMatchObject({ ok: true, value: { mails: 1, finished: true } });
  expect(await sent(marta)).toEqual(one);
  unwrap(await mailFrom(null));
  expect(await send()).toBeNull();
});

test('a check-in due is mailed once, and again when it is due again', async () => {
  const keyResultId = await owned(marta);
  unwrap(await mailFrom(from));
  site.setNow(monday);
  await send();
  const [mail, ...more] = await site.takeMails(marta);
  expect(more).toEqual([]);
  const search = await site.search(marta, `key = ${mail?.issueKey ?? ''}`);
  expect(search).toEqual([from]);
  expect(mail?.text).toContain('- Check in, value never said: KR-2 Returns from 9 to 4\n');
  expect(mail?.text).toMatch(/Open Mine: http:\/\/127\.0\.0\.1\/jira\/apps\/3f0c7b52-[0-9a-f-]+\/e1\/mine\n/);
  for (const later of ['2026-04-13T06:00:00Z', '2026-04-13T12:00:00Z', '2026-04-20T05:00:00Z']) {
    site.setNow(later);
    await send();
    expect(await sent(marta)).toEqual([]);
  }
  // Checked in on the 20th, due on the 27th.
  const day = localDate('2026-04-20');
  unwrap(await call(site, people.lead, 'check-in.record', aCheckIn(keyResultId, { day, value: 50 })));
  site.setNow('2026-04-27T05:00:00Z');
  await send();
  expect((await site.takeMails(marta))[0]?.text).toContain('Check in, value due 27 Apr');
});

test('what was mailed before is counted and not repeated', async () => {
  await owned(marta);
  unwrap(await mailFrom(from));
  site.setNow(monday);
  await send();
  expect(await sent(marta)).toEqual(one);
  const other = await owned(people.owner, 'Refunds from 9 to 4');
  const { issueId } = await makeAttached(site, other, { attachedBy: marta, publicName: 'New <shelf>' });
  await seeWork(site, issueId, doneOn('2026-04-15'));
  site.setNow('2026-04-20T05:00:00Z');
  await send();
  const [mail] = await site.takeMails(marta);
  expect(mail?.text.split('\n')[0]).toMatch(
    /^- Say when people got “New <shelf>”; it was first done on 15 Apr/,
  );
  expect(mail?.html).toContain('“New &lt;shelf&gt;”');
  expect(mail?.text).toContain('1 more waits of which you were reminded before.');
  expect(mail?.text).not.toContain('Check in');
});

test('a team that needs yours, and a KPI without its value, are mailed once, too', async () => {
  const platform = await makeTeam(site, { name: 'Platform', lead: marta });
  const dependencyId = newId<'dependency'>();
  unwrap(
    await call(site, people.lead, 'dependency.ask', {
      id: dependencyId,
      version: 0,
      requestId: requestId(),
      keyResultId: world.keyResultId,
      teamId: platform,
      needs: 'Orders in the data warehouse.',
    }),
  );
  await makeKpi(site, world.teamId, { name: 'Orders <lost>', owner: priya });
  unwrap(await mailFrom(from));
  site.setNow(monday);
  await send();
  const [forMarta] = await site.takeMails(marta);
  expect(forMarta?.text.split('\n')[0]).toMatch(
    /^- A team needs yours: confirm or decline: KR-\d+ Checkout conversion from 40 % to 80 %$/,
  );
  const [forPriya] = await site.takeMails(priya);
  expect(forPriya?.text.split('\n')[0]).toBe('- Measure this KPI, value never said: Orders <lost>');
  expect(forPriya?.html).toContain('<strong>Orders &lt;lost&gt;</strong>');

  site.setNow('2026-04-20T05:00:00Z');
  await send();
  expect([await sent(marta), await sent(priya)]).toEqual([[], []]);
});

test('each person chooses day and quiet; seven in the morning is their team’s', async () => {
  const auckland = await makeTeam(site, { timeZone: 'Pacific/Auckland', lead: people.lead });
  const there = await makeObjective(site, { teamId: auckland, cycleId: world.cycleId });
  await owned(marta);
  await owned(priya, 'Kiwi orders', there);
  await owned(jonas);
  unwrap(await mailFrom(from));
  expect(unwrap(await readMine(site.as(marta))).reminders).toEqual({ id: null, version: 0, day: 'monday' });
  unwrap(await choose(marta, 'tuesday'));
  unwrap(await choose(jonas, 'monday'));
  unwrap(await choose(jonas, 'quiet'));
  expect(unwrap(await readMine(site.as(jonas))).reminders).toMatchObject({ version: 2, day: 'quiet' });

  const { id: ofJonas } = unwrap(await readMine(site.as(jonas))).reminders;
  const forJonas = { id: ofJonas ?? newId(), version: 2, requestId: requestId(), day: 'friday' as const };
  expect(await chooseReminders(site.as(priya), forJonas)).toMatchObject({ refusal: { code: 'not-found' } });
  expect(await chooseReminders(site.as(marta), forJonas)).toMatchObject({ ok: false });

  // Sunday in Berlin, seven on Monday morning in Auckland.
  site.setNow('2026-04-12T19:00:00.000Z');
  await send();
  expect([await sent(marta), await sent(priya)]).toEqual([[], one]);
  site.setNow(monday);
  await send();
  expect([await sent(marta), await sent(priya)]).toEqual([[], []]);
  site.setNow('2026-04-14T04:59:00.000Z');
  await send();
  expect(await sent(marta)).toEqual([]);
  site.setNow('2026-04-14T05:00:00.000Z');
  await send();
  expect(await sent(marta)).toEqual(one);
  expect(await sent(jonas)).toEqual([]);
});

test('a restricted objective is in the mail of who may see it, and of nobody else', async () => {
  const objectiveId = await makeObjective(
    site,
    { teamId: world.teamId, cycleId: world.cycleId },
    { title: 'Nobody may know', restricted: true, viewers: [marta] },
  );
  await owned(marta, 'Secret from 1 to 2', objectiveId);
  // An owner who is neither of its team nor named does not see it: not in Mine, not in mail.
  await owned(priya, 'Secret from 3 to 4', objectiveId);
  await owned(priya, 'Open from 5 to 6');
  unwrap(await mailFrom(from));
  site.setNow(monday);
  await send();
  expect((await site.takeMails(marta))[0]?.text).toContain('Secret from 1 to 2');
  const [mail] = await site.takeMails(priya);
  expect(mail?.text).toContain('Open from 5 to 6');
  expect(mail?.text).not.toContain('Secret');
});

test('people Jira does not mail do not keep the others from theirs', async () => {
  // Otto owns the world's key result, Lena its team's objectives; Jira knows neither.
  await owned(marta);
  await owned(priya);
  unwrap(await mailFrom(from));
  site.setNow(monday);
  expect(await send()).toMatchObject({ ok: true, value: { mails: 2, refused: 2, finished: true } });
  // They are tried once a day.
  expect(await send()).toMatchObject({ ok: true, value: { people: 0 } });
});

test('a round too long for one run goes on with the next', async () => {
  for (const who of [marta, priya, jonas]) await owned(who);
  unwrap(await mailFrom(from));
  site.setNow(monday);
  // In order of account: Priya, Marta, Jonas; Lena and Otto, whom Jira does not know, come after them.
  expect(await sendReminders(site.upkeep(), { people: 10, mails: 2 })).toMatchObject({
    value: { mails: 2, finished: false },
  });
  expect([await sent(priya), await sent(marta), await sent(jonas)]).toEqual([one, one, []]);
  expect(await continueReminders(site.upkeep(), { people: 1, mails: 2 })).toMatchObject({
    value: { mails: 1, finished: false },
  });
  expect(await continueReminders(site.upkeep())).toMatchObject({ value: { refused: 2, finished: true } });
  expect(await continueReminders(site.upkeep())).toBeNull();
  expect(await sent(jonas)).toEqual(one);
});

describe('when things go wrong', () => {
  beforeEach(async () => {
    await owned(marta);
    await owned(priya);
    unwrap(await mailFrom(from));
    site.setNow(monday);
  });

  test('what Jira turns away is sent by the next run', async () => {
    site.faults.plan({ match: '/notify', at: 1, kind: '429', times: 1 });
    expect(await send()).toMatchObject({ ok: false });
    await send();
    expect([await sent(marta), await sent(priya)]).toEqual([one, one]);
  });

  test('a site that sends no mail is tried again, and nothing is lost', async () => {
    const deps = site.upkeep();
    const silent = async () => ({ ok: true as const, value: 'no-mail' as const });
    expect(await sendReminders({ ...deps, jira: { ...deps.jira, sendMail: silent } })).toMatchObject({
      ok: false,
      unavailable: { reason: /no mail/ },
    });
    await send();
    expect([await sent(marta), await sent(priya)]).toEqual([one, one]);
  });

  test.each(['500', 'error-after', 'timeout'] as const)(
    'a mail that Jira did not answer for (%s) is not sent again, and the others go out',
    async (kind) => {
      site.faults.plan({ match: '/notify', at: 1, kind, times: 1 });
      expect(await send()).toMatchObject({ ok: false });
      await send();
      await send();
      const mails = [await sent(marta), await sent(priya)];
      // Of one person nobody knows; `500` was not sent, the others were carried out.
      expect(mails.flat()).toHaveLength(kind === '500' ? 1 : 2);
    },
  );

  test('whatever fails or dies, nothing is mailed twice, and only what was under way is lost', async () => {
    const operations = (await site.statements(send)).length + 3;
    await Promise.all([site.takeMails(marta), site.takeMails(priya)]);
    const lost: string[] = [];
    let week = 0;
    for (const kind of ['error-before', 'error-after', 'crash'] as const) {
      for (let at = 1; at <= operations; at += 1) {
        // Jira takes 20 writes to one issue in 2 seconds, and a week of this test takes a quarter of one.
        if (week % 4 === 0) unwrap(await mailFrom(await site.createIssue('Story', {})));
        week += 1;
        site.setNow('2026-04-14T09:00:00.000Z');
        await owned(marta);
        const day = Date.parse('2026-04-13') + week * 7 * 86_400_000;
        const hour = (of: number) => site.setNow(new Date(day + of * 3_600_000).toISOString());
        hour(7);
        const last = await failing(kind, at);
        for (const later of [8, 9]) {
          hour(later);
          await send();
        }
        const mails = (await site.takeMails(marta)).length;
        expect({ kind, at, mails: Math.max(mails, 1) }).toEqual({ kind, at, mails: 1 });
        if (mails === 0) lost.push(`${kind}: ${last}`);
      }
    }
    // Taking the things, reading which they are, and the mail itself. A statement that had to wait for room counts twice.
    expect(lost).toHaveLength(3);
    expect(lost[0]).toBe('error-before: notify');
    expect(lost.slice(1).join()).toMatch(/^crash: insert,crash: (select|insert)$/);
  }, 600_000);

  /** One run in which the `at`-th statement or request goes wrong; after a crash nothing more is done. Answers what that was. */
  async function failing(kind: 'error-before' | 'error-after' | 'crash', at: number): Promise<string> {
    site.faults.plan({ match: '', at, kind, times: 1 });
    if (kind === 'crash') site.faults.plan({ match: '', at: at + 1, kind: 'error-before', times: 10_000 });
    const next = jest.spyOn(site.faults, 'next');
    await send().catch(() => undefined);
    const operation = next.mock.calls[at - 1]?.[0] ?? 'nothing';
    next.mockRestore();
    site.faults.clear();
    return /notify/.exec(operation)?.[0] ?? operation.split(' ')[0] ?? '';
  }
});
