import { impactOf } from '../../../src/domain/impact';
import { addDays } from '../../../src/domain/dates';
import type { KeyResultDefinition } from '../../../src/domain/metric';
import { pictureOf } from '../../../static/app/src/features/impact/picture';
import { checkIn, day, defined, expecting, initiative, rise, work } from '../domain/build';

const first = day('2026-04-01');

/** A value every Wednesday from 1 April on; people got the work on Friday 8 May, between the sixth and the seventh. */
function picture(values: readonly number[], more: Partial<KeyResultDefinition> = {}) {
  const judged = initiative({
    live: { on: day('2026-05-08'), reason: 'released', by: initiative().attachedBy },
    work: work({ startedOn: day('2026-04-02') }),
    hypothesis: expecting(15, 0),
  });
  const impact = impactOf(
    {
      definition: defined(rise, more),
      cadence: 'weekly',
      checkIns: values.map((value, week) => checkIn(addDays(first, 7 * week), { value })),
      initiative: judged,
      initiatives: [judged],
      events: [],
    },
    day('2026-12-31'),
  );
  if (!impact) throw new Error('There is no impact yet.');
  return { impact, drawn: pictureOf(impact) };
}

const jump = [40, 41, 39.5, 40.5, 41.5, 40, 55, 56, 54.5, 55.5, 56.5, 55];

test('draws the values on either side, the trend through those before, and goes on with it dashed', () => {
  const { drawn, impact } = picture(jump);
  expect(drawn.points.map(({ use }) => use)).toEqual([
    ...Array<string>(6).fill('before'),
    ...Array<string>(6).fill('after'),
  ]);
  // From the first value to the last before, and from there to the last after.
  expect(drawn.trend.map(({ on }) => on)).toEqual(['2026-04-01', '2026-05-06']);
  expect(drawn.continued.map(({ on }) => on)).toEqual(['2026-05-06', '2026-06-17']);
  expect(drawn.continued[0]?.value).toBeCloseTo(drawn.trend[1]?.value ?? NaN, 9);
  const [begin, end] = drawn.noise;
  // Four standard deviations from edge to edge.
  expect((begin?.high ?? 0) - (begin?.low ?? 0)).toBeCloseTo(4 * (impact.trend?.noise ?? NaN), 9);
  expect(end?.on).toBe('2026-06-17');
  // The difference stands on the last day, upon the dashed line.
  expect(drawn.difference?.on).toBe('2026-06-17');
  expect(drawn.difference?.usual).toBeCloseTo(drawn.continued[1]?.value ?? NaN, 9);
  const [low, high] = drawn.extent;
  expect(low).toBeLessThan(39.5);
  expect(high).toBeGreaterThan((drawn.difference?.usual ?? 0) + (drawn.difference?.high ?? 0));
});

test('with too few values there is nothing but the dots', () => {
  const { drawn, impact } = picture(jump.slice(0, 8));
  expect(impact.verdict).toBe('too-early');
  expect(drawn.points.map(({ value, use }) => `${value} ${use}`)).toEqual([
    '40 before',
    '41 before',
    '39.5 before',
    '40.5 before',
    '41.5 before',
    '40 before',
    '55 after',
    '56 after',
  ]);
  expect(drawn).toMatchObject({ trend: [], continued: [], noise: [], difference: null });
});

test('what is left out is drawn too, with its reason', () => {
  // Seventeen weeks before: the thirteen nearest are compared.
  const long = [
    ...Array<number>(9)
      .fill(0)
      .map((_, week) => 38 + (week % 3)),
    ...jump,
  ];
  const judgedLater = initiative({
    live: { on: addDays(day('2026-05-08'), 63), reason: 'released', by: initiative().attachedBy },
    work: work({ startedOn: day('2026-04-02') }),
  });
  const impact = impactOf(
    {
      definition: defined(rise),
      cadence: 'weekly',
      checkIns: long.map((value, week) => checkIn(addDays(first, 7 * week), { value })),
      initiative: judgedLater,
      initiatives: [judgedLater],
      events: [],
    },
    day('2026-12-31'),
  );
  if (!impact) throw new Error('There is no impact yet.');
  const out = pictureOf(impact).points.flatMap((point) =>
    point.use === 'left-out' ? [`${point.on} ${point.why}`] : [],
  );
  expect(out).toEqual(['2026-04-01 far-away', '2026-04-08 far-away']);
});

test('gains of a running total stand on zero, over the days they were gained in', () => {
  // 10 a week, 20 a week from the seventh on; the first total has nothing to be compared with.
  const totals = [5, 15, 25, 35, 45, 55, 75, 95, 115, 135];
  const { drawn, impact } = picture(totals, { behaviour: { kind: 'running-total' } });
  expect(impact.gains).toBe(true);
  const second = drawn.points.find(({ on }) => on === '2026-04-08');
  expect(second).toMatchObject({ from: '2026-04-01', value: 10 });
  expect(drawn.extent[0]).toBeLessThanOrEqual(0);
});
