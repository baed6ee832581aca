import type { Input, Output, CallName } from '../../../../../src/contract/calls';
import type { Result } from '../../../../../src/contract/result';
import type { WorldStep } from './world-step';

/** What became of a step. `held`: not tried, since what it needs was not made. */
export type StepOutcome = { state: 'made' } | { state: 'failed'; message: string } | { state: 'held' };
export type StepOutcomes = ReadonlyMap<string, StepOutcome>;

type Run = {
  steps: readonly WorldStep[];
  /** What an earlier run left: only what is not made is done. */
  before: StepOutcomes;
  call: <N extends CallName>(name: N, input: Input<N>) => Promise<Result<Output<N>>>;
  /** What to tell the person of an error that was thrown. */
  say: (error: unknown) => string;
  stopped: () => boolean;
  onStep: (step: WorldStep) => void;
};

/** Makes one after the other what is not made yet; what fails says why, and the rest goes on but for what needs it. */
export async function runWorld({ steps, before, call, say, stopped, onStep }: Run): Promise<StepOutcomes> {
  const outcomes = new Map(before);
  for (const step of steps) {
    if (stopped()) break;
    if (outcomes.get(step.id)?.state === 'made') continue;
    onStep(step);
    if (step.needs.some((id) => outcomes.get(id)?.state !== 'made')) {
      outcomes.set(step.id, { state: 'held' });
      continue;
    }
    try {
      const answer = await make(step, call);
      outcomes.set(
        step.id,
        answer.ok ? { state: 'made' } : { state: 'failed', message: answer.refusal.message },
      );
    } catch (error) {
      console.error(error);
      outcomes.set(step.id, { state: 'failed', message: say(error) });
    }
  }
  return outcomes;
}

/** The switch keeps a call and its input together for the compiler. */
function make(step: WorldStep, call: Run['call']): Promise<Result<unknown>> {
  switch (step.call) {
    case 'team.create':
      return call(step.call, step.input);
    case 'cycle.create':
      return call(step.call, step.input);
    case 'cycle.set-phase':
      return call(step.call, step.input);
    case 'objective.create':
      return call(step.call, step.input);
    case 'key-result.create':
      return call(step.call, step.input);
    case 'check-in.import':
      return call(step.call, step.input);
    case 'outside-event.mark':
      return call(step.call, step.input);
    case 'initiative.attach':
      return call(step.call, step.input);
    case 'initiative.set-live':
      return call(step.call, step.input);
    case 'key-result.score':
      return call(step.call, step.input);
    case 'objective.confirm':
      return call(step.call, step.input);
    case 'retrospective.save':
      return call(step.call, step.input);
  }
}
