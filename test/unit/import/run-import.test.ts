import type { CallName } from '../../../src/contract/calls';
import { refuse } from '../../../src/contract/result';
import { localDate } from '../../../src/domain/dates';
import type {
  AccountId,
  CycleId,
  InitiativeId,
  IssueId,
  KeyResultId,
  ObjectiveId,
  ProjectId,
  TeamId,
} from '../../../src/domain/ids';
import type { NewIssue, Step } from '../../../static/app/src/features/import/plan';
import {
  runImport,
  type Doors,
  type IssuesAsked,
  type Outcomes,
} from '../../../static/app/src/features/import/run-import';

const place = { teamId: 'team' as TeamId, cycleId: 'cycle' as CycleId };
const uuid = (digit: number) => `0197a000-0000-7000-8000-00000000000${String(digit)}`;
const issue: NewIssue = {
  projectId: '10001' as ProjectId,
  typeId: '10000',
  label: 'waymark-0a1b2c3d',
  summary: 'Sofas',
  description: '',
  assignee: null,
};
const day = localDate('2026-07-01');

const objective: Step = {
  kind: 'objective',
  id: uuid(1) as ObjectiveId,
  title: 'Readers come back',
  there: false,
  objective: { title: 'Readers come back', why: '', owner: null, restricted: false, viewers: [] },
};
const keyResult = (digit: number): Step => ({
  kind: 'key-result',
  id: uuid(digit) as KeyResultId,
  objectiveId: uuid(1) as ObjectiveId,
  title: 'Longer stays',
  there: false,
  keyResult: {
    title: 'Longer stays',
    owner: null,
    definition: {
      metric: { kind: 'not-measurable-yet', target: null, findBy: day },
      behaviour: { kind: 'level', averageOverDays: null },
      unit: { kind: 'plain' },
      startsOn: day,
      dueOn: localDate('2026-09-30'),
      commitment: 'committed',
      indicator: null,
      weight: 1,
      checkpoints: [],
      measuredEvery: { kind: 'cadence' },
      definition: '',
    },
  },
});
const initiative = (digit: number, serves: number): Step => ({
  kind: 'initiative',
  id: uuid(digit) as InitiativeId,
  path: 'sofas',
  keyResultId: uuid(serves) as KeyResultId,
  keyResultTitle: 'Longer stays',
  title: 'Sofas',
  there: false,
  issue: { kind: 'new', issue },
});
const steps = [objective, keyResult(2), keyResult(3), initiative(4, 2), initiative(5, 3)];

const ben = { person: 'ben' as AccountId, why: 'User Ben cannot be assigned issues.' };

/** A site that keeps what it is given; `broken` names a call that fails, once. */
function site(
  broken?: { name: CallName | 'create' | 'create-unheard' | 'assign'; how: 'refuse' | 'silence' },
  searchIsLate = false,
) {
  const rows = new Set<string>();
  const issues: { id: IssueId; label: string }[] = [];
  let breaks = broken;
  let late = searchIsLate;
  const fails = (name: string): typeof broken => {
    if (breaks?.name !== name) return undefined;
    const now = breaks;
    breaks = undefined;
    return now;
  };
  const doors: Doors = {
    call: async (name, input) => {
      const failure = fails(name);
      if (failure?.how === 'silence') throw new Error('no reply');
      if (failure) return refuse('not-allowed', 'Only the team’s lead can write its objectives.');
      if ('id' in input) rows.add(String(input.id));
      if ('issues' in input) {
        for (const { initiativeId } of input.issues) rows.add(initiativeId);
        return {
          ok: true,
          value: { attached: input.issues.map((one) => one.initiativeId), already: [] },
        };
      }
      return { ok: true, value: { id: 'x', version: 1 } };
    },
    findLabelled: async (label) => (late ? null : (issues.find((one) => one.label === label)?.id ?? null)),
    createIssue: async ({ label }) => {
      if (fails('create')) throw new Error("Field 'labels' cannot be set.");
      const id = String(20_001 + issues.length) as IssueId;
      issues.push({ id, label });
      if (fails('create-unheard')) return 'unheard';
      return { id, refused: fails('assign') ? ben : null };
    },
  };
  return { doors, rows, issues, searchCatchesUp: () => (late = false) };
}

async function run(
  doors: Doors,
  before: Outcomes = new Map(),
  {
    known = new Map(),
    stopAfter = 99,
    now = 0,
  }: { known?: IssuesAsked; stopAfter?: number; now?: number } = {},
) {
  const seen: string[] = [];
  const outcomes = await runImport({
    steps,
    place,
    before,
    issues: known,
    now: () => now,
    doors,
    unheard: 'Unheard.',
    say: (error) => `Said: ${String(error)}`,
    stopped: () => seen.length >= stopAfter,
    onStep: ({ id }) => seen.push(id),
  });
  return { outcomes, seen, states: steps.map(({ id }) => outcomes.get(id)?.state ?? 'waiting') };
}

beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  jest.restoreAllMocks();
});

describe('running an import', () => {
  test('makes everything in order, and one Jira issue for both key results', async () => {
    const { doors, rows, issues } = site();
    const { states, seen } = await run(doors);
    expect(states).toEqual(['made', 'made', 'made', 'made', 'made']);
    expect(seen).toEqual([1, 2, 3, 4, 5].map(uuid));
    expect(rows.size).toBe(5);
    expect(issues).toHaveLength(1);
  });

  test('holds back what belongs to something that was refused, in the refusal’s words', async () => {
    const { doors, issues } = site({ name: 'objective.create', how: 'refuse' });
    const { states, outcomes } = await run(doors);
    expect(states).toEqual(['failed', 'held', 'held', 'held', 'held']);
    expect(outcomes.get(uuid(1))).toMatchObject({
      message: 'Only the team’s lead can write its objectives.',
    });
    expect(issues).toEqual([]);
  });

  test('goes on after one key result failed, and a second run makes only what is missing', async () => {
    const { doors, issues } = site({ name: 'key-result.create', how: 'silence' });
    const first = await run(doors);
    expect(first.states).toEqual(['made', 'failed', 'made', 'held', 'made']);
    expect(first.outcomes.get(uuid(2))).toMatchObject({ message: 'Said: Error: no reply' });
    const second = await run(doors, first.outcomes);
    expect(second.seen).toEqual([2, 4].map(uuid));
    expect(second.states).toEqual(['made', 'made', 'made', 'made', 'made']);
    expect(issues).toHaveLength(1);
  });

  test('finds the issue whose creation was never confirmed instead of making another', async () => {
    const { doors, issues } = site({ name: 'create-unheard', how: 'silence' });
    const first = await run(doors);
    // The second key result's step found the issue by its label.
    expect(first.states).toEqual(['made', 'made', 'made', 'failed', 'made']);
    expect((await run(doors, first.outcomes)).states).toEqual(['made', 'made', 'made', 'made', 'made']);
    expect(issues).toHaveLength(1);
  });

  test('does not ask for an issue again while Jira’s search may not know it yet', async () => {
    const { doors, issues, searchCatchesUp } = site({ name: 'create-unheard', how: 'silence' }, true);
    const known: IssuesAsked = new Map();
    const first = await run(doors, new Map(), { known, now: 1_000_000 });
    expect(first.states).toEqual(['made', 'made', 'made', 'failed', 'failed']);
    expect(first.outcomes.get(uuid(5))).toMatchObject({ message: 'Unheard.' });
    const soon = await run(doors, first.outcomes, { known, now: 1_059_999 });
    expect(soon.states).toEqual(['made', 'made', 'made', 'failed', 'failed']);
    searchCatchesUp();
    const found = await run(doors, soon.outcomes, { known, now: 1_059_999 });
    expect(found.states).toEqual(['made', 'made', 'made', 'made', 'made']);
    expect(issues).toHaveLength(1);
  });

  test('asks again for an issue that a minute later is nowhere', async () => {
    const { doors, issues } = site({ name: 'create-unheard', how: 'silence' });
    const known: IssuesAsked = new Map();
    const first = await run(doors, new Map(), { known, now: 1_000_000, stopAfter: 4 });
    issues.length = 0;
    const later = await run(doors, first.outcomes, { known, now: 1_060_000 });
    expect(later.states).toEqual(['made', 'made', 'made', 'made', 'made']);
    expect(issues).toHaveLength(1);
  });

  test('says why Jira refused an issue', async () => {
    const { doors } = site({ name: 'create', how: 'refuse' });
    const { outcomes } = await run(doors);
    expect(outcomes.get(uuid(4))).toMatchObject({ message: "Said: Error: Field 'labels' cannot be set." });
  });

  test('an issue that Jira made without its assignee is added, and both key results’ steps say so', async () => {
    const { doors, issues } = site({ name: 'assign', how: 'refuse' });
    const { states, outcomes } = await run(doors);
    expect(states).toEqual(['made', 'made', 'made', 'made', 'made']);
    expect(issues).toHaveLength(1);
    const made = { state: 'made', issueId: '20001', refused: ben };
    expect([outcomes.get(uuid(4)), outcomes.get(uuid(5))]).toEqual([made, made]);
  });

  test('stops between two items and goes on from there', async () => {
    const { doors } = site();
    const first = await run(doors, new Map(), { stopAfter: 2 });
    expect(first.states).toEqual(['made', 'made', 'waiting', 'waiting', 'waiting']);
    expect((await run(doors, first.outcomes)).seen).toEqual([3, 4, 5].map(uuid));
  });
});
