import type { InitiativeReading } from '../../../src/contract/readings';
import { impactOf } from '../../../src/domain/impact';
import { addDays } from '../../../src/domain/dates';
import { beginDraft, judgementOf } from '../../../static/app/src/features/impact/judge-draft';
import { chosenWay, noJira } from '../../../static/app/src/features/impact/jira-draft';
import { checkIn, day, defined, expecting, initiative, rise, work } from '../domain/build';

const first = day('2026-04-01');
const jump = [40, 41, 39.5, 40.5, 41.5, 40, 55, 56, 54.5, 55.5, 56.5, 55];

const judged: InitiativeReading = {
  ...initiative({
    live: { on: day('2026-05-08'), reason: 'released', by: initiative().attachedBy },
    work: work({ startedOn: day('2026-04-02') }),
    hypothesis: expecting(15, 0),
  }),
  can: { edit: true, detach: true, setLive: true, judge: true },
};

function impactAfter(weeks: number) {
  return impactOf(
    {
      definition: defined(rise),
      cadence: 'weekly',
      checkIns: jump.slice(0, weeks).map((value, week) => checkIn(addDays(first, 7 * week), { value })),
      initiative: judged,
      initiatives: [judged],
      events: [],
    },
    day('2026-12-31'),
  );
}

test('judging begins with the computed verdict, where one can be given', () => {
  expect(beginDraft(impactAfter(12)).stance).toBe('accept');
  // Two values since: nothing to accept yet.
  expect(beginDraft(impactAfter(8)).stance).toBe('none');
  expect(beginDraft(null).stance).toBe('none');
});

test('what is sent says what was seen, and whose verdict it is', () => {
  const impact = impactAfter(12);
  const seen = { verdict: 'moved', before: 6, after: 6, live: '2026-05-08' };
  const draft = { own: null, decision: null, reason: '' } as const;
  expect(judgementOf({ ...draft, stance: 'accept' }, impact, judged)).toMatchObject({
    verdict: 'moved',
    seen,
  });
  expect(judgementOf({ ...draft, stance: 'own', own: 'could-not-see' }, impact, judged)).toMatchObject({
    verdict: 'could-not-see',
    seen,
  });
  expect(judgementOf({ ...draft, stance: 'none', decision: 'stop' }, impact, judged)).toMatchObject({
    verdict: null,
    decision: 'stop',
  });
  // Their own, and none chosen: nothing is sent.
  expect(judgementOf({ ...draft, stance: 'own' }, impact, judged)).toBeNull();
  expect(judgementOf({ ...draft, stance: 'none' }, null, judged)).toMatchObject({ seen: null });
});

test('closing offers a resolution that means not delivered, and keeps what was chosen', () => {
  const done = { id: '1', name: 'Done' };
  const wontDo = { id: '2', name: 'WON\u2019T DO' };
  const ways = [
    { transitionId: '41', status: 'Done', resolutions: [done, wontDo] },
    { transitionId: '51', status: 'Dropped', resolutions: [] },
  ];
  const names = ['won\u2019t do', 'Duplicate'];
  expect(chosenWay(noJira, ways, names)).toEqual({ way: ways[0], resolutionId: '2' });
  expect(chosenWay({ ...noJira, resolutionId: '1' }, ways, names)?.resolutionId).toBe('1');
  expect(chosenWay({ ...noJira, transitionId: '51' }, ways, names)).toEqual({
    way: ways[1],
    resolutionId: null,
  });
  // No name of the site's fits: the person has to choose.
  expect(chosenWay(noJira, ways, ['Obsolete'])?.resolutionId).toBeNull();
  expect(chosenWay(noJira, [], names)).toBeNull();
});
