import { corrected, type Correction } from '../../../src/domain/correction';
import { instant } from '../../../src/domain/dates';
import type { AccountId, CheckInId, CorrectionId } from '../../../src/domain/ids';
import { measurements } from '../../../src/domain/measurements';
import { progressOf } from '../../../src/domain/progress';
import { checkIn, day, defined, record, rise } from './build';

const correction = (about: CheckInId, turn: number, value: number | null): Correction => ({
  id: `x${turn}` as CorrectionId,
  about,
  turn,
  from: 0,
  value,
  why: 'Counted twice.',
  by: 'ada' as AccountId,
  at: instant(0),
});

const first = checkIn('2026-04-07', { value: 44 });
const second = checkIn('2026-04-14', { value: 60 });

test('the last turn counts, in whatever order corrections come', () => {
  const said = [correction(second.id, 2, 52), correction(second.id, 1, 50)];
  expect(corrected([first, second], said).map(({ value }) => value)).toEqual([44, 52]);
});

test('a value taken back was not measured: the one before it is the last', () => {
  const left = corrected([first, second], [correction(second.id, 1, null)]);
  expect(measurements(defined(rise), left, day('2026-05-12')).map(({ value }) => value)).toEqual([44]);
  // From 40 to 80: 44 is a tenth of the way.
  expect(progressOf(record(defined(rise), left), day('2026-05-12'))?.raw).toBeCloseTo(0.1);
});

test('what was corrected to the same place as another keeps its own day', () => {
  const [, after] = corrected([first, second], [correction(second.id, 1, 44)]);
  expect(after).toEqual({ ...second, value: 44 });
});
