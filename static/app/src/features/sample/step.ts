/** One thing that filling in the sample company does, and what it is planned from. */
import type { CallName, Input, Output } from '../../../../../src/contract/calls';
import type { KpiReading } from '../../../../../src/contract/kpi-calls';
import type { Result } from '../../../../../src/contract/result';
import type { CycleReading, ObjectiveReading, TeamReading } from '../../../../../src/contract/readings';
import type { LocalDate } from '../../../../../src/domain/dates';
import type { AccountId, ObjectiveId } from '../../../../../src/domain/ids';
import type { CycleSlug, Name, SampleCompany } from './company';
import type { FoundInJira } from './find-in-jira';
import type { SampleCycles } from './sample-dates';
import type { SampleIds } from './sample-ids';

/** Makes a call of the call table. */
export type Call = <N extends CallName>(name: N, input: Input<N>) => Promise<Result<Output<N>>>;

export type StepKind =
  | 'team'
  | 'cycle'
  | 'objective'
  | 'key-result'
  | 'check-ins'
  | 'kpi'
  | 'source'
  | 'initiative'
  | 'live'
  | 'event'
  | 'judgement'
  | 'run-work'
  | 'ending'
  | 'meetings'
  | 'alignment'
  | 'to-active'
  | 'to-scoring'
  | 'to-closed';
export type Step = {
  id: string;
  kind: StepKind;
  title: string;
  /** How many things it makes: 1, but for check-ins and run work. */
  makes: number;
  /** Steps that must be done before. */
  needs: string[];
  /** Was done before. */
  there: boolean;
  run: (call: Call) => Promise<Result<unknown>>;
};

/** What is on the site already. */
export type Existing = {
  teams: readonly TeamReading[];
  cycles: readonly CycleReading[];
  objectives: readonly ObjectiveReading[];
  kpis: readonly Pick<KpiReading, 'id' | 'values'>[];
  /** Objectives of which somebody said what they serve. */
  aligned: ReadonlySet<ObjectiveId>;
};

export type Asked = {
  company: SampleCompany;
  ids: SampleIds;
  /** Names of cycles, as the reader's language writes their months. */
  nameOf: (cycle: CycleSlug, dates: SampleCycles) => string;
  today: LocalDate;
  timeZone: string;
  /** Whoever fills it in: leads the organisation, and stands in for people who are not found. */
  me: AccountId;
  jira: FoundInJira;
  existing: Existing;
};

/** The account of a person of the company: who fills it in stands in for those who are not found. */
export function accountOf({ jira, me }: Asked, name: Name): AccountId {
  return (name === null ? undefined : jira.people.get(name)) ?? me;
}
