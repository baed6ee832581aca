/** Tables of teams and cycles. */
import { mysqlTable as table, uniqueIndex } from 'drizzle-orm/mysql-core';
import type { CyclePhase, TeamLevel, YearPriorities } from '../../contract/readings';
import type { AccountId, CycleId, ProjectId, SpaceId, TeamId, TeamProfileId } from '../../domain/ids';
import type { Cadence } from '../../domain/metric';
import {
  account,
  day,
  flag,
  id,
  idList,
  jiraId,
  json,
  lastChange,
  name,
  searchedLine,
  words,
} from '../columns';

export const team = table('team', {
  id: id<TeamId>().primaryKey(),
  name: searchedLine().notNull(),
  level: name<TeamLevel>().notNull(),
  parentId: id<TeamId>(),
  /** LEAD is a reserved word: a window function. */
  lead: account('team_lead'),
  members: idList<AccountId>().notNull(),
  projectIds: idList<ProjectId>().notNull(),
  timeZone: name().notNull(),
  cadence: name<Cadence>().notNull(),
  archived: flag().notNull(),
  ...lastChange(),
});

/** A team's mission, priorities and Confluence space; one row a team, apart from it so that edits of both do not conflict. */
export const teamProfile = table(
  'team_profile',
  {
    id: id<TeamProfileId>().primaryKey(),
    teamId: id<TeamId>().notNull(),
    mission: words().notNull(),
    priorities: json<YearPriorities[]>().notNull(),
    spaceId: jiraId<SpaceId>(),
    ...lastChange(),
  },
  (row) => [uniqueIndex('team_profile_team').on(row.teamId)],
);

export const cycle = table('cycle', {
  id: id<CycleId>().primaryKey(),
  name: searchedLine().notNull(),
  startsOn: day().notNull(),
  endsOn: day().notNull(),
  phase: name<CyclePhase>().notNull(),
  parentId: id<CycleId>(),
  ...lastChange(),
});
