import { localDate } from '../../../src/domain/dates';
import type { CycleId, TeamId } from '../../../src/domain/ids';
import { guessColumns } from '../../../static/app/src/features/import/columns';
import { draftOf } from '../../../static/app/src/features/import/draft';
import { issueHere } from '../../../static/app/src/features/import/issue-here';
import { faultsOf, planOf } from '../../../static/app/src/features/import/plan';
import { documentOfRows } from '../../../static/app/src/features/import/rows-document';
import { readCsv } from '../../../static/app/src/features/portable/csv-text';

const wrap = { name: (name: string) => name, owner: (owner: string) => `Owner: ${owner}` };
const quarter = { startsOn: localDate('2026-04-01'), endsOn: localDate('2026-06-30') };
const today = localDate('2026-05-12');

const csv = `Objective;Key Result;Owner;Start;Target;Current;Due;Score;Status
Readers come back;Books borrowed a month;Mara Lind;600;900;710;2026-06-15;0.4;on track
;Members who renew;;45 %;60 %;soon;30 June 2026;;
Shelves are found;;Jon;;;;;;behind
;Time to a book in minutes;;12;5;9,5;06/07/26;;
`;

function read(text: string) {
  const { rows } = readCsv(text);
  const columns = guessColumns(rows[0] ?? []);
  const document = documentOfRows(rows, columns, 'en');
  return { columns, document, draft: draftOf(document, quarter, today, 'en', wrap) };
}

test('columns are known by their headings, and every cell goes somewhere', () => {
  const { columns, document, draft } = read(csv);
  expect(columns).toMatchObject({
    objective: 0,
    keyResult: 1,
    owner: 2,
    start: 3,
    target: 4,
    current: 5,
    due: 6,
  });
  expect(document.unplaced).toEqual([]);
  expect(
    document.objectives.map(({ title, owner, keyResults }) => [title, owner, keyResults.length]),
  ).toEqual([
    ['Readers come back', null, 2],
    ['Shelves are found', 'Jon', 1],
  ]);
  const [books, renew, minutes] = [...draft.keyResults.values()];
  expect(books).toMatchObject({ metric: 'increase', start: '600', target: '900', dueOn: '2026-06-15' });
  expect(books?.definition).toBe('Score: 0.4\nStatus: on track\n\nOwner: Mara Lind');
  expect(renew).toMatchObject({
    metric: 'increase',
    start: '45',
    target: '60',
    unit: 'percent',
    dueOn: '2026-06-30',
  });
  expect(renew?.definition).toContain('Current: soon');
  // Which of the two is the month nobody can say.
  expect(minutes).toMatchObject({ metric: 'decrease', dueOn: quarter.endsOn });
  expect(minutes?.definition).toContain('Due: 06/07/26');
  // In English a comma parts thousands: nine and a half, or ninety-five?
  expect(minutes?.definition).toContain('Current: 9,5');
  expect(draft.objectives.get('shelves-are-found')?.why).toContain('Status: behind');
});

test('current values that are clear become check-ins of today, and the same file again is no change', () => {
  const { document, draft } = read(csv);
  const place = {
    teamId: '018f0000-0000-7000-8000-000000000001' as TeamId,
    cycleId: '018f0000-0000-7000-8000-000000000002' as CycleId,
  };
  const asked = { document, draft, place, existing: [], locale: 'en', today };
  expect(faultsOf(asked).size).toBe(0);
  const steps = planOf(asked);
  expect(steps.filter((step) => step.kind === 'check-in')).toMatchObject([
    { value: 710, day: today, there: false },
  ]);
  expect(planOf({ ...asked, today: localDate('2026-06-01') }).map(({ id }) => id)).toEqual(
    steps.map(({ id }) => id),
  );
});

test('a row beneath no objective is shown as not placed', () => {
  const { document } = read('Objective,Key Result\n,Lost key result\nFound,Its key result\n');
  expect(document.unplaced).toEqual([{ text: ' | Lost key result', section: '', lines: { from: 2, to: 2 } }]);
});

test('an issue of another Jira is not taken for one of this', () => {
  const here = { id: '10007' as never, key: 'GROW-7', summary: 'Shorter sign-up' };
  const issues = new Map([
    ['10007', here],
    ['GROW-7', here],
  ]);
  const one = (issueId: string, issueKey: string, issueTitle: string) =>
    issueHere({ issueId: issueId as never, issueKey, issueTitle }, issues);
  expect(one('10007', 'GROW-7', 'Renamed since')).toBe('10007');
  expect(one('10007', 'MOVED-1', 'Shorter sign-up')).toBe('10007');
  expect(one('555', 'GROW-7', 'Shorter sign-up')).toBe('10007');
  expect(one('10007', 'OTHER-1', 'Something else')).toBeNull();
  expect(one('555', 'GROW-7', '')).toBeNull();
});

test('the numbers of a workbook are what they are in every language', () => {
  const rows = [
    ['Objective', 'Key Result', 'Start', 'Target', 'Current'],
    ['Readers come back', 'Time to a book', 1.234, 0.5, 1234.5],
  ];
  const columns = guessColumns(['Objective', 'Key Result', 'Start', 'Target', 'Current']);
  for (const [locale, start, target] of [
    ['de', '1,234', '0,5'],
    ['en', '1.234', '0.5'],
  ] as const) {
    const document = documentOfRows(rows, columns, locale);
    const [only] = draftOf(document, quarter, today, locale, wrap).keyResults.values();
    expect(only).toMatchObject({ metric: 'decrease', start, target });
  }
});
