import type { CallName, Input, Output } from '../../../../../src/contract/calls';
import type { Result } from '../../../../../src/contract/result';
import type { IssueId } from '../../../../../src/domain/ids';
import type { MadeIssue, RefusedAssignee } from '../../rpc/jira-create';
import { requestOf, type ImportPlace } from './ids';
import type { NewIssue, Step } from './plan';

/**
 * What became of a step. `held`: not tried, since what it belongs to was not made. `refused`: the issue was made in this
 * import without the assignee it should have.
 */
export type Outcome =
  | ({ state: 'made' | 'there' } & OfIssue)
  | ({ state: 'failed'; message: string } & OfIssue)
  | { state: 'held' };
type OfIssue = { issueId: IssueId | null; refused: RefusedAssignee | null };
export type Outcomes = ReadonlyMap<string, Outcome>;

/** What an import reaches: Waymark's calls, and Jira as the viewer. */
export type Doors = {
  call: <N extends CallName>(name: N, input: Input<N>) => Promise<Result<Output<N>>>;
  /** The issue that carries a label; null when none does. */
  findLabelled: (label: string) => Promise<IssueId | null>;
  /** `unheard`: it was asked for and no answer came, so that it may be there. */
  createIssue: (issue: NewIssue) => Promise<MadeIssue | 'unheard'>;
};

type InitiativeStep = Extract<Step, { kind: 'initiative' }>;

/** What is known of the issues this import asked Jira for, by label: they themselves, or when one was asked for in vain. */
export type IssuesAsked = Map<string, MadeIssue | { unheardAt: number }>;

/** Jira's search finds a new issue some seconds late; only after this long does "not found" mean "not made". */
const searchIsSureAfterMs = 60_000;

type Run = {
  steps: readonly Step[];
  place: ImportPlace;
  /** What an earlier run of these steps left; only what is not made is done. */
  before: Outcomes;
  issues: IssuesAsked;
  /** Milliseconds of a clock. */
  now: () => number;
  doors: Doors;
  /** What to tell the person of an issue that may have been made. */
  unheard: string;
  /** What to tell the person of an error that was thrown. */
  say: (error: unknown) => string;
  /** Asked between two steps. */
  stopped: () => boolean;
  onStep: (step: Step) => void;
};

/**
 * Makes what is not there, one after the other. A step that fails says why and the others go on, but for those that
 * belong to it. Ids and requests are the items' own, so that any part may be done again.
 */
export async function runImport(run: Run): Promise<Outcomes> {
  const outcomes = new Map(run.before);
  for (const step of run.steps) {
    if (run.stopped()) break;
    const known = outcomes.get(step.id);
    if (known?.state === 'made' || known?.state === 'there') continue;
    if (step.there) {
      outcomes.set(step.id, { state: 'there', issueId: knownIssue(step), refused: null });
      continue;
    }
    run.onStep(step);
    outcomes.set(step.id, heldBack(step, outcomes) ? { state: 'held' } : await make(step, run));
  }
  return outcomes;
}

function heldBack(step: Step, outcomes: Outcomes): boolean {
  if (step.kind === 'objective') return false;
  const above = outcomes.get(step.kind === 'key-result' ? step.objectiveId : step.keyResultId);
  return above?.state !== 'made' && above?.state !== 'there';
}

function knownIssue(step: Step): IssueId | null {
  return step.kind === 'initiative' && step.issue.kind === 'known' ? step.issue.issueId : null;
}

async function make(step: Step, run: Run): Promise<Outcome> {
  let of: OfIssue = { issueId: null, refused: null };
  try {
    if (step.kind === 'initiative') {
      const issue = await issueFor(step, run);
      if (issue === 'unheard') return { state: 'failed', message: run.unheard, ...of };
      of = { issueId: issue.id, refused: issue.refused };
    }
    const answer = await act(step, of.issueId, run);
    if (!answer.ok) return { state: 'failed', message: answer.refusal.message, ...of };
    return { state: answer.value === 'there' ? 'there' : 'made', ...of };
  } catch (error) {
    console.error(error);
    return { state: 'failed', message: run.say(error), ...of };
  }
}

/**
 * The issue of an initiative: matched, made for another key result, made in an earlier import, or made now. One that was
 * asked for without an answer is looked for and not asked for again until the search is sure to know it.
 */
async function issueFor(step: InitiativeStep, { issues, doors, now }: Run): Promise<MadeIssue | 'unheard'> {
  if (step.issue.kind === 'known') return { id: step.issue.issueId, refused: null };
  const { issue } = step.issue;
  const asked = issues.get(issue.label);
  if (asked && 'id' in asked) return asked;
  const found = await doors.findLabelled(issue.label);
  if (found === null && asked && now() - asked.unheardAt < searchIsSureAfterMs) return 'unheard';
  const made = found === null ? await doors.createIssue(issue) : { id: found, refused: null };
  issues.set(issue.label, made === 'unheard' ? { unheardAt: now() } : made);
  return made;
}

/** Does it. `there`: somebody had attached this very issue already. */
async function act(
  step: Step,
  issueId: IssueId | null,
  { place, doors }: Run,
): Promise<Result<'made' | 'there'>> {
  const requestId = requestOf(step.id);
  switch (step.kind) {
    case 'objective': {
      const { id, objective } = step;
      const answer = await doors.call('objective.create', { id, requestId, ...place, objective });
      return answer.ok ? ok('made') : answer;
    }
    case 'key-result': {
      const { id, objectiveId, keyResult } = step;
      const answer = await doors.call('key-result.create', { id, requestId, objectiveId, keyResult });
      return answer.ok ? ok('made') : answer;
    }
    case 'check-in': {
      const { id, keyResultId, day, value } = step;
      const nothing = { reached: null, confidence: null, evidence: '', blocker: '', decision: null };
      const answer = await doors.call('check-in.import', {
        keyResultId,
        source: 'import',
        checkIns: [{ id, day, value, ...nothing }],
      });
      return answer.ok ? ok('made') : answer;
    }
    case 'initiative': {
      if (issueId === null) throw new Error('an initiative without an issue');
      const answer = await doors.call('initiative.attach', {
        keyResultId: step.keyResultId,
        issues: [{ initiativeId: step.id, issueId }],
        requestId,
        // A document says what is done, not how far it will move the number: the owner is asked.
        hypothesis: { kind: 'left-to-owner' },
        publicName: '',
      });
      return answer.ok ? ok(answer.value.attached.length > 0 ? 'made' : 'there') : answer;
    }
  }
}

function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}
