/** Tables of the installation itself: history, settings, schedules and reminders. */
import { index, mysqlTable as table, primaryKey, uniqueIndex } from 'drizzle-orm/mysql-core';
import type { HistoryEntry, SiteReading } from '../../contract/readings';
import type { LocalDate } from '../../domain/dates';
import type { MailId, ReminderChoiceId, RequestId } from '../../domain/ids';
import type { ReminderDay } from '../../domain/reminder-day';
import {
  account,
  contentHash,
  id,
  json,
  lastChange,
  name,
  time,
  whole,
  words,
  type ChangeDetail,
} from '../columns';

/** The changes before each row's last one; with it, everything that ever happened to the row. */
export const history = table(
  'history',
  {
    entityId: id().notNull(),
    version: whole().notNull(),
    entity: name<HistoryEntry['entity']>().notNull(),
    requestId: id<RequestId>().notNull(),
    changedBy: account().notNull(),
    changedAt: time().notNull(),
    act: name().notNull(),
    why: words().notNull(),
    detail: json<ChangeDetail>().notNull(),
    contentHash: contentHash().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.entityId, row.version] }),
    index('history_time').on(row.entity, row.changedAt),
  ],
);

/** One row, id `site`; none until somebody saves. */
export const settings = table('settings', {
  id: id<'site'>().primaryKey(),
  site: json<SiteReading>().notNull(),
  ...lastChange(),
});

/** Where a scheduled job got to. */
export const jobState = table('job_state', {
  name: name().primaryKey(),
  position: words().notNull(),
  lastRunAt: time(),
});

/** Accounts that own something and are no longer active in Jira; kept by a schedule. */
export const inactiveAccount = table('inactive_account', {
  accountId: account().primaryKey(),
  seenAt: time().notNull(),
});

/** On which day a person is reminded by e-mail; one row a person. */
export const reminderChoice = table(
  'reminder_choice',
  {
    id: id<ReminderChoiceId>().primaryKey(),
    person: account().notNull(),
    day: name<ReminderDay>().notNull(),
    ...lastChange(),
  },
  (row) => [uniqueIndex('reminder_choice_person').on(row.person)],
);

/** What people were last reminded of. */
export const reminder = table(
  'reminder',
  {
    person: account().notNull(),
    /** See `thingOf`. */
    thing: name().notNull(),
    mailId: id<MailId>().notNull(),
    claimedAt: time().notNull(),
    /** The day it was due; '' where it has none. Last: an update sets columns in this order, and the others by the day before. */
    due: name<LocalDate | ''>().notNull(),
  },
  (row) => [primaryKey({ columns: [row.person, row.thing] }), index('reminder_age').on(row.claimedAt)],
);
