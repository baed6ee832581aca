import type { Call, Step } from './step';

/** What became of a step. `held`: not tried, since something it needs is not there. */
export type Outcome =
  { state: 'made' } | { state: 'there' } | { state: 'failed'; message: string } | { state: 'held' };
export type Outcomes = ReadonlyMap<string, Outcome>;

type Run = {
  steps: readonly Step[];
  /** What an earlier run left; only what is not done is tried. */
  before: Outcomes;
  call: Call;
  /** What to say when no answer came. */
  noAnswer: string;
  /** Asked between two steps. */
  stopped: () => boolean;
  onStep: (step: Step) => void;
};

/**
 * Does what is not done, one after the other: each step may need those before it. One that fails says why, and the others
 * go on, but for those that need it.
 */
export async function runSample({ steps, before, call, noAnswer, stopped, onStep }: Run): Promise<Outcomes> {
  const outcomes = new Map(before);
  const done = (id: string) => ['made', 'there'].includes(outcomes.get(id)?.state ?? '');
  for (const step of steps) {
    if (stopped()) break;
    if (done(step.id)) continue;
    if (step.there) {
      outcomes.set(step.id, { state: 'there' });
      continue;
    }
    onStep(step);
    outcomes.set(step.id, step.needs.every(done) ? await run(step, call, noAnswer) : { state: 'held' });
  }
  return outcomes;
}

async function run(step: Step, call: Call, noAnswer: string): Promise<Outcome> {
  try {
    const answer = await step.run(call);
    return answer.ok ? { state: 'made' } : { state: 'failed', message: answer.refusal.message };
  } catch (error) {
    console.error(error);
    return { state: 'failed', message: noAnswer };
  }
}
