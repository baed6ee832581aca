/** The short form of `npm run bench:impact`: the same series, fewer of them. */
import { barred } from '../../../bench/impact/families';
import { step, together } from '../../../bench/impact/effects';
import { randomFrom } from '../../../bench/impact/random';
import { segmented, thresholdOf } from '../../../bench/impact/rivals';
import { verdictsOn } from '../../../bench/impact/simulate';
import { judged, shareOf } from '../../../bench/impact/tally';

const runs = 400;

describe('verdicts on simulated key results', () => {
  it.each(Object.entries(barred))('are false in at most 5 % where the work did nothing: %s', (_, family) => {
    const tally = verdictsOn((random) => family(random, 6, 6), runs, 6);
    const falseOnes = shareOf(tally.moved + tally['moved-wrong-way'], judged(tally));
    // Of so few series, more than 5 % is shown only by a lower bound above it.
    expect(falseOnes.low).toBeLessThan(0.05);
    expect(judged(tally)).toBeGreaterThan(runs / 2);
  });

  it('would be seen to be false: values as they are, of running totals and averages, fail the same bar', () => {
    const threshold = thresholdOf(segmented, 6, 6, 2000);
    for (const name of ['running total', 'four-week average', 'retyped half the time']) {
      const random = randomFrom(6);
      const hits = Array.from({ length: runs }, () => barred[name]?.(random, 6, 6)).filter((series) => {
        const values = series?.points.map(({ value }) => value) ?? [];
        const before = series?.points.filter(({ day }) => day <= series.live).length ?? 0;
        return Math.abs(segmented(values, before)) > threshold;
      }).length;
      expect(shareOf(hits, runs).low).toBeGreaterThan(0.05);
    }
  });

  it('find three of four steps of 4 σ with 6 + 6 values, and none the wrong way', () => {
    const tally = verdictsOn((random) => step(random, 6, 6, 4), runs, 4);
    expect(shareOf(tally.moved, runs).high).toBeGreaterThan(0.78);
    expect(tally['moved-wrong-way']).toBe(0);
  });

  it.each([2, 3, 4, 5])('never separate %s that came together', (count) => {
    const tally = verdictsOn((random) => together(random, 6, 6, 4, count), runs, count);
    expect(tally['cannot-separate']).toBe(runs);
  });
});
