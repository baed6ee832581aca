import { isLocalDate, type LocalDate } from '../../../../../src/domain/dates';
import { isAccountId, type AccountId, type KeyResultId } from '../../../../../src/domain/ids';
import type { CheckInInput } from '../../../../../src/domain/check-check-in';
import type { Milestone, MilestoneId } from '../../../../../src/domain/metric';
import { keep, listed, readKept } from '../../components/kept';
import { parseNumber } from '../../components/number-text';

/** A check-in as it is being typed: texts, not values yet. */
export type CheckInDraft = {
  noNumber: boolean;
  value: string;
  day: string;
  reached: string[];
  confidence: string;
  evidence: string;
  blocker: string;
  decision: string;
  decisionOwner: AccountId | null;
  decisionDueOn: string;
  ask: string;
  askOf: AccountId | null;
};

export type DraftField = 'value' | 'day' | 'confidence' | 'decision' | 'ask';

/** An empty check-in for `day`, with the milestones reached so far. */
export function emptyDraft(day: LocalDate, reached: MilestoneId[]): CheckInDraft {
  return {
    noNumber: false,
    value: '',
    day,
    reached,
    confidence: '',
    evidence: '',
    blocker: '',
    decision: '',
    decisionOwner: null,
    decisionDueOn: '',
    ask: '',
    askOf: null,
  };
}

/** What to record, or the fields to correct first. `milestones` null: the key result has a number. */
export function readDraft(
  draft: CheckInDraft,
  milestones: Milestone[] | null,
  locale: string,
): { ok: true; input: CheckInInput } | { ok: false; faults: DraftField[] } {
  const faults: DraftField[] = [];
  const fault = (field: DraftField): null => {
    faults.push(field);
    return null;
  };
  const written = draft.value.trim() !== '' && !draft.noNumber && milestones === null;
  const value = written ? (parseNumber(draft.value, locale) ?? fault('value')) : null;
  if (milestones === null && !written && !draft.noNumber) fault('value');
  const day = isLocalDate(draft.day) ? draft.day : fault('day');
  const confidence =
    draft.confidence.trim() === '' ? null : (wholeTo10(draft.confidence) ?? fault('confidence'));
  const { decisionOwner: owner, decisionDueOn: dueOn, askOf: of } = draft;
  const decision =
    draft.decision.trim() === ''
      ? null
      : owner !== null && isLocalDate(dueOn)
        ? { text: draft.decision.trim(), owner, dueOn }
        : fault('decision');
  const ask = draft.ask.trim() === '' ? null : of !== null ? { text: draft.ask.trim(), of } : fault('ask');
  if (faults.length > 0 || day === null) return { ok: false, faults };
  const reached = milestones?.map(({ id }) => id).filter((id) => draft.reached.includes(id)) ?? null;
  const { evidence, blocker } = draft;
  return { ok: true, input: { day, value, reached, confidence, evidence, blocker, decision, ask } };
}

/** A whole number from 0 to 10; null for anything else. */
export function wholeTo10(text: string): number | null {
  return /^(10|[0-9])$/.test(text.trim()) ? Number(text) : null;
}

const nameOf = (id: KeyResultId) => `check-in.${id}`;

/**
 * Keeps a half typed check-in on this machine. Of `empty`, with which it began, nothing is kept: a day that nobody chose
 * is the one on which it is recorded, and what others recorded meanwhile is not taken back.
 */
export function keepDraft(id: KeyResultId, draft: CheckInDraft, empty: CheckInDraft): void {
  keep(nameOf(id), {
    ...draft,
    day: draft.day === empty.day ? null : draft.day,
    reached: draft.reached.filter((one) => !empty.reached.includes(one)),
    taken: empty.reached.filter((one) => !draft.reached.includes(one)),
  });
}

/** Forgets it: it was recorded, or is given up. */
export function forgetDraft(id: KeyResultId): void {
  keep(nameOf(id), null);
}

const texts = ['value', 'confidence', 'evidence', 'blocker', 'decision', 'ask'] as const;

/** Whether something of a check-in is typed and not recorded. */
export function isHalfTyped(id: KeyResultId): boolean {
  return readHalfTyped(id) !== null;
}

function readHalfTyped(id: KeyResultId) {
  const kept = readKept(nameOf(id));
  if (kept === null) return null;
  const isTyped =
    kept.noNumber === true ||
    [...listed(kept.reached), ...listed(kept.taken)].length > 0 ||
    texts.some((name) => written(kept[name]).trim() !== '');
  return isTyped ? kept : null;
}

/** The half typed check-in kept earlier, laid over an empty one; null when there is none. */
export function keptDraft(id: KeyResultId, empty: CheckInDraft): CheckInDraft | null {
  const kept = readHalfTyped(id);
  if (kept === null) return null;
  const person = (value: unknown) => (isAccountId(value) ? value : null);
  const taken = listed(kept.taken);
  return {
    noNumber: kept.noNumber === true,
    value: written(kept.value),
    day: isLocalDate(kept.day) ? kept.day : empty.day,
    reached: [...new Set([...empty.reached, ...listed(kept.reached)])].filter((one) => !taken.includes(one)),
    confidence: written(kept.confidence),
    evidence: written(kept.evidence),
    blocker: written(kept.blocker),
    decision: written(kept.decision),
    decisionOwner: person(kept.decisionOwner),
    decisionDueOn: written(kept.decisionDueOn),
    ask: written(kept.ask),
    askOf: person(kept.askOf),
  };
}

const written = (value: unknown): string => (typeof value === 'string' ? value : '');
