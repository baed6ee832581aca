import { instant, localDate } from '../../../src/domain/dates';
import type { InitiativeId, KeyResultId } from '../../../src/domain/ids';
import type { Owed } from '../../../src/domain/owed';
import { remindedOn, weekdayOf, weekdaysAt } from '../../../src/domain/reminder-day';
import { reminderMail, type MailLine } from '../../../src/domain/reminder-mail';
import { thingOf } from '../../../src/domain/reminder-thing';
import type { Freshness } from '../../../src/domain/standing';

const at = (text: string) => instant(Date.parse(text));
const keyResultId = '0197-kr' as KeyResultId;
const initiativeId = '0197-in' as InitiativeId;
const freshness = (
  state: Freshness['state'],
  dueOn: string | null,
  last: string | null = null,
): Freshness => ({
  state,
  last: last === null ? null : localDate(last),
  dueOn: dueOn === null ? null : localDate(dueOn),
});
const checkIn = (value: Freshness, confidence: Freshness): Owed => ({
  kind: 'check-in',
  keyResultId,
  value,
  confidence,
});

describe('the day', () => {
  test.each([
    ['2026-11-22', 'sunday'],
    ['2026-11-23', 'monday'],
    ['2024-02-29', 'thursday'],
    ['1969-12-31', 'wednesday'],
  ])('%s is a %s', (day, name) => {
    expect(weekdayOf(localDate(day))).toBe(name);
  });

  test.each<[string, string, string, string | null]>([
    ['a minute before seven', 'Europe/Berlin', '2026-11-23T05:59:00Z', null],
    ['seven in winter', 'Europe/Berlin', '2026-11-23T06:00:00Z', '2026-11-23'],
    ['seven in summer', 'Europe/Berlin', '2026-07-06T05:00:00Z', '2026-07-06'],
    ['Monday there, Sunday in UTC', 'Pacific/Auckland', '2026-11-22T18:00:00Z', '2026-11-23'],
    ['Monday in UTC, Sunday there', 'America/Los_Angeles', '2026-11-23T02:00:00Z', null],
    ['seven in the evening', 'UTC', '2026-11-23T19:00:00Z', null],
    ['midnight', 'UTC', '2026-11-23T00:00:00Z', null],
  ])('%s', (_what, zone, now, today) => {
    expect(remindedOn('monday', zone, at(now))).toBe(today);
  });

  test('quiet is no day, and every day that it is somewhere is looked for', () => {
    for (let day = 22; day < 29; day += 1) {
      expect(remindedOn('quiet', 'UTC', at(`2026-11-${day}T09:00:00Z`))).toBeNull();
    }
    expect(weekdaysAt(at('2026-11-23T12:00:00Z'))).toEqual(['monday', 'tuesday']);
    expect(weekdaysAt(at('2026-11-23T11:00:00Z'))).toEqual(['sunday', 'monday', 'tuesday']);
  });
});

describe('a thing', () => {
  test('is new when it is due again, and the same for as long as nobody checked in', () => {
    const due = checkIn(freshness('due', '2026-11-16'), freshness('fresh', '2026-11-30'));
    const stale = checkIn(freshness('stale', '2026-11-16'), freshness('fresh', '2026-11-30'));
    expect(thingOf(due)).toEqual({ thing: 'check-in:0197-kr', due: '2026-11-16' });
    expect(thingOf(stale)).toEqual(thingOf(due));
    const both = checkIn(freshness('due', '2026-11-16'), freshness('due', '2026-11-18'));
    expect(thingOf(both)).toEqual({ thing: 'check-in:0197-kr', due: '2026-11-18' });
  });

  test('of work is the work with its day', () => {
    const of = { keyResultId, initiativeId };
    const live = localDate('2026-11-01');
    expect(thingOf({ ...of, kind: 'verdict', verdict: 'moved', live })).toEqual({
      thing: 'verdict:0197-in',
      due: live,
    });
    expect(thingOf({ ...of, kind: 'live', on: live })).toEqual({ thing: 'live:0197-in', due: live });
    expect(thingOf({ ...of, kind: 'hypothesis' })).toEqual({ thing: 'hypothesis:0197-in', due: '' });
    expect(thingOf({ ...of, kind: 'too-early', returnsOn: live, before: 1, after: 0 })).toBeNull();
  });
});

describe('the mail', () => {
  const url = 'https://lantern.atlassian.net/jira/apps/a/e/mine';
  const line = (owed: Owed, more: Partial<MailLine> = {}): MailLine => ({
    owed,
    key: 'KR-3',
    title: 'Learners who come back',
    work: '',
    today: localDate('2026-11-23'),
    ...more,
  });
  const of = { keyResultId, initiativeId };

  test('says each thing in a line, and where to go', () => {
    const mail = reminderMail(
      [
        line(checkIn(freshness('stale', '2026-11-09', '2026-11-02'), freshness('fresh', null))),
        line(checkIn(freshness('due', '2026-11-23'), freshness('stale', '2026-11-16')), { key: 'KR-4' }),
        line(
          { ...of, kind: 'verdict', verdict: 'moved', live: localDate('2026-10-01') },
          { work: 'New shelf' },
        ),
      ],
      1,
      url,
    );
    expect(mail.subject).toBe('Waymark: 3 things wait for you');
    expect(mail.text).toBe(
      [
        '- Check in, value last 2 Nov, stale: KR-3 Learners who come back',
        '- Check in, confidence never said: KR-4 Learners who come back',
        '- Give your verdict on “New shelf”, which people got on 1 Oct: KR-3 Learners who come back',
        '',
        '1 more waits of which you were reminded before.',
        `Open Mine: ${url}`,
        'On the same page you choose the day of these mails, or to get none.',
        '',
      ].join('\n'),
    );
  });

  test('what people wrote is text in it', () => {
    const title = `<img src=x onerror="a()"> & 'more'`;
    const { html, subject } = reminderMail(
      [line({ ...of, kind: 'hypothesis' }, { title, work: '<b>' })],
      0,
      url,
    );
    expect(subject).toBe('Waymark: 1 thing waits for you');
    expect(html).toContain('KR-3 &lt;img src=x onerror=&quot;a()&quot;&gt; &amp; &#39;more&#39;');
    expect(html).toContain('“&lt;b&gt;”');
    expect(html).toContain(`<a href="${url}">Open Mine</a>`);
  });

  test('a long list ends', () => {
    const lines = Array.from({ length: 42 }, () => line({ ...of, kind: 'hypothesis' }));
    const { text, subject } = reminderMail(lines, 0, url);
    expect(subject).toBe('Waymark: 42 things wait for you');
    expect(text.match(/^- /gm)).toHaveLength(30);
    expect(text).toContain('And 12 more.');
  });
});
