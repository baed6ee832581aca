/** The part of the call table that closing a cycle uses: scores, write-ups, retrospectives, and what was learned. */
import { z } from 'zod/mini';
import type { Instant } from '../domain/dates';
import type { AccountId, KeyResultId, ObjectiveId, RetrospectiveId, ScoreId, TeamId } from '../domain/ids';
import type { Goal } from '../domain/published-goal';
import { isScore, type NextStep, type ScoreLabel, type SuggestedScores } from '../domain/score';
import { call } from './declare-call';
import * as input from './inputs';
import type { CycleReading, OkrsReading, TeamReading } from './readings';

type Said = { version: number; by: AccountId; at: Instant };

/** What a person said a key result came to. */
export type KeyResultScore = Said & {
  id: ScoreId;
  keyResultId: KeyResultId;
  /** null: dropped. */
  score: number | null;
  label: ScoreLabel;
  /** What its measurements suggested then. */
  suggested: SuggestedScores;
  rationale: string;
  next: NextStep | null;
};
/** An objective's score as its owner confirmed it, with the write-up. */
export type Confirmation = Said & {
  id: ScoreId;
  objectiveId: ObjectiveId;
  /** null: nothing of it counted. */
  score: number | null;
  writeUp: string;
};
export type Retrospective = Said & {
  id: RetrospectiveId;
  helped: string;
  hindered: string;
  learned: string;
  willChange: string;
};
/** What was said of a team's OKRs at the end of a cycle. */
export type ClosingWords = {
  scores: KeyResultScore[];
  confirmations: Confirmation[];
  retrospective: Retrospective | null;
};
/** A team's cycle at its end: its OKRs, what they aimed at when published, and what was said of them. */
export type ClosingReading = OkrsReading &
  ClosingWords & {
    cycle: CycleReading;
    team: TeamReading;
    /** The team's name when the cycle was closed; its name now while it is not. */
    teamName: string;
    /** When the cycle was closed; null: it is not. */
    closedAt: Instant | null;
    /** Of key results whose start, target, metric or dates changed since they were published: what they were then. */
    published: { keyResultId: KeyResultId; goal: Goal }[];
    can: { writeRetrospective: boolean };
  };
/** How far a cycle's teams are with closing it. */
export type ClosingList = {
  cycle: CycleReading;
  teams: {
    teamId: TeamId;
    name: string;
    lead: AccountId | null;
    objectives: number;
    confirmed: number;
    keyResults: number;
    scored: number;
    retrospective: boolean;
  }[];
  /** May close and reopen it. */
  canMove: boolean;
};
/** What a team's last cycle has for the one being drafted; `before` null: there is none. */
export type LearningsReading = {
  before: (OkrsReading & ClosingWords & { cycle: CycleReading }) | null;
};

const text = (what: string) => input.note(4000, what);

export const closingCalls = {
  /** How far each team is, and who owes the rest. */
  'closing.list': call<ClosingList>()('reader', z.object({ cycleId: input.cycleId })),
  /** A team's cycle at its end; after it was closed, the report of it. */
  'closing.read': call<ClosingReading>()(
    'reader',
    z.object({ cycleId: input.cycleId, teamId: input.teamId }),
  ),
  /** What the team learned in the cycle before `cycleId`, and the key results it wants to repeat or rewrite. */
  'closing.learnings': call<LearningsReading>()(
    'reader',
    z.object({ cycleId: input.cycleId, teamId: input.teamId }),
  ),
  /**
   * Says what a key result came to, while its cycle is scored. `score` null: dropped, with the reason as rationale. Another
   * score than the one its measurements suggest needs a rationale.
   */
  'key-result.score': call<{ id: ScoreId; version: number }>()(
    'key-result-writer',
    z.object({
      id: input.scoreId,
      ...input.writing,
      keyResultId: input.keyResultId,
      score: z.nullable(input.number.check(z.refine(isScore, 'A score is 0.0 to 1.0, with one decimal.'))),
      rationale: text('the rationale'),
      next: z.nullable(z.enum(['drop', 'rewrite', 'repeat'], 'Choose what comes next from the list.')),
    }),
  ),
  /** Confirms an objective's score with a write-up. `score`: the mean that the person had before them. */
  'objective.confirm': call<{ id: ScoreId; version: number }>()(
    'objective-writer',
    z.object({
      id: input.scoreId,
      ...input.writing,
      objectiveId: input.objectiveId,
      score: z.nullable(input.number),
      writeUp: text('the write-up').check(z.minLength(1, 'Write in a sentence or two what came of it.')),
    }),
  ),
  /** What helped and hindered the team in a cycle, what it learned and will change. */
  'retrospective.save': call<{ id: RetrospectiveId; version: number }>()(
    'team-member',
    z.object({
      id: input.retrospectiveId,
      ...input.writing,
      teamId: input.teamId,
      cycleId: input.cycleId,
      helped: text('what helped'),
      hindered: text('what hindered'),
      learned: text('what you learned'),
      willChange: text('what you will change'),
    }),
  ),
} as const;
