import { randomUUID } from 'node:crypto';
import type { CyclePhase } from '../../../src/contract/readings';
import { instant, localDate } from '../../../src/domain/dates';
import type { CycleRecord } from '../../../src/storage/records';
import { runningCycle } from '../../../src/usecases/overview/choose-place';
import * as id from '../../../src/contract/inputs';

const now = instant(Date.parse('2026-11-22T09:00:00Z'));

/** "Q4 2026" and the like, and whole years, in a phase. */
function cycle(name: string, phase: CyclePhase): CycleRecord {
  const [quarter, year = quarter] = name.split(' ');
  const [startsOn, endsOn] = {
    Q1: ['01-01', '03-31'],
    Q2: ['04-01', '06-30'],
    Q4: ['10-01', '12-31'],
  }[quarter ?? ''] ?? ['01-01', '12-31'];
  return {
    id: id.cycleId.parse(randomUUID()),
    version: 1,
    name,
    startsOn: localDate(`${year ?? ''}-${startsOn ?? ''}`),
    endsOn: localDate(`${year ?? ''}-${endsOn ?? ''}`),
    phase,
    parentId: null,
  };
}

test.each<[string, CycleRecord[], string | null]>([
  ['nothing', [], null],
  [
    'of a year and its quarter that run, the quarter',
    [cycle('Q4 2026', 'active'), cycle('2026', 'active')],
    'Q4 2026',
  ],
  ['what runs, before any draft', [cycle('Q1 2027', 'draft'), cycle('2026', 'active')], '2026'],
  ['what is scored, before any draft', [cycle('Q1 2027', 'draft'), cycle('Q2 2026', 'scoring')], 'Q2 2026'],
  [
    'of a year that was planned, what comes next and not what comes last',
    [cycle('Q4 2027', 'draft'), cycle('Q2 2027', 'draft'), cycle('2027', 'draft'), cycle('Q1 2027', 'draft')],
    'Q1 2027',
  ],
  ['the draft whose days these are', [cycle('Q1 2027', 'draft'), cycle('Q4 2026', 'draft')], 'Q4 2026'],
  ['a draft that nobody started, when nothing comes after it', [cycle('Q2 2026', 'draft')], 'Q2 2026'],
  ['the last one that is closed', [cycle('Q2 2026', 'closed'), cycle('Q1 2026', 'closed')], 'Q2 2026'],
])('opens %s', (_, cycles, name) => {
  expect(runningCycle(cycles, now)?.name ?? null).toBe(name);
});
