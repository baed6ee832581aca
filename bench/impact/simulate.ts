import { impactOf } from '../../src/domain/impact';
import { barred, reported, type Family } from './families';
import { delayed, earlierWork, fasterTotal, ramp, redefined, step, together } from './effects';
import { randomFrom, type Random } from './random';
import { segmented, type Statistic } from './rivals';
import { lastDay, toInput, type Series } from './series';
import { emptyTally, judged, shareOf, type Share, type Tally } from './tally';

/** Values before and after, as design §3.8 has them, with the least and the most there are. */
export const sizes = [
  [3, 3],
  [4, 4],
  [6, 6],
  [9, 4],
  [13, 13],
] as const;

/** The verdicts on `runs` series. */
export function verdictsOn(make: (random: Random) => Series, runs: number, seed: number): Tally {
  const random = randomFrom(seed);
  const tally = emptyTally();
  for (let run = 0; run < runs; run += 1) {
    const series = make(random);
    const impact = impactOf(toInput(series), lastDay(series));
    if (!impact) throw new Error('The simulated work is not live.');
    tally[impact.verdict] += 1;
  }
  return tally;
}

/** False verdicts of one no-effect family at one size, and what the reference says of the same series unprepared. */
export type FalseRow = {
  family: string;
  barred: boolean;
  before: number;
  after: number;
  ours: Share;
  judged: Share;
  reference: Share;
};

/** Every no-effect family at every size. */
export function falseVerdicts(
  runs: number,
  thresholds: ReadonlyMap<string, number>,
  done: (row: FalseRow) => void,
): FalseRow[] {
  const families = [
    ...Object.entries(barred).map(([name, family]) => ({ name, family, isBarred: true })),
    ...Object.entries(reported).map(([name, family]) => ({ name, family, isBarred: false })),
  ];
  return families.flatMap(({ name, family, isBarred }, index) =>
    sizes.map(([before, after]) => {
      const seed = 100 * index + before + after;
      const tally = verdictsOn((random) => family(random, before, after), runs, seed);
      const threshold = thresholds.get(`${before}+${after}`) ?? Infinity;
      const row: FalseRow = {
        family: name,
        barred: isBarred,
        before,
        after,
        ours: shareOf(tally.moved + tally['moved-wrong-way'], judged(tally)),
        judged: shareOf(judged(tally), runs),
        reference: rivalFalse(family, segmented, threshold, { before, after, runs, seed }),
      };
      done(row);
      return row;
    }),
  );
}

function rivalFalse(
  family: Family,
  statistic: Statistic,
  threshold: number,
  { before, after, runs, seed }: { before: number; after: number; runs: number; seed: number },
): Share {
  const random = randomFrom(seed);
  let hits = 0;
  let tried = 0;
  for (let run = 0; run < runs; run += 1) {
    const { points, live } = family(random, before, after);
    const size = statistic(
      points.map(({ value }) => value),
      points.filter(({ day }) => day <= live).length,
    );
    if (Number.isNaN(size)) continue;
    tried += 1;
    if (Math.abs(size) > threshold) hits += 1;
  }
  return shareOf(hits, tried);
}

/** A truth by name, and how to make a series of it. */
export type Truth = { truth: string; make: (random: Random) => Series };

/** What is so, in a quarter of 6 + 6 values, with the effect the people expected as the hypothesis. */
export const truths: readonly Truth[] = [
  { truth: 'nothing; 2σ expected', make: expecting(2, (random) => step(random, 6, 6, 0)) },
  { truth: 'nothing; 5σ expected', make: expecting(5, (random) => step(random, 6, 6, 0)) },
  { truth: 'nothing; none expected', make: (random) => step(random, 6, 6, 0) },
  ...[1, 2, 3, 4, 5].map((size): Truth => ({
    truth: `step of ${size}σ, as expected`,
    make: expecting(size, (random) => step(random, 6, 6, size)),
  })),
  { truth: 'step of −3σ; 3σ expected', make: expecting(3, (random) => step(random, 6, 6, -3)) },
  { truth: 'ramp to 3σ over 4 weeks', make: expecting(3, (random) => ramp(random, 6, 6, 3, 4)) },
  { truth: 'ramp to 5σ over 6 weeks', make: expecting(5, (random) => ramp(random, 6, 6, 5, 6)) },
  { truth: '4σ after 2 weeks, lag stated', make: (random) => delayed(random, 6, 6, 4, 2) },
  { truth: 'running total: 4σ a week', make: (random) => fasterTotal(random, 6, 6, 4) },
  { truth: 'step of 4σ, with one other', make: (random) => together(random, 6, 6, 4, 2) },
  { truth: 'step of 4σ, with four others', make: (random) => together(random, 6, 6, 4, 5) },
  { truth: 'nothing; other work 8 weeks before, 4σ', make: (random) => earlierWork(random, 13, 6, 4) },
  { truth: 'nothing; redefined 6 weeks before, 4σ', make: (random) => redefined(random, 12, 6, 4) },
  { truth: 'step of 4σ, 4 + 2 values', make: (random) => step(random, 4, 2, 4) },
  { truth: 'step of 4σ, 2 + 6 values', make: (random) => step(random, 2, 6, 4) },
];

function expecting(effect: number, make: (random: Random) => Series): (random: Random) => Series {
  return (random) => ({ ...make(random), hypothesis: { effect, lagDays: 0 } });
}

/** How often flat series are ever said to have moved when somebody looks every week from 3 to `after` values after. */
export function everFalse(before: number, after: number, runs: number): Share {
  const random = randomFrom(77);
  const flat = barred.flat;
  let ever = 0;
  for (let run = 0; flat && run < runs; run += 1) {
    const whole = flat(random, before, after);
    const moved = Array.from({ length: after - 2 }, (_, index) => before + 3 + index).some((count) => {
      const series = { ...whole, points: whole.points.slice(0, count) };
      const verdict = impactOf(toInput(series), lastDay(series))?.verdict;
      return verdict === 'moved' || verdict === 'moved-wrong-way';
    });
    if (moved) ever += 1;
  }
  return shareOf(ever, runs);
}
