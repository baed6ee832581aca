/** How an objective stands in a few numbers: where hundreds of them are shown at once (design §3.5). */
import { rollUp, type RollUp } from './roll-up';
import type { Standing } from './standing';

/** The three signals, each on its own: outcome (the roll-up), confidence and freshness. */
export type Signals = RollUp & {
  /** The lowest anybody said of its key results; null: nobody said. */
  confidence: number | null;
  /** Key results whose value is stale, and whose value is due. */
  stale: number;
  due: number;
};

/** The signals of an objective with these key results. */
export function signalsOf(
  items: readonly {
    weight: number;
    standing: Pick<Standing, 'progress' | 'pace' | 'confidence' | 'freshness'>;
  }[],
): Signals {
  const said = items.flatMap(({ standing }) => standing.confidence?.value ?? []);
  const values = items.map(({ standing }) => standing.freshness.value.state);
  return {
    ...rollUp(items),
    confidence: said.length === 0 ? null : Math.min(...said),
    stale: values.filter((state) => state === 'stale').length,
    due: values.filter((state) => state === 'due').length,
  };
}

/**
 * The same as a row of numbers, since a map carries thousands: progress; key results ahead, on pace, behind, far behind,
 * unknown; measured; lowest confidence; stale; due.
 */
export type PackedSignals = readonly [
  number | null,
  number,
  number,
  number,
  number,
  number,
  number,
  number | null,
  number,
  number,
];

/** See `PackedSignals`. */
export function packSignals({ progress, byPace, measured, confidence, stale, due }: Signals): PackedSignals {
  return [
    progress,
    byPace.ahead,
    byPace['on-pace'],
    byPace.behind,
    byPace['far-behind'],
    byPace.unknown,
    measured,
    confidence,
    stale,
    due,
  ];
}

/** The signals that `packSignals` packed. */
export function unpackSignals(packed: PackedSignals): Signals {
  const [progress, ahead, onPace, behind, farBehind, unknown, measured, confidence, stale, due] = packed;
  return {
    progress,
    byPace: { ahead, 'on-pace': onPace, behind, 'far-behind': farBehind, unknown },
    measured,
    of: ahead + onPace + behind + farBehind + unknown,
    confidence,
    stale,
    due,
  };
}
