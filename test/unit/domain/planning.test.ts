import type { InitiativeId, IssueId } from '../../../src/domain/ids';
import type { JudgedInitiative } from '../../../src/domain/judgement';
import { nearestOf } from '../../../src/domain/nearest-of';
import { ancestorsOf, countIssues, isNotBegun, planningTable, takesOn } from '../../../src/domain/planning';
import { defaultRules } from '../../../src/domain/rules';
import { standing } from '../../../src/domain/standing';
import { day, defined, finishedOn, initiative, judgement, record, rise, values, work } from './build';

const id = (text: string) => text as IssueId;
const ids = (...texts: string[]) => texts.map(id);
const attached = (issueId: string, more: Partial<JudgedInitiative> = {}) =>
  initiative({ id: issueId as InitiativeId, issueId: id(issueId), ...more });

/** A key result at this value on 6 May, the day of these tests: 35 of 91 days, so that about 55 would be on pace. */
function keyResult(value: number, ...initiatives: JudgedInitiative[]) {
  const definition = defined(rise);
  return {
    keyResult: { definition, initiatives },
    standing: standing(record(definition, values({ '2026-05-06': value })), defaultRules, day('2026-05-06')),
  };
}

/** `e1 > s1, s2`: an epic with stories; `i1 > e1`: an initiative above it. */
const parentOf = new Map<IssueId, IssueId | null>([
  [id('s1'), id('e1')],
  [id('s2'), id('e1')],
  [id('s3'), id('e2')],
  [id('s4'), id('e2')],
  [id('e1'), id('i1')],
  [id('e2'), id('i1')],
  [id('i1'), null],
  [id('s9'), null],
]);
type Input = Parameters<typeof planningTable<JudgedInitiative, ReturnType<typeof keyResult>, never>>[0];
const laid = (issueIds: IssueId[], more: Partial<Input>) =>
  planningTable<JudgedInitiative, ReturnType<typeof keyResult>, never>({
    issueIds,
    parentOf,
    keyResults: [],
    dropped: [],
    runWork: new Set(),
    ...more,
  });

test('ancestors are the nearest first, and a ring of parents ends', () => {
  expect(ancestorsOf(id('s1'), parentOf)).toEqual(['e1', 'i1']);
  const ring = new Map([
    [id('a'), id('b')],
    [id('b'), id('c')],
    [id('c'), id('b')],
  ]);
  expect(ancestorsOf(id('a'), ring)).toEqual(['b', 'c']);
  expect(nearestOf(id('s1'), ids('e1', 'i1'), (one) => one !== 's1')).toBe('e1');
});

test('an issue serves its own key results, else those of its nearest attached ancestor, and counts once', () => {
  const own = keyResult(45, attached('s1'));
  const ofEpic = keyResult(50, attached('e1'));
  const ofAll = keyResult(52, attached('i1'));
  const { open, notSaid } = laid(ids('e1', 's1', 's2', 's3'), { keyResults: [ofAll, ofEpic, own] });
  const here = open.map(({ of, planned }) => [of, planned.map(({ issueIds }) => issueIds)]);
  expect(here).toEqual([
    [own, [['s1']]],
    // The epic itself is on the table, and gives way to its story there.
    [ofEpic, [['s2']]],
    [ofAll, [['s3']]],
  ]);
  expect(notSaid).toEqual([]);
});

test('those in need come first, those without work here too; one at its target stands apart, when it has work', () => {
  const far = keyResult(41);
  const ahead = keyResult(70, attached('s1'));
  const reached = keyResult(80, attached('e2'));
  const reachedBefore = keyResult(81, attached('e7'));
  const table = laid(ids('s1', 's3'), { keyResults: [ahead, reached, far, reachedBefore] });
  expect(table.open.map(({ of }) => of)).toEqual([far, ahead]);
  expect(table.reached.map(({ of, planned }) => [of, countIssues(planned)])).toEqual([[reached, 1]]);
});

test('an issue on two key results is under each, and counts once among the issues', () => {
  const one = keyResult(45, attached('e1'));
  const two = keyResult(46, attached('e1'));
  const { open } = laid(ids('s1', 's2'), { keyResults: [one, two] });
  expect(open.map(({ planned }) => countIssues(planned))).toEqual([2, 2]);
  expect(countIssues(open.flatMap(({ planned }) => planned))).toBe(2);
});

test('work judged not to move its number leaves its key result for a list of its own; a computed verdict alone does not', () => {
  const judged = attached('e1', { judgements: [judgement('no-visible-effect')] });
  const wrongWay = attached('e2', { judgements: [judgement('moved-wrong-way')] });
  const changedMind = attached('s9', {
    judgements: [judgement('no-visible-effect'), judgement('could-not-see')],
  });
  const one = keyResult(45, judged, wrongWay, changedMind);
  const table = laid(ids('s1', 's3', 's9'), { keyResults: [one] });
  expect(table.notMoved.map(({ planned }) => planned.initiative)).toEqual([judged, wrongWay]);
  const [group] = table.open;
  expect(group?.planned.map(({ initiative }) => initiative)).toEqual([changedMind]);
  expect(group?.notMoved.map(({ initiative }) => initiative)).toEqual([judged, wrongWay]);
});

test('what is not on the table is earlier work, or under way elsewhere; what is gone is neither', () => {
  const earlier = attached('e5', { work: finishedOn('2026-04-20') });
  const running = attached('e6', { work: work({ category: 'indeterminate' }) });
  const gone = attached('e7', { work: work({ gone: true }) });
  const dropped = attached('e8', { work: work({ category: 'done', notDelivered: true }) });
  const one = keyResult(45, earlier, running, gone, dropped);
  const [group] = laid(ids('s1'), { keyResults: [one] }).open;
  expect(group).toMatchObject({ planned: [], earlier: [earlier], elsewhere: [running] });
});

test('what lies on the table is planned, though Waymark could not find it: it is hidden from apps, not deleted', () => {
  const hidden = attached('e1', { work: work({ gone: true }) });
  const table = laid(ids('s1', 's2'), { keyResults: [keyResult(45, hidden)] });
  expect(table.open[0]?.planned).toEqual([{ initiative: hidden, issueIds: ids('s1', 's2') }]);
  expect(table.notSaid).toEqual([]);
});

test('what serves nothing is run work when somebody said so of it or of what stands above it, else not said', () => {
  const table = laid(ids('s1', 's2', 's3', 'e2', 's9'), {
    keyResults: [keyResult(45, attached('s1'))],
    runWork: new Set(ids('e2', 's1')),
  });
  // The epic gives way to its story; what serves a key result is not run work.
  expect(table.runWork).toEqual(['s3']);
  expect(table.notSaid).toEqual(['s2', 's9']);
});

test('work on a key result nobody pursues is named with it, unless it serves another one too', () => {
  const dropped = [
    { initiativeId: 'old' as InitiativeId, issueId: id('e1') },
    { initiativeId: 'both' as InitiativeId, issueId: id('e2') },
    { initiativeId: 'away' as InitiativeId, issueId: id('e9') },
  ];
  const pursued = keyResult(45, attached('e2'));
  const table = planningTable({
    issueIds: ids('s1', 's3'),
    parentOf,
    keyResults: [pursued],
    dropped,
    runWork: new Set<IssueId>(),
  });
  expect(table.dropped).toEqual([{ link: dropped[0], issueIds: ['s1'] }]);
  expect(table.open[0]?.planned.map(({ issueIds }) => issueIds)).toEqual([['s3']]);
});

test('building on, and keeping what has not begun, take something on; going on does not', () => {
  expect(takesOn('build-on', finishedOn('2026-04-20'))).toBe(true);
  expect(takesOn('keep', work())).toBe(true);
  expect(takesOn('keep', null)).toBe(true);
  expect(takesOn('keep', work({ counted: 3, done: 1 }))).toBe(false);
  expect(takesOn('keep', work({ category: 'indeterminate' }))).toBe(false);
  expect(takesOn('stop', work())).toBe(false);
  // The viewer sees in Jira that it began since the work was last counted.
  expect(isNotBegun(work(), 'indeterminate')).toBe(false);
});

test('5,000 issues are laid out in well under a second', () => {
  const many = Array.from({ length: 5_000 }, (_, at) => id(`n${at}`));
  const parents = new Map(many.map((one, at) => [one, id(`p${at % 50}`)]));
  const groups = Array.from({ length: 40 }, (_, at) => keyResult(45, attached(`p${at}`)));
  const started = performance.now();
  const table = planningTable({
    issueIds: many,
    parentOf: parents,
    keyResults: groups,
    dropped: [],
    runWork: new Set<IssueId>(),
  });
  expect(performance.now() - started).toBeLessThan(1_000);
  expect(table.open.map(({ planned }) => countIssues(planned))).toEqual(
    Array.from({ length: 40 }, () => 100),
  );
  expect(table.notSaid).toHaveLength(1_000);
});
