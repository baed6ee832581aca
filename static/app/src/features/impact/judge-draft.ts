import type { Input } from '../../../../../src/contract/calls';
import type { InitiativeReading } from '../../../../../src/contract/readings';
import type { Impact, ImpactVerdict } from '../../../../../src/domain/impact';
import { computedOf, type WorkDecision } from '../../../../../src/domain/judgement';

/** What somebody says while they judge. `stance` null: nothing computed can be accepted or replaced yet. */
export type JudgeDraft = {
  stance: 'accept' | 'own' | 'none';
  own: ImpactVerdict | null;
  decision: WorkDecision | null;
  reason: string;
};

/** Verdicts a person can hold of work that people have got; the others say only that values are missing. */
export const ownVerdicts: readonly ImpactVerdict[] = [
  'moved',
  'no-visible-effect',
  'moved-wrong-way',
  'could-not-see',
  'cannot-separate',
];

/** How judging begins: with the computed verdict where there is one that can be given. */
export function beginDraft(impact: Impact | null): JudgeDraft {
  const ready = impact !== null && ownVerdicts.includes(impact.verdict);
  return { stance: ready ? 'accept' : 'none', own: null, decision: null, reason: '' };
}

/** What is sent; null where they want a verdict of their own and have not chosen it. */
export function judgementOf(
  { stance, own, decision, reason }: JudgeDraft,
  impact: Impact | null,
  { id }: InitiativeReading,
): Omit<Input<'initiative.judge'>, 'id'> | null {
  if (stance === 'own' && own === null) return null;
  const verdict = { accept: impact?.verdict ?? null, own, none: null }[stance];
  return { initiativeId: id, seen: impact && computedOf(impact), verdict, decision, reason };
}
