import { isLocalDate, type LocalDate } from '../../../../../src/domain/dates';
import { isAccountId, type AccountId, type KeyResultId } from '../../../../../src/domain/ids';
import type { CheckInInput } from '../../../../../src/domain/check-check-in';
import type { Milestone, MilestoneId } from '../../../../../src/domain/metric';
import { keep, readKept } from '../../components/kept';
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

/** Keeps a half typed check-in on this machine. */
export function keepDraft(id: KeyResultId, draft: CheckInDraft | null): void {
  keep(nameOf(id), draft);
}

/** Whether something of a check-in is typed and not recorded. */
export function isHalfTyped(id: KeyResultId): boolean {
  const kept = readKept(nameOf(id));
  const texts = [kept?.value, kept?.confidence, kept?.evidence, kept?.blocker, kept?.decision, kept?.ask];
  return kept?.noNumber === true || texts.some((text) => typeof text === 'string' && text.trim() !== '');
}

/** The half typed check-in kept earlier, laid over an empty one; null when there is none. */
export function keptDraft(id: KeyResultId, empty: CheckInDraft): CheckInDraft | null {
  const kept = readKept(nameOf(id));
  if (kept === null) return null;
  const text = (name: keyof CheckInDraft, or: string) => {
    const value = kept[name];
    return typeof value === 'string' ? value : or;
  };
  const person = (value: unknown) => (isAccountId(value) ? value : null);
  return {
    ...empty,
    noNumber: kept.noNumber === true,
    value: text('value', ''),
    confidence: text('confidence', ''),
    evidence: text('evidence', ''),
    blocker: text('blocker', ''),
    decision: text('decision', ''),
    decisionOwner: person(kept.decisionOwner),
    decisionDueOn: text('decisionDueOn', ''),
    ask: text('ask', ''),
    askOf: person(kept.askOf),
  };
}
