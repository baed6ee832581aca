import { instant } from '../../../src/domain/dates';
import { digestOf, type Digested, type DigestWork } from '../../../src/domain/digest';
import type { FollowUp } from '../../../src/domain/follow-up';
import type { AccountId, CheckInId, FollowUpId, KeyResultId } from '../../../src/domain/ids';
import { defaultRules } from '../../../src/domain/rules';
import { checkIn, day, defined, rise } from './build';

const ana = 'ana' as AccountId;
const since = { day: day('2026-05-05'), at: instant(Date.parse('2026-05-05T15:00:00.000Z')) };
const decision = { text: 'Talk to ten people', owner: ana, dueOn: day('2026-05-19') };

function digested(more: Partial<Digested>): Digested {
  return {
    id: 'kr' as KeyResultId,
    number: 7,
    title: 'Learners who stay',
    owner: ana,
    definition: defined(rise),
    cadence: 'weekly',
    checkIns: [],
    followUps: [],
    initiatives: [],
    timeZone: 'Europe/Berlin',
    ...more,
  };
}
const on = (of: Digested, told: DigestWork[] = []) =>
  digestOf(of, since, told, defaultRules, day('2026-05-12'));

test('compares with what was known when the check-in before ended', () => {
  const checkIns = [
    checkIn('2026-05-05', { value: 50, confidence: 7 }),
    // Made known after that meeting, for a day before it.
    checkIn('2026-05-06', { value: 52, confidence: null, evidence: 'A late count.' }),
    checkIn('2026-05-12', { value: 60, confidence: 4, blocker: 'The bank', decision }),
    // Not known on the day of the meeting.
    checkIn('2026-05-13', { value: 70, confidence: 9 }),
  ];
  expect(on(digested({ checkIns }))).toMatchObject({
    saidAnew: true,
    value: { from: 50, to: 60, change: 10 },
    confidence: { from: 7, to: 4, change: -3 },
    evidence: 'A late count.',
    blockers: ['The bank'],
    decisions: [decision],
    asks: [],
    standing: { latest: { value: 60, on: '2026-05-12' } },
  });
});

test('a key result of which nobody spoke says so, and how it stands', () => {
  const checkIns = [checkIn('2026-04-14', { value: 50, confidence: 7 })];
  expect(on(digested({ checkIns }))).toMatchObject({
    saidAnew: false,
    value: null,
    confidence: null,
    evidence: '',
    standing: { pace: 'unknown', freshness: { value: { state: 'stale', last: '2026-04-14' } } },
  });
});

test('decisions of before are told with what became of them since', () => {
  const checkIns = [checkIn('2026-04-28', { id: 'c' as CheckInId, decision })];
  const said = (text: string, more: Partial<FollowUp>): FollowUp => ({
    id: text as FollowUpId,
    checkInId: 'c' as CheckInId,
    subject: 'decision',
    outcome: 'carried-on',
    person: ana,
    note: 'Six talked to.',
    dueOn: day('2026-05-26'),
    recordedOn: day(text.slice(0, 10)),
    at: instant(Date.parse(`${text}:00.000Z`)),
    by: ana,
    ...more,
  });
  const before = said('2026-05-05T09:00', {});
  expect(on(digested({ checkIns, followUps: [before] })).followed).toEqual([]);
  const after = said('2026-05-12T09:00', {});
  expect(on(digested({ checkIns, followUps: [before, after] })).followed).toEqual([
    { text: decision.text, outcome: 'carried-on', person: ana, dueOn: '2026-05-26', note: 'Six talked to.' },
  ]);
  const again = said('2026-05-12T10:00', { outcome: 'open', dueOn: null });
  expect(on(digested({ checkIns, followUps: [before, after, again] })).followed).toEqual([]);
});
