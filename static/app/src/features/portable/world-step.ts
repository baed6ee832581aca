import type { CallName, Input } from '../../../../../src/contract/calls';
import type { Noun } from './world';

type StepCall = Extract<
  CallName,
  | 'team.create'
  | 'cycle.create'
  | 'cycle.set-phase'
  | 'objective.create'
  | 'key-result.create'
  | 'check-in.import'
  | 'outside-event.mark'
  | 'initiative.attach'
  | 'initiative.set-live'
  | 'key-result.score'
  | 'objective.confirm'
  | 'retrospective.save'
>;
type Asked = { [N in StepCall]: { call: N; input: Input<N> } }[StepCall];

/** One call of an import. */
export type WorldStep = {
  id: string;
  /** `phase`: a cycle is taken on; `live`: when people got it. */
  noun: Noun | 'phase' | 'live';
  title: string;
  /** How many rows it brings. */
  count: number;
  /** Steps that must have been done before it. */
  needs: string[];
} & Asked;

/** Why a row of the file is not brought over. */
export type Left = {
  noun: Noun;
  title: string;
  /**
   * - `differs`: it is there with other content, which stays
   * - `no-place`: what it belongs to is neither here nor in the file
   * - `closed`: its cycle is closed here
   * - `not-scoring`: its cycle is here and not being scored
   * - `no-issue`: this person sees no such issue here
   * - `says-nothing`: its value was taken back, or it only asked somebody
   */
  why: 'differs' | 'no-place' | 'closed' | 'not-scoring' | 'no-issue' | 'says-nothing';
  /** With `differs`: what differs. */
  fields: string[];
};
export type WorldPlan = {
  steps: WorldStep[];
  /** Rows that are there already, as the file says them. */
  same: number;
  left: Left[];
  /** Asks in check-ins that are brought over: nobody is asked again. */
  asks: number;
};
