/** Series in which the truth is an effect, or something that nobody could tell from one. Noise is 1 (design §3.8). */
import { noise } from './families';
import type { Random } from './random';
import { week, weekly, type Series } from './series';

/** A step of `size` the day people get the work. */
export function step(random: Random, before: number, after: number, size: number): Series {
  return shaped(random, before, after, (slots) => (slots > 0 ? size : 0));
}

/** An effect that grows for `over` weeks to `size`. */
export function ramp(random: Random, before: number, after: number, size: number, over: number): Series {
  return shaped(random, before, after, (slots) => size * Math.min(1, Math.max(0, slots / over)));
}

/** A step that shows `weeks` after live, as the hypothesis said. */
export function delayed(random: Random, before: number, after: number, size: number, weeks: number): Series {
  const series = shaped(random, before, after + weeks, (slots) => (slots > weeks ? size : 0));
  return { ...series, hypothesis: { effect: size, lagDays: weeks * week } };
}

/** A step in one week's values of a running total, from then on: `size` more every week. */
export function fasterTotal(random: Random, before: number, after: number, size: number): Series {
  let total = 0;
  const gains = noise(random, before + 1 + after).map(
    (gain, index) => 5 + gain + (index > before ? size : 0),
  );
  const series = weekly([0, ...gains.map((gain) => (total += gain))], before + 1);
  return { ...series, behaviour: { kind: 'running-total' } };
}

/** A step of which `count` − 1 other pieces of work, or outside events, went live within two weeks. */
export function together(random: Random, before: number, after: number, size: number, count: number): Series {
  const series = step(random, before, after, size);
  const near = () => series.live + random.whole(-2 * week, 2 * week);
  const others = Array.from({ length: count - 1 }, near);
  return random.uniform() < 0.5
    ? { ...series, others: others.map((live) => ({ live })) }
    : { ...series, events: others.map((on) => ({ kind: 'campaign', on })) };
}

/** A step of another piece of work eight weeks before: its own did nothing. */
export function earlierWork(random: Random, before: number, after: number, size: number): Series {
  const earlier = before - 8;
  const values = noise(random, before + after).map((value, index) => value + (index >= earlier ? size : 0));
  return { ...weekly(values, before), others: [{ live: (earlier - 1) * week + 3 }] };
}

/** What is counted changed six weeks before live, by `size`: the work did nothing. */
export function redefined(random: Random, before: number, after: number, size: number): Series {
  const changed = before - 6;
  const values = noise(random, before + after).map((value, index) => value + (index >= changed ? size : 0));
  return { ...weekly(values, before), events: [{ kind: 'definition', on: changed * week }] };
}

/** `effect` by measurements since live: the first after it is about half a week later. */
function shaped(random: Random, before: number, after: number, effect: (slots: number) => number): Series {
  const values = noise(random, before + after);
  return weekly(
    values.map((value, index) => value + effect(index - before + 1)),
    before,
  );
}
