import { and, eq, gt, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm';
import { unionAll, type MySqlColumn } from 'drizzle-orm/mysql-core';
import type { Instant, LocalDate } from '../domain/dates';
import { isAccountId, type AccountId, type MailId, type ReminderChoiceId } from '../domain/ids';
import { defaultReminderDay, type ReminderDay } from '../domain/reminder-day';
import type { ReminderThing } from '../domain/reminder-thing';
import type { Act, Outcome } from './change';
import type { ChangeDetail } from './columns';
import type { Database } from './database';
import { saveOnly } from './save-only';
import {
  followUp,
  initiative,
  jobState,
  keyResult,
  kpi,
  objective,
  reminder,
  reminderChoice,
  team,
} from './schema';
import { asText } from './read-as';

export type ReminderChoiceRow = typeof reminderChoice.$inferSelect;

/** Somebody who may owe something. */
export type Candidate = {
  person: AccountId;
  /** Of the team they lead, else of one whose key results or objectives they own. */
  timeZone: string;
  chosen: ReminderDay;
  /** The last day on which all that they owe was looked through; '' for never. */
  looked: LocalDate | '';
};

/** The thing that stands for the last day on which all that somebody owes was looked through. */
const lookedThrough = 'looked-through';
const job = 'reminders';

/**
 * People who lead, own or attached something, answer for a KPI, or were asked or decided, each with the time zone of its team and how much
 * that tells of theirs.
 */
function involved(db: Database, after: AccountId | '') {
  const zone = (rank: number) => asText(sql`CONCAT(${sql.raw(`'${rank}'`)}, ${team.timeZone})`);
  const named = (column: MySqlColumn) => asText<AccountId>(sql`${column}`).as('who');
  return unionAll(
    db
      .select({ who: named(team.lead), zone: zone(0).as('zone') })
      .from(team)
      .where(and(gt(team.lead, sql`${after}`), eq(team.archived, false))),
    db
      .select({ who: named(keyResult.owner), zone: zone(1).as('zone') })
      .from(keyResult)
      .innerJoin(objective, eq(objective.id, keyResult.objectiveId))
      .innerJoin(team, eq(team.id, objective.teamId))
      .where(and(gt(keyResult.owner, sql`${after}`), eq(keyResult.removed, false))),
    db
      .select({ who: named(objective.owner), zone: zone(2).as('zone') })
      .from(objective)
      .innerJoin(team, eq(team.id, objective.teamId))
      .where(and(gt(objective.owner, sql`${after}`), eq(objective.removed, false))),
    db
      .select({ who: named(initiative.attachedBy), zone: zone(3).as('zone') })
      .from(initiative)
      .innerJoin(keyResult, eq(keyResult.id, initiative.keyResultId))
      .innerJoin(objective, eq(objective.id, keyResult.objectiveId))
      .innerJoin(team, eq(team.id, objective.teamId))
      .where(
        and(
          gt(initiative.attachedBy, sql`${after}`),
          eq(initiative.detached, false),
          isNull(initiative.liveOn),
        ),
      ),
    db
      .select({ who: named(followUp.person), zone: zone(4).as('zone') })
      .from(followUp)
      .innerJoin(keyResult, eq(keyResult.id, followUp.keyResultId))
      .innerJoin(objective, eq(objective.id, keyResult.objectiveId))
      .innerJoin(team, eq(team.id, objective.teamId))
      .where(gt(followUp.person, sql`${after}`)),
    db
      .select({ who: named(kpi.owner), zone: zone(5).as('zone') })
      .from(kpi)
      .innerJoin(team, eq(team.id, kpi.teamId))
      .where(and(gt(kpi.owner, sql`${after}`), eq(kpi.removed, false))),
  ).as('involved');
}

/** A column's new value where the thing is due later than when it was claimed before. */
function ifNew(column: string): SQL {
  return sql.raw(`IF(VALUES(due) > due, VALUES(${column}), ${column})`);
}

/** On which day people are reminded, and of what they were. */
export function createReminderRepository(db: Database) {
  const choiceOf = async (person: AccountId): Promise<ReminderChoiceRow | undefined> => {
    const [row] = await db.select().from(reminderChoice).where(eq(reminderChoice.person, person));
    return row;
  };
  const ofMail = (person: AccountId, mail: MailId) =>
    and(eq(reminder.person, person), eq(reminder.mailId, mail));
  return {
    /** What this person chose; undefined: nothing yet. */
    choiceOf,

    /** The first time (`basedOn` 0) is one INSERT, later ones one guarded UPDATE. */
    async choose(
      id: ReminderChoiceId,
      basedOn: number,
      person: AccountId,
      day: ReminderDay,
      act: Act,
      detail: ChangeDetail,
    ): Promise<Outcome> {
      return saveOnly(
        db,
        reminderChoice,
        'reminder-choice',
        { id, basedOn, act, detail },
        {
          insert: (first) => db.insert(reminderChoice).values({ id, person, day, ...first }),
          update: (last, guard) =>
            db
              .update(reminderChoice)
              .set({ day, ...last })
              .where(guard),
          find: () => choiceOf(person),
        },
      );
    },

    /** At most `limit` people whose account comes after this one and who are reminded on one of `days`, in order of account. */
    async candidates(
      after: AccountId | '',
      days: readonly ReminderDay[],
      limit: number,
    ): Promise<Candidate[]> {
      const found = involved(db, after);
      const chosen = asText<ReminderDay>(sql`COALESCE(${reminderChoice.day}, ${defaultReminderDay})`);
      const rows = await db
        .select({
          person: found.who,
          zone: asText(sql`MIN(${found.zone})`).as('first_zone'),
          chosen: chosen.as('chosen'),
          looked: asText<LocalDate | ''>(sql`COALESCE(${reminder.due}, '')`).as('looked'),
        })
        .from(found)
        .leftJoin(reminderChoice, eq(reminderChoice.person, found.who))
        .leftJoin(reminder, and(eq(reminder.person, found.who), eq(reminder.thing, lookedThrough)))
        .where(inArray(chosen, [...days]))
        .groupBy(found.who, reminderChoice.day, reminder.due)
        .orderBy(sql`${found.who} LIMIT ${sql.raw(String(limit))}`);
      return rows.map(({ zone, ...row }) => ({ ...row, timeZone: zone.slice(1) }));
    },

    /**
     * Takes those of `things` that nobody was reminded of yet for this mail, in one statement, and answers which. A thing is taken
     * once, however many runs ask for it at once.
     */
    async claim(
      person: AccountId,
      mail: MailId,
      things: readonly ReminderThing[],
      at: Instant,
    ): Promise<Set<string>> {
      await db
        .insert(reminder)
        .values(things.map((thing) => ({ ...thing, person, mailId: mail, claimedAt: at })))
        .onDuplicateKeyUpdate({
          // The schema puts `due` last: the columns before are judged by the day kept so far.
          set: { mailId: ifNew('mail_id'), claimedAt: ifNew('claimed_at'), due: ifNew('due') },
        });
      const rows = await db.select({ thing: reminder.thing }).from(reminder).where(ofMail(person, mail));
      return new Set(rows.map(({ thing }) => thing));
    },

    /** Gives back what was taken for a mail that surely did not go out. */
    async release(person: AccountId, mail: MailId): Promise<void> {
      await db.delete(reminder).where(ofMail(person, mail));
    },

    /** All that this person owes was looked through on this day. */
    async setLooked(person: AccountId, day: LocalDate, mail: MailId, at: Instant): Promise<void> {
      await db
        .insert(reminder)
        .values({ person, thing: lookedThrough, due: day, mailId: mail, claimedAt: at })
        .onDuplicateKeyUpdate({ set: { due: day, claimedAt: at } });
    },

    /**
     * Forgets what was mailed before this moment, a thousand rows at most. Work is kept: its verdict stays owed after its cycle
     * closed, and nobody is reminded of it twice.
     */
    async forget(before: Instant): Promise<void> {
      const works = sql`${reminder.thing} LIKE 'verdict:%' OR ${reminder.thing} LIKE 'live:%'`;
      await db.execute(
        sql`DELETE FROM ${reminder} WHERE ${lt(reminder.claimedAt, before)} AND NOT (${works}) LIMIT 1000`,
      );
    },

    /** The last person a round got to; null: none is under way. */
    async position(): Promise<AccountId | null> {
      const [row] = await db.select({ at: jobState.position }).from(jobState).where(eq(jobState.name, job));
      return isAccountId(row?.at) ? row.at : null;
    },

    /** A round got to this person; null: through all of them. */
    async setPosition(at: AccountId | null): Promise<void> {
      const position = at ?? '';
      await db.insert(jobState).values({ name: job, position }).onDuplicateKeyUpdate({ set: { position } });
    },
  };
}
