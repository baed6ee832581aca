/**
 * The call table: every call the user interface can make, once. It types both sides (`makeResolver`,
 * `makeInvoke`), so that a wrong name or field does not compile, and drives the permission matrix in tests.
 */
import { z } from 'zod/mini';
import { call } from './declare-call';
import { checkIn, cycle, keyResult, objective, team, teamProfile } from './bodies';
import * as input from './inputs';
import { alignmentCalls } from './alignment-calls';
import { closingCalls } from './closing-calls';
import { dependencyCalls, type DependencyOwed, type DependencyReading } from './dependency-calls';
import { exportCalls } from './export-calls';
import { historyCalls } from './history-calls';
import { countingCalls, type Counting } from './counting-calls';
import { kpiCalls, type KpiReading } from './kpi-calls';
import { learningCalls } from './learning-calls';
import { measuringCalls, type SourceReading } from './measuring-calls';
import { meetingCalls, type Recognition } from './meeting-calls';
import { outsideEventCalls } from './outside-event-calls';
import { planningCalls } from './planning-calls';
import { preparationCalls, type Preparing } from './preparation-calls';
import { reminderCalls, type ReminderChoice } from './reminder-calls';
import { reviewCalls } from './review-calls';
import { settingsCalls } from './settings-calls';
import { sharingCalls, type SharedReading, type ShownUnder } from './sharing-calls';
import type { Correction } from '../domain/correction';
import type { Instant } from '../domain/dates';
import type {
  CycleId,
  InitiativeId,
  JudgementId,
  KeyResultId,
  ObjectiveId,
  TeamId,
  TeamProfileId,
} from '../domain/ids';
import type { Owed, OwedOnObjective } from '../domain/owed';
import type { Mismatch } from '../domain/standing';
import type {
  CycleReading,
  HistoryEntry,
  KeyResultReading,
  ObjectiveReading,
  OkrsReading,
  SiteReading,
  TeamProfile,
  TeamReading,
} from './readings';

/** Saved: the row's new version. */
export type Saved<Id> = { id: Id; version: number };
/** Site-wide lists for pickers and navigation. */
export type Directory = {
  teams: TeamReading[];
  cycles: CycleReading[];
  me: { okrLead: boolean; canAddTeam: boolean; canAddCycle: boolean };
  /** What a new team begins with. */
  newTeam: SiteReading['newTeam'];
  /** Of teams that said something of themselves. */
  profiles: TeamProfile[];
};
/** An attached issue on one of the caller's key results that somebody else attached and the caller has not seen. */
export type Notice = {
  initiativeId: InitiativeId;
  keyResultId: KeyResultId;
  keyResultKey: string;
  keyResultTitle: string;
  issueId: string;
  by: string;
  at: string;
};
export type OverviewReading = OkrsReading &
  Directory & {
    cycleId: CycleId | null;
    teamId: TeamId | null;
    notices: Notice[];
    shared: SharedReading;
  };
export type PanelReading = OkrsReading & {
  /** For each key result read: the initiative through which this issue serves it. `throughIssueId` null: its own. */
  serves: { keyResultId: KeyResultId; initiativeId: InitiativeId; throughIssueId: string | null }[];
};
export type KeyResultPage = OkrsReading & {
  history: HistoryEntry[];
  /** Of its values, the oldest first. */
  corrections: Correction[];
  /** Where its number comes from; null: people enter it. */
  source: SourceReading | null;
  /** Teams it depends on, by name; those that were withdrawn, too: asking again goes on from there. */
  dependencies: DependencyReading[];
  /** When its cycle last began to run; null: it never did. */
  publishedAt: Instant | null;
  /** Praise that stands, the latest first. */
  praise: Recognition[];
  counting: Counting;
  /** Objectives of other teams beneath which it is shown, too, by number. */
  shownUnder: ShownUnder[];
};
/**
 * What waits for the person asking, and the OKRs it is about: only key results that something is owed on. `preparing`: drafts
 * of cycles that begin soon and lack something they owe.
 */
export type MineReading = OkrsReading & {
  owed: Owed[];
  onObjectives: OwedOnObjective[];
  /** Those they answer for whose next value is due, or overdue. */
  kpis: KpiReading[];
  preparing: Preparing[];
  toConfirm: DependencyOwed[];
  reminders: ReminderChoice;
};
/** A key result to choose from: enough to tell it from others. */
export type KeyResultOption = Pick<KeyResultReading, 'id' | 'key' | 'title' | 'owner'> & {
  objective: Pick<ObjectiveReading, 'id' | 'key' | 'title'>;
  team: Pick<TeamReading, 'id' | 'name'>;
  cycle: Pick<CycleReading, 'id' | 'name' | 'phase'>;
};
/** One to attach work to. */
export type KeyResultFound = KeyResultOption & {
  /** Where outcome and work do not fit together: worked out by the backend, since thirty whole readings are too much for a reply. */
  mismatch: Mismatch | null;
};

/** An objective to choose from. */
export type ObjectiveOption = Pick<ObjectiveReading, 'id' | 'key' | 'title'> &
  Pick<KeyResultOption, 'team' | 'cycle'>;

/** Why a change was made; asked for where design §3.12 says so. */
const why = input.note(1000, 'the reason');

/** Words of a title, a key such as KR-3, or a team's name; '' for the most likely ones. */
const searchText = z.string().check(z.trim(), z.maxLength(200, 'Search for fewer than 200 characters.'));

export const calls = {
  'overview.read': call<OverviewReading>()(
    'reader',
    z.object({
      cycleId: z.nullable(input.cycleId),
      teamId: z.nullable(input.teamId),
      /** On a project's page: its teams come first. */
      projectId: z.nullable(input.projectId),
    }),
  ),
  'directory.read': call<Directory>()('reader', z.object({})),

  'team.create': call<Saved<TeamId>>()(
    'reader',
    z.object({ id: input.teamId, requestId: input.requestId, team }),
  ),
  'team.edit': call<Saved<TeamId>>()('team-lead', z.object({ id: input.teamId, ...input.change, team, why })),
  /** Takes a team out of the choices, or brings it back; what it wrote stays. */
  'team.set-archived': call<Saved<TeamId>>()(
    'team-lead',
    z.object({ id: input.teamId, ...input.change, archived: z.boolean(), why }),
  ),
  /** Version 0 says it for the first time. */
  'team.describe': call<Saved<TeamProfileId>>()(
    'team-lead',
    z.object({
      id: input.teamProfileId,
      ...input.writing,
      teamId: input.teamId,
      profile: teamProfile,
      why,
    }),
  ),

  'cycle.create': call<Saved<CycleId>>()(
    'team-lead',
    z.object({ id: input.cycleId, requestId: input.requestId, cycle }),
  ),
  'cycle.edit': call<Saved<CycleId>>()(
    'okr-lead',
    z.object({ id: input.cycleId, ...input.change, cycle, why }),
  ),
  /** Starting a draft is a team lead's act too; every other move is an OKR lead's. */
  'cycle.set-phase': call<Saved<CycleId>>()(
    'team-lead',
    z.object({
      id: input.cycleId,
      ...input.change,
      phase: z.enum(['draft', 'active', 'scoring', 'closed']),
      why,
    }),
  ),

  'objective.create': call<Saved<ObjectiveId>>()(
    'team-lead',
    z.object({
      id: input.objectiveId,
      requestId: input.requestId,
      teamId: input.teamId,
      cycleId: input.cycleId,
      objective,
    }),
  ),
  'objective.edit': call<Saved<ObjectiveId>>()(
    'objective-writer',
    z.object({ id: input.objectiveId, ...input.change, objective, why }),
  ),
  /** Takes an objective out of the cycle, or brings it back: the undo of creating and of removing. */
  'objective.set-removed': call<Saved<ObjectiveId>>()(
    'objective-writer',
    z.object({ id: input.objectiveId, ...input.change, removed: z.boolean(), why }),
  ),

  'key-result.create': call<Saved<KeyResultId>>()(
    'objective-writer',
    z.object({
      id: input.keyResultId,
      requestId: input.requestId,
      objectiveId: input.objectiveId,
      keyResult,
    }),
  ),
  'key-result.edit': call<Saved<KeyResultId>>()(
    'key-result-writer',
    z.object({ id: input.keyResultId, ...input.change, keyResult, why }),
  ),
  'key-result.set-removed': call<Saved<KeyResultId>>()(
    'key-result-writer',
    z.object({ id: input.keyResultId, ...input.change, removed: z.boolean(), why }),
  ),
  'key-result.read': call<KeyResultPage>()('reader', z.object({ id: input.keyResultId })),
  'key-result.search': call<{ options: KeyResultFound[] }>()(
    'reader',
    z.object({
      text: searchText,
      projectId: z.nullable(input.projectId),
      /** Only of other teams than this one, in cycles that have a day in common with this time. */
      among: z.optional(z.object({ notTeamId: input.teamId, startsOn: input.day, endsOn: input.day })),
    }),
  ),

  'check-in.record': call<{ id: string }>()(
    'checker-in',
    z.object({
      ...checkIn,
      keyResultId: input.keyResultId,
      ask: z.nullable(
        z.object({
          text: input.note(2000, 'the ask').check(z.minLength(1, 'Write what you ask for.')),
          of: input.accountId,
        }),
      ),
    }),
  ),

  /** Check-ins of past days that were kept elsewhere; `checkIns` of the answer: how many stand now. */
  'check-in.import': call<{ checkIns: number }>()(
    'key-result-writer',
    z.object({
      keyResultId: input.keyResultId,
      source: z.enum(['import', 'sample']),
      checkIns: z
        .array(z.object(checkIn))
        .check(
          z.minLength(1, 'There is no check-in to import.'),
          z.maxLength(60, 'Import at most 60 check-ins at once.'),
        ),
    }),
  ),

  'panel.read': call<PanelReading>()(
    'reader',
    z.object({
      issueId: input.issueId,
      /** The issue's parents, nearest first, as the viewer's browser read them from Jira. */
      ancestorIds: z.array(input.issueId).check(z.maxLength(10)),
    }),
  ),
  'initiative.attach': call<{ attached: InitiativeId[]; already: InitiativeId[] }>()(
    'issue-editor',
    z.object({
      keyResultId: input.keyResultId,
      issues: z
        .array(z.object({ initiativeId: input.initiativeId, issueId: input.issueId }))
        .check(
          z.minLength(1, 'Choose an issue to attach.'),
          z.maxLength(100, 'Attach at most 100 issues at once.'),
        ),
      requestId: input.requestId,
      hypothesis: input.hypothesis,
      publicName: input.note(120, 'the public name'),
    }),
  ),
  'initiative.detach': call<Saved<InitiativeId>>()(
    'initiative-writer',
    z.object({ id: input.initiativeId, ...input.change, why }),
  ),
  /** The undo of detaching. */
  'initiative.reattach': call<Saved<InitiativeId>>()(
    'initiative-writer',
    z.object({ id: input.initiativeId, ...input.change }),
  ),
  'initiative.edit': call<Saved<InitiativeId>>()(
    'initiative-writer',
    z.object({
      id: input.initiativeId,
      ...input.change,
      hypothesis: input.hypothesis,
      publicName: input.note(120, 'the public name'),
      why,
    }),
  ),
  /** When people got it; `on` null goes back to the day derived from the work. */
  'initiative.set-live': call<Saved<InitiativeId>>()(
    'initiative-writer',
    z.object({ id: input.initiativeId, ...input.change, on: z.nullable(input.day), why }),
  ),
  /** The key result's owner has seen that this was attached. */
  'initiative.acknowledge': call<{ acknowledged: number }>()(
    'key-result-writer',
    z.object({ ids: z.array(input.initiativeId).check(z.minLength(1), z.maxLength(100)) }),
  ),

  /**
   * A person's judgement of one initiative: the computed verdict accepted, or their own with a reason, and a decision.
   * `seen` is the computed verdict they had before them (null: the work is not live); another one now refuses with `changed`
   * and says it. Taken on a closed cycle too. Judging again is how one changes one's mind.
   */
  'initiative.judge': call<{ id: JudgementId }>()(
    'key-result-writer',
    z.object({
      id: input.judgementId,
      initiativeId: input.initiativeId,
      seen: z.nullable(input.computedImpact),
      verdict: z.nullable(input.verdict),
      decision: z.nullable(input.workDecision),
      reason: input.note(2000, 'the reason'),
    }),
  ),

  ...outsideEventCalls,
  ...measuringCalls,
  ...kpiCalls,
  ...meetingCalls,
  ...planningCalls,
  ...reviewCalls,
  ...closingCalls,
  ...historyCalls,
  ...exportCalls,
  ...preparationCalls,
  ...countingCalls,
  ...alignmentCalls,
  ...dependencyCalls,
  ...sharingCalls,
  ...learningCalls,
  ...reminderCalls,

  /** What waits for the person asking, closed cycles included. */
  'mine.read': call<MineReading>()('reader', z.object({})),

  /** Objectives and key results that a macro can show: words as in `key-result.search`. */
  'macro.search': call<{ objectives: ObjectiveOption[]; keyResults: KeyResultOption[] }>()(
    'reader',
    z.object({ text: searchText }),
  ),
  'macro.read': call<OkrsReading>()(
    'reader',
    z.object({
      show: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('objective'), id: input.objectiveId }),
        z.object({ kind: z.literal('key-result'), id: input.keyResultId }),
        z.object({ kind: z.literal('team'), id: input.teamId, cycleId: z.nullable(input.cycleId) }),
        z.object({ kind: z.literal('cycle'), id: input.cycleId }),
      ]),
    }),
  ),

  ...settingsCalls,
} as const;

export type CallName = keyof typeof calls;
/** What a caller sends. */
export type Input<N extends CallName> = z.input<(typeof calls)[N]['input']>;
/** What a use case receives after parsing. */
export type Parsed<N extends CallName> = z.output<(typeof calls)[N]['input']>;
/** What a use case answers. */
export type Output<N extends CallName> = NonNullable<(typeof calls)[N]['output']>;
