/** A person's forward look, and what it asks for (design §3.3). Never computed from anything. */
import type { CheckIn } from './check-in';
import type { LocalDate } from './dates';
import { byMadeOn } from './measurements';
import type { ConfidenceSignal } from './standing';

/** At this confidence or lower a check-in asks for a blocker and a decision. */
export const lowConfidence = 3;

/** 0–3 red, 4–6 amber, 7–10 green. Source: design §3.3. */
export function toneOf(confidence: number): ConfidenceSignal['tone'] {
  if (confidence <= lowConfidence) return 'red';
  return confidence < 7 ? 'amber' : 'green';
}

/**
 * The confidence last said, with its change from the day it was said before. Of several said on one day the later
 * recorded counts. null: nobody said any. Source: design §3.3.
 */
export function confidenceOf(checkIns: readonly CheckIn[], today: LocalDate): ConfidenceSignal | null {
  const lastOfDay = new Map<LocalDate, number>();
  for (const { madeOn, confidence } of [...checkIns].sort(byMadeOn)) {
    if (confidence !== null && madeOn <= today) lastOfDay.set(madeOn, confidence);
  }
  const said = [...lastOfDay];
  const last = said.at(-1);
  if (!last) return null;
  const [on, value] = last;
  const before = said.at(-2);
  return { value, on, tone: toneOf(value), change: before ? value - before[1] : null };
}

/** A drop of 3 or more raises "talk about this". Source: design §3.3. */
export function asksToTalk(confidence: ConfidenceSignal | null): boolean {
  return (confidence?.change ?? 0) <= -3;
}

/**
 * What a check-in still owes at this confidence: a blocker, and a decision (change an initiative, a trade-off, or an
 * ask for help). Asked for, never forced. Source: design §3.3.
 */
export function owes(checkIn: Pick<CheckIn, 'confidence' | 'blocker' | 'decision' | 'ask'>): {
  blocker: boolean;
  decision: boolean;
} {
  const low = checkIn.confidence !== null && checkIn.confidence <= lowConfidence;
  return {
    blocker: low && checkIn.blocker.trim() === '',
    decision: low && checkIn.decision === null && checkIn.ask === null,
  };
}

/**
 * "No decision yet": confidence stands at 3 or lower, and no check-in of that day or later decided anything or asked
 * anybody for help. Source: design §3.3.
 */
export function needsDecision(checkIns: readonly CheckIn[], today: LocalDate): boolean {
  const confidence = confidenceOf(checkIns, today);
  if (!confidence || confidence.value > lowConfidence) return false;
  return !checkIns.some(
    ({ madeOn, decision, ask }) =>
      madeOn >= confidence.on && madeOn <= today && (decision !== null || ask !== null),
  );
}
