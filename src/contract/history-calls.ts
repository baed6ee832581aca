/** The part of the call table that tells what was changed on the whole site. */
import { z } from 'zod/mini';
import { isInstant, type Instant } from '../domain/dates';
import { isUuid, type IssueId } from '../domain/ids';
import type { TeamName } from '../domain/team-tree';
import { call } from './declare-call';
import * as input from './inputs';
import type { CycleReading, HistoryEntry, KeyResultReading, ObjectiveReading, TeamReading } from './readings';

/** Where a page of history ends: the last entry read. */
export type HistoryMark = { at: Instant; entityId: string; version: number };
/** An entry of the site's history, with what it is about as that is called now. */
export type SiteHistoryEntry = HistoryEntry & {
  version: number;
  about: {
    team: Pick<TeamReading, 'id' | 'name'> | null;
    cycle: Pick<CycleReading, 'id' | 'name'> | null;
    /** `removed`: there is no page of it any more. */
    objective: (Pick<ObjectiveReading, 'id' | 'key' | 'title'> & { removed: boolean }) | null;
    keyResult: (Pick<KeyResultReading, 'id' | 'key' | 'title'> & { removed: boolean }) | null;
    /** Of an initiative. */
    issueId: IssueId | null;
    /** Of what has a name of its own, such as an outside event. */
    title: string | null;
  };
};
export type SiteHistory = {
  /** The newest first. */
  entries: SiteHistoryEntry[];
  /** What to ask for as `before` to read on; null: that was all. */
  earlier: HistoryMark | null;
  /** To choose from, by name; null when reading on. */
  teams: TeamName[] | null;
  /** What the entries were narrowed to by `within`, as it is called now; null: the whole site. */
  within: string | null;
};

/** Every kind of thing that has a history. */
export const historyEntities = [
  'team',
  'cycle',
  'objective',
  'key-result',
  'check-in',
  'number-source',
  'kpi',
  'initiative',
  'outside-event',
  'score',
  'retrospective',
  'alignment',
  'dependency',
  'reminder-choice',
  'settings',
] as const satisfies readonly HistoryEntry['entity'][];

const moment = z.custom<Instant>(isInstant, 'Write a moment in UTC, such as 2026-05-12T00:00:00.000Z.');
const place = z.custom<string>(isUuid, 'This link is not complete. Open the page again and retry.');

export const historyCalls = {
  /**
   * Who changed what, from what to what, when and why, of what this person may see. Check-ins are their own history and not in
   * it. `within`: only of this team, cycle, objective or key result and what belongs to it. `from` and `to`: moments, `to` not
   * included.
   */
  'site-history.read': call<SiteHistory>()(
    'reader',
    z.object({
      entity: z.nullable(z.enum(historyEntities, 'Choose from the list.')),
      by: z.nullable(input.accountId),
      within: z.nullable(z.object({ kind: z.enum(['team', 'cycle', 'objective', 'key-result']), id: place })),
      from: z.nullable(moment),
      to: z.nullable(moment),
      before: z.nullable(
        z.object({
          at: moment,
          entityId: z.string().check(z.maxLength(36)),
          version: z.int().check(z.minimum(0)),
        }),
      ),
    }),
  ),
} as const;
