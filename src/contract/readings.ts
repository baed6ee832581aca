/**
 * What the views read. One shape serves the panel, the macro, the pages and exports: objectives with their key
 * results, check-ins and initiatives as recorded. How they stand is computed from it by `src/domain`, so no
 * standing crosses the wire and none can disagree (design §3).
 */
import type { CheckIn } from '../domain/check-in';
import type { Instant, LocalDate } from '../domain/dates';
import type {
  AccountId,
  CycleId,
  IssueId,
  KeyResultId,
  ObjectiveId,
  ProjectId,
  RequestId,
  SpaceId,
  TeamId,
  TeamProfileId,
} from '../domain/ids';
import type { FollowUp } from '../domain/follow-up';
import type { JudgedInitiative } from '../domain/judgement';
import type { Cadence, KeyResultDefinition } from '../domain/metric';
import type { OutsideEvent } from '../domain/outside-event';
import type { Rules } from '../domain/rules';
import type { TeamLevel } from '../domain/team-tree';
import type { ScoreWords } from '../domain/score-labels';

export type CyclePhase = 'draft' | 'active' | 'scoring' | 'closed';
export type { TeamLevel } from '../domain/team-tree';

export type TeamReading = {
  id: TeamId;
  version: number;
  name: string;
  level: TeamLevel;
  parentId: TeamId | null;
  lead: AccountId | null;
  members: AccountId[];
  projectIds: ProjectId[];
  /** IANA name; decides what day it is for this team. */
  timeZone: string;
  cadence: Cadence;
  archived: boolean;
  can: { edit: boolean; addObjective: boolean };
};

export type CycleReading = {
  id: CycleId;
  version: number;
  name: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  phase: CyclePhase;
  parentId: CycleId | null;
};

/** What a year is about, in the organisation's own words. */
export type YearPriorities = { year: number; text: string };
/** What a team says of itself beside who is in it; `version` 0: nothing yet. */
export type TeamProfile = {
  id: TeamProfileId | null;
  version: number;
  teamId: TeamId;
  /** Why the organisation is there; '' on other levels. */
  mission: string;
  /** The latest year first; the organisation's alone. */
  priorities: YearPriorities[];
  spaceId: SpaceId | null;
};

/** An outside event, and who marked it. `can.edit`: change it, take it away and bring it back. */
export type OutsideEventReading = OutsideEvent & {
  markedBy: AccountId;
  markedAt: Instant;
  can: { edit: boolean };
};

/** `can.judge` and `can.setLive` stay after the cycle closed: verdicts and decisions are taken then (design §3.1). */
export type InitiativeReading = JudgedInitiative & {
  can: { edit: boolean; detach: boolean; setLive: boolean; judge: boolean };
};

export type KeyResultReading = {
  id: KeyResultId;
  version: number;
  /** Short key people say, such as `KR-57`. */
  key: string;
  title: string;
  owner: AccountId | null;
  /** The owner's Jira account is no longer active, as Jira said within the last day: the team's lead owes. */
  ownerLeft: boolean;
  definition: KeyResultDefinition;
  /** The day start, target, metric or due date last changed after the cycle began; null: never. */
  goalChangedOn: LocalDate | null;
  /** Oldest day first; of one day the later recorded last. */
  checkIns: CheckIn[];
  /** What became of their decisions and asks, in the order said. */
  followUps: FollowUp[];
  /** Attached ones only, oldest first. */
  initiatives: InitiativeReading[];
  /** Outside events that stand, the earliest first. */
  events: OutsideEventReading[];
  can: { edit: boolean; checkIn: boolean; markEvent: boolean };
};

export type ObjectiveReading = {
  id: ObjectiveId;
  version: number;
  /** Such as `O-14`. */
  key: string;
  title: string;
  why: string;
  owner: AccountId | null;
  ownerLeft: boolean;
  /** Only its team and `viewers` see it, and it never enters what has no known viewer. */
  restricted: boolean;
  viewers: AccountId[];
  team: TeamReading;
  cycle: CycleReading;
  keyResults: KeyResultReading[];
  can: { edit: boolean };
};

/** The site's settings as every reader needs them. */
export type SiteReading = {
  rules: Rules;
  keyPrefix: { objective: string; keyResult: string };
  scoreWords: ScoreWords;
  /** What a new team begins with; `timeZone` null: that of whoever makes it. */
  newTeam: { cadence: Cadence; timeZone: string | null };
  /** The issue from which people are reminded by e-mail; null: they are not. */
  mailFrom: IssueId | null;
};

/** What one view needs, in one reply. */
export type OkrsReading = { site: SiteReading; objectives: ObjectiveReading[] };

/** One entry of an entity's history: who changed what, from what to what, when and why. */
export type HistoryEntry = {
  requestId: RequestId;
  at: Instant;
  by: AccountId;
  entity:
    | 'team'
    | 'cycle'
    | 'objective'
    | 'key-result'
    | 'check-in'
    | 'number-source'
    | 'kpi'
    | 'initiative'
    | 'outside-event'
    | 'score'
    | 'retrospective'
    | 'alignment'
    | 'dependency'
    | 'reminder-choice'
    | 'settings';
  entityId: string;
  /** The act, such as `attach` or `edit`. */
  act: string;
  why: string;
  /** Field → [from, to], both as JSON text a person can read. */
  changes: { field: string; from: string; to: string }[];
};
