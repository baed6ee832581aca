/**
 * `npm run test:days`: everything that depends on the date, at each date of scripts/test-days.txt; with `-- --short` at the
 * three of them, with `-- 2028-02-29` at that one. Fails when a test fails or none ran.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { isLocalDate } from '../src/domain/dates';
import { testDateSetting } from '../test/builders/test-date';

interface Day {
  day: string;
  timeZone: string;
  short: boolean;
  why: string;
}

const root = path.join(__dirname, '..');

/** What depends on the date: the sample, cycles, pace, reminders, due dates, planning. */
const jestTests =
  'integration/days/|unit/sample|suggest-cycle|unit/domain/(pace|dates-and-slots|freshness|planning|reminder)';
/** The story of the first start: a team writes its first OKRs, and the sample is filled in. */
const browserTests = 'start.spec';

const jestReport = z.object({ numPassedTests: z.int(), numFailedTests: z.int() });
const browserReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
});

/** The dates of the list. Throws on a line that is none. */
export function readDays(text: string): Day[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, day, timeZone = '', star, why = ''] = /^(\S+) +(\S+) +(\* +)?(.+)$/.exec(line) ?? [];
      if (!isLocalDate(day) || why === '') throw new Error(`Not a date, a time zone and a reason: ${line}`);
      return { day, timeZone, short: star !== undefined, why };
    });
}

interface Run {
  passed: number;
  failed: number;
}

/** Runs a command on a day, with a file for its report; `failed` is at least 1 when it did not end well or ran nothing. */
function runOn(
  { day, timeZone }: Day,
  command: string,
  args: (report: string) => readonly string[],
  read: (report: unknown) => Run,
): Run {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-days-'));
  const report = path.join(folder, 'report.json');
  const env = {
    ...process.env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    TZ: timeZone,
    [testDateSetting]: day,
  };
  const { status } = spawnSync(path.join(root, 'node_modules/.bin', command), args(report), {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  const { passed, failed } = existsSync(report)
    ? read(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0 };
  rmSync(folder, { recursive: true, force: true });
  return { passed, failed: status === 0 && passed > 0 ? failed : Math.max(1, failed) };
}

const jestOn = (day: Day): Run =>
  runOn(
    day,
    'jest',
    (report) => [
      ...['--selectProjects', 'unit', 'integration', '--testPathPatterns', jestTests],
      ...['--json', '--outputFile', report, '--reporters', 'summary'],
    ],
    (report) => {
      const { numPassedTests, numFailedTests } = jestReport.parse(report);
      return { passed: numPassedTests, failed: numFailedTests };
    },
  );

const browserOn = (day: Day, story: readonly string[]): Run =>
  runOn(
    day,
    'playwright',
    () => ['test', browserTests, ...story, '--reporter', 'list,json'],
    (report) => {
      const { expected, unexpected, flaky } = browserReport.parse(report).stats;
      return { passed: expected, failed: unexpected + flaky };
    },
  );

function main(): void {
  const asked = process.argv.slice(2);
  const days = readDays(readFileSync(path.join(root, 'scripts/test-days.txt'), 'utf8')).filter(
    ({ day, short }) => asked.length === 0 || (asked.includes('--short') && short) || asked.includes(day),
  );
  if (days.length === 0) throw new Error(`The list has no ${asked.join(' ')}.`);
  // All of the first start, or what of it changes with the quarter's age.
  const story = asked.includes('--short') ? ['-g', 'filled with a sample company'] : [];
  let [passed, failed] = [0, 0];
  const wrong: string[] = [];
  for (const day of days) {
    console.log(`\n── ${day.day} in ${day.timeZone}: ${day.why}`);
    const [jest, browser] = [jestOn(day), browserOn(day, story)];
    passed += jest.passed + browser.passed;
    failed += jest.failed + browser.failed;
    console.log(`   ${jest.passed} tests and ${browser.passed} browser tests passed on ${day.day}.`);
    if (jest.failed + browser.failed > 0) wrong.push(day.day);
  }
  console.log(`\n${days.length} dates: ${days.map(({ day }) => day).join(', ')}`);
  console.log(`${passed} tests passed, ${failed} failed.`);
  if (wrong.length > 0) {
    console.error(`Failed on ${wrong.join(', ')}. To repeat one: npm run test:days -- ${wrong[0] ?? ''}`);
    process.exitCode = 1;
  }
}

if (require.main === module) main();
