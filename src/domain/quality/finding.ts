/** What the quality review finds (design §3.10). What a finding says to a person is worded where it is shown. */
import type { Unit } from '../metric';
import type { Span } from './words';

/** Rules about what a draft is made of: each may keep a cycle from starting where the site says so (design §3.12). */
export const blockableRules = [
  ...(['O1', 'O2', 'O3', 'O4', 'O5', 'O6', 'O7'] as const),
  ...(['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8', 'K9', 'K10', 'K11', 'K12'] as const),
  ...(['S1', 'S2', 'S3', 'S4'] as const),
] as const;
export type BlockableRule = (typeof blockableRules)[number];

export const ruleIds = [...blockableRules, 'I1'] as const;
export type RuleId = (typeof ruleIds)[number];

/** `fail`: does not do what an OKR is for; `warn`: worth a second look; `ask`: a question only people can answer. */
export type Severity = 'fail' | 'warn' | 'ask';

/** What exactly is the matter, one sentence each in the screens' texts. */
export type FindingCase =
  | 'O1-number'
  | 'O1-metric'
  | 'O2-task'
  | 'O2-label'
  | 'O2-direction'
  | 'O3-long'
  | 'O3-filler'
  | 'O4-owner'
  | 'O5-many'
  | 'O5-too-many'
  | 'O6-unsaid'
  | 'O6-copied'
  | 'O7-customers'
  | 'K1-no-number'
  | 'K1-not-yet'
  | 'K2-no-start'
  | 'K2-in-words'
  | 'K3-task'
  | 'K3-milestones'
  | 'K4-vague'
  | 'K5-activity'
  | 'K6-empty'
  | 'K6-parts'
  | 'K7-owner'
  | 'K8-few'
  | 'K8-many'
  | 'K9-lagging'
  | 'K10-direction'
  | 'K10-numbers'
  | 'K10-words'
  | 'K11-reached'
  | 'K11-same'
  | 'K11-far'
  | 'K11-share'
  | 'K12-twice'
  | 'S1-many'
  | 'S2-unconnected'
  | 'S3-safe'
  | 'S3-fantasy'
  | 'S4-publish'
  | 'S4-week-2'
  | 'I1-outcome'
  | 'I1-no-verb';

/** Which part of a definition text is missing (K6). */
export type DefinitionPart = 'counts' | 'not' | 'source' | 'serves';

/** What one click can do about it. */
export type Fix =
  | { kind: 'make-initiative' }
  /** The whole sentence, rewritten. */
  | { kind: 'replace'; text: string }
  /** The numbers of the sentence go into the fields. `unit` null: it does not say one, or not exactly. */
  | { kind: 'numbers'; start: number; target: number; unit: Unit | null }
  /** Headings to write under, beneath what is there. */
  | { kind: 'definition'; parts: DefinitionPart[] }
  | { kind: 'own' };

export type ReviewFinding = {
  rule: RuleId;
  severity: Severity;
  case: FindingCase;
  /** Where in the title; null: not in its words. */
  span: Span | null;
  /** The words there, in lower case; else what tells this finding from others of its rule. A dismissal is of these words. */
  words: string;
  fix: Fix | null;
  /** Numbers and keys that the sentence about it names. */
  values: Record<string, string | number>;
  /** K6: what is missing. */
  parts?: DefinitionPart[];
};

type Rest = Partial<Omit<ReviewFinding, 'rule' | 'case' | 'severity'>>;

/** A finding in the words of `title` at `span`. */
export function finding(
  is: FindingCase,
  severity: Severity,
  title: string,
  span: Span | null,
  rest: Rest = {},
): ReviewFinding {
  const words = span === null ? '' : title.slice(span.from, span.to).toLowerCase();
  return { rule: ruleOf(is), severity, case: is, span, words, fix: null, values: {}, ...rest };
}

/** The rule a case belongs to. */
function ruleOf(is: FindingCase): RuleId {
  const id = is.slice(0, is.indexOf('-'));
  const rule = ruleIds.find((one) => one === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}

const order: Record<Severity, number> = { fail: 0, warn: 1, ask: 2 };

/** The gravest first; of equal ones as the rules are listed. */
export function bySeverity(findings: readonly ReviewFinding[]): ReviewFinding[] {
  return [...findings].sort(
    (a, b) => order[a.severity] - order[b.severity] || ruleIds.indexOf(a.rule) - ruleIds.indexOf(b.rule),
  );
}

/** A dismissal of one finding of something: it holds while the same words trigger the same rule. */
export type Dismissed = { rule: RuleId; words: string };

/** Whether somebody dismissed this finding. */
export function isDismissed(found: ReviewFinding, dismissed: readonly Dismissed[]): boolean {
  return dismissed.some(({ rule, words }) => rule === found.rule && words === found.words);
}
