import type { StatusMove } from '../../../src/atlassian/status-moves';
import { instant } from '../../../src/domain/dates';
import type { IssueId } from '../../../src/domain/ids';
import type { StatusCategory } from '../../../src/domain/initiative';
import { defaultRules } from '../../../src/domain/rules';
import { workDates, type DatedItem } from '../../../src/usecases/work/work-dates';

const epic = '1' as IssueId;
const child = '2' as IssueId;
const other = '3' as IssueId;

const item = (issueId: IssueId, category: StatusCategory, resolution: string | null = null): DatedItem => ({
  issueId,
  category,
  resolution,
  points: null,
  estimateSeconds: null,
  categorySince: null,
});
const move = (at: string, from: StatusCategory | null, to: StatusCategory | null): StatusMove => ({
  at: instant(Date.parse(at)),
  from,
  to,
  withProject: false,
});
const dates = (issue: DatedItem, children: DatedItem[], moves: [IssueId, StatusMove[]][], timeZone = 'UTC') =>
  workDates(issue, children, new Map(moves), defaultRules, timeZone);

test('an epic that was never moved starts with its first child', () => {
  const moves: [IssueId, StatusMove[]][] = [
    [child, [move('2026-05-03T10:00:00Z', 'new', 'indeterminate')]],
    [other, [move('2026-05-02T10:00:00Z', 'new', 'indeterminate')]],
  ];
  const children = [item(child, 'indeterminate'), item(other, 'indeterminate')];
  expect(dates(item(epic, 'new'), children, moves)).toEqual({
    startedOn: '2026-05-02',
    doneOn: null,
    firstChildDoneOn: null,
    assumed: [],
  });
});

test('done is the last move into done: opened again and done again counts from the second time', () => {
  const moves: [IssueId, StatusMove[]][] = [
    [
      epic,
      [
        move('2026-05-01T10:00:00Z', 'new', 'indeterminate'),
        move('2026-05-04T10:00:00Z', 'indeterminate', 'done'),
        move('2026-05-06T10:00:00Z', 'done', 'indeterminate'),
        move('2026-05-09T10:00:00Z', 'indeterminate', 'done'),
      ],
    ],
  ];
  expect(dates(item(epic, 'done', 'Done'), [], moves)).toMatchObject({
    startedOn: '2026-05-01',
    doneOn: '2026-05-09',
  });
  // The changelog was read before the issue was opened once more.
  expect(dates(item(epic, 'new'), [], moves)).toMatchObject({ doneOn: null });
});

test('a child that was not delivered is not the first one people got', () => {
  const moves: [IssueId, StatusMove[]][] = [
    [child, [move('2026-05-02T10:00:00Z', 'new', 'done')]],
    [other, [move('2026-05-05T10:00:00Z', 'new', 'done')]],
  ];
  const children = [item(child, 'done', "Won't Do"), item(other, 'done', 'Done')];
  expect(dates(item(epic, 'new'), children, moves)).toMatchObject({
    startedOn: null,
    firstChildDoneOn: '2026-05-05',
  });
});

test('a day is the day on the wall of the team', () => {
  const moves: [IssueId, StatusMove[]][] = [[epic, [move('2026-05-12T22:30:00Z', 'new', 'done')]]];
  expect(dates(item(epic, 'done'), [], moves, 'Europe/Berlin').doneOn).toBe('2026-05-13');
  expect(dates(item(epic, 'done'), [], moves, 'America/New_York').doneOn).toBe('2026-05-12');
});
