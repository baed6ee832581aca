import { localDate } from '../../../src/domain/dates';
import { headline } from '../../../src/domain/headline';
import type { Pace, Standing } from '../../../src/domain/standing';

const today = localDate('2026-05-12');

function stands(pace: Pace, last: string | null = '2026-05-11'): Standing {
  const value = { state: 'fresh' as const, last: last === null ? null : localDate(last), dueOn: null };
  return {
    latest: null,
    reached: [],
    progress: null,
    expected: { progress: 0, value: null },
    gap: null,
    pace,
    confidence: null,
    needsDecision: false,
    freshness: { value, confidence: value },
    forecast: null,
  };
}

test.each([
  [
    [stands('ahead'), stands('on-pace'), stands('far-behind'), stands('unknown', '2026-05-03')],
    '2 of 4 on pace, 1 far behind, 1 unknown since 3 May',
  ],
  [[stands('behind'), stands('far-behind')], '0 of 2 on pace, 1 behind, 1 far behind'],
  // The oldest silence is the one that is named.
  [
    [stands('unknown', '2026-05-03'), stands('unknown', '2026-04-20'), stands('unknown', null)],
    '0 of 3 on pace, 2 unknown since 20 Apr, 1 not measured',
  ],
  [[stands('on-pace')], 'On pace'],
  [[stands('far-behind')], 'Far behind'],
  [[stands('unknown', '2026-05-03')], 'Unknown since 3 May'],
  [[stands('unknown', null)], 'Not measured'],
  [[], 'No key results yet'],
])('headline %#', (standings, said) => {
  expect(headline(standings, 'en-GB', today)).toBe(said);
});
