import { instant } from '../../../src/domain/dates';
import { asksOf, decisionsOf, openDecision, type FollowUp } from '../../../src/domain/follow-up';
import type { AccountId, CheckInId, FollowUpId } from '../../../src/domain/ids';
import { checkIn, day } from './build';

const ana = 'ana' as AccountId;
const ben = 'ben' as AccountId;
const first = checkIn('2026-05-05', {
  id: 'c1' as CheckInId,
  decision: { text: 'Talk to ten people', owner: ana, dueOn: day('2026-05-19') },
  ask: { text: 'A designer', of: ben },
});
const second = checkIn('2026-05-12', {
  id: 'c2' as CheckInId,
  decision: { text: 'Stop the banner', owner: ben, dueOn: day('2026-05-14') },
});

/** Said on a day at this hour. */
function said(on: string, hour: string, more: Partial<FollowUp>): FollowUp {
  return {
    id: `${on} ${hour}` as FollowUpId,
    checkInId: first.id,
    subject: 'decision',
    outcome: 'done',
    person: ana,
    note: '',
    dueOn: null,
    recordedOn: day(on),
    at: instant(Date.parse(`${on}T${hour}:00:00.000Z`)),
    by: ana,
    ...more,
  };
}

test('decisions come by the day they are due, open until somebody says more', () => {
  expect(
    decisionsOf({ checkIns: [first, second], followUps: [] }).map(({ text, person, dueOn, isOpen }) => [
      text,
      person,
      dueOn,
      isOpen,
    ]),
  ).toEqual([
    ['Stop the banner', ben, '2026-05-14', true],
    ['Talk to ten people', ana, '2026-05-19', true],
  ]);
});

test('carried on, a decision is due on another day, and stays so when it is opened again', () => {
  const carried = said('2026-05-12', '09', { outcome: 'carried-on', dueOn: day('2026-06-02'), person: ben });
  const done = said('2026-05-19', '09', { person: ben });
  const again = said('2026-05-19', '10', { outcome: 'open', person: ben });
  const [one] = decisionsOf({ checkIns: [first], followUps: [carried] });
  expect(one).toMatchObject({ dueOn: '2026-06-02', person: ben, isOpen: true });
  const [over] = decisionsOf({ checkIns: [first], followUps: [done, carried] });
  expect(over).toMatchObject({ dueOn: '2026-06-02', isOpen: false, last: done });
  const [open] = decisionsOf({ checkIns: [first], followUps: [again, done, carried] });
  expect(open).toMatchObject({ dueOn: '2026-06-02', isOpen: true, last: again });
});

test('what became of a decision says nothing of the ask beside it', () => {
  const followUps = [said('2026-05-12', '09', {})];
  expect(asksOf({ checkIns: [first, second], followUps })).toMatchObject([
    { text: 'A designer', person: ben, isOpen: true, last: null },
  ]);
});

test('the decision taken last that is open opens the next check-in', () => {
  const checkIns = [first, second];
  expect(openDecision({ checkIns, followUps: [] })?.text).toBe('Stop the banner');
  const dropped = said('2026-05-12', '09', { checkInId: second.id, outcome: 'dropped' });
  expect(openDecision({ checkIns, followUps: [dropped] })?.text).toBe('Talk to ten people');
  const done = said('2026-05-12', '10', {});
  expect(openDecision({ checkIns, followUps: [dropped, done] })).toBeNull();
});
