import { headline } from '../../../src/domain/headline';
import { defaultRules as rules } from '../../../src/domain/rules';
import { standing } from '../../../src/domain/standing';
import { day, defined, record, rise, values } from './build';

/** 21 May: half way between 1 April and 10 July. */
const today = day('2026-05-21');
const of = (byDay: Record<string, number>) =>
  standing(record(defined(rise, { dueOn: day('2026-07-10') }), values(byDay)), rules, today);
const ahead = of({ '2026-05-19': 75 });
const onPace = of({ '2026-05-19': 60 });
const behind = of({ '2026-05-19': 56 }); // 0.4 − 0.5
const farBehind = of({ '2026-05-19': 45 });
const staleSince3May = of({ '2026-05-03': 60 });
const staleSince1May = of({ '2026-05-01': 60 });
const unmeasured = of({});

test.each([
  [[onPace, ahead, farBehind, staleSince3May], '2 of 4 on pace, 1 far behind, 1 unknown since 3 May'],
  [[onPace, staleSince3May, staleSince1May], '1 of 3 on pace, 2 unknown since 1 May'],
  [[behind, unmeasured], '0 of 2 on pace, 1 behind, 1 not measured'],
  [[farBehind], 'Far behind'],
  [[staleSince3May], 'Unknown since 3 May'],
  [[], 'No key results yet'],
])('case %#', (standings, text) => {
  expect(headline(standings, 'en-GB', today)).toBe(text);
});
