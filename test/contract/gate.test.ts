import { describeReport, passed } from '../../scripts/gates/gate';
import { filesUnder } from '../../scripts/gates/repo-files';
import { root } from './temp-app';

test('a gate that read something and found nothing passes', () => {
  const report = { gate: 'g', read: [{ what: 'files', count: 3 }], problems: [] };
  expect(passed(report)).toBe(true);
  expect(describeReport(report)).toBe('g: 3 files read, 0 problems');
});

test('a gate that found something fails, the problem first', () => {
  const report = { gate: 'g', read: [{ what: 'files', count: 3 }], problems: ['a.ts: wrong'] };
  expect(passed(report)).toBe(false);
  expect(describeReport(report)).toBe('a.ts: wrong\ng: 3 files read, 1 problems');
});

test.each([
  [
    'nothing of one kind',
    [
      { what: 'files', count: 3 },
      { what: 'requests', count: 0 },
    ],
    'g read no requests',
  ],
  ['nothing at all', [{ what: 'files', count: 0 }], 'g read no files'],
])('a gate that read %s fails and says so', (_what, read, sentence) => {
  const report = { gate: 'g', read, problems: [] };
  expect(passed(report)).toBe(false);
  expect(describeReport(report)).toContain(sentence);
});

test('a gate that names nothing it reads fails', () => {
  expect(passed({ gate: 'g', read: [], problems: [] })).toBe(false);
});

test('files are found in every folder below, and a folder that is not there has none', () => {
  expect(filesUnder(root, 'scripts', /^gate\.ts$/)).toEqual(['scripts/gates/gate.ts']);
  expect(filesUnder(root, 'no-such-folder', /./)).toEqual([]);
});
