import { sayMismatch } from '../../../src/domain/say-mismatch';
import type { Mismatch } from '../../../src/domain/standing';
import { day } from './build';

test.each<[Mismatch, string, string]>([
  [
    { kind: 'finished-but-flat', gained: 0.02, initiatives: 1 },
    'The work attached is done and had time to show, yet the number gained 2% of the way.',
    'Decide what to try instead',
  ],
  [
    { kind: 'finished-but-flat', gained: -0.01, initiatives: 3 },
    'All 3 initiatives are done and had time to show, yet the number lost 1% of the way.',
    'Decide what to try instead',
  ],
  [
    { kind: 'moving-without-work', gained: 0.17 },
    'The number gained 17% of the way, and no work is attached.',
    'Attach what moved it',
  ],
  [
    { kind: 'no-initiative', cadences: 3 },
    'No work attached after 3 check-in intervals.',
    'Attach what should move it',
  ],
  [
    { kind: 'reached-but-running', running: 1 },
    'Reached, and 1 initiative is still under way.',
    'Decide whether it goes on',
  ],
  [
    { kind: 'initiative-overdue', daysOver: 1 },
    'An initiative is 1 day too late to show before the due date.',
    'Change the plan',
  ],
  [
    { kind: 'done-not-judged', initiatives: 2 },
    '2 initiatives are done, and nobody has said whether the number moved.',
    'Give your verdict',
  ],
  [
    { kind: 'goal-changed', on: day('2025-12-09') },
    'Start, target, metric or due date changed on 9 Dec 2025, after the cycle began.',
    'Read why',
  ],
])('%j', (mismatch, what, act) => {
  expect(sayMismatch(mismatch, 'en-GB', day('2026-05-12'))).toEqual({ what, act });
});
