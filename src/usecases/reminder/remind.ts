import { randomUUID } from 'node:crypto';
import type { JiraAnswer } from '../../atlassian/jira-request';
import { addDays, dayIn, type LocalDate } from '../../domain/dates';
import { isUuid, type AccountId, type IssueId, type MailId } from '../../domain/ids';
import type { Owed, OwedOnObjective } from '../../domain/owed';
import { reminderMail, type MailLine } from '../../domain/reminder-mail';
import { thingOf, type ReminderThing } from '../../domain/reminder-thing';
import { listedDays } from '../kpi/list-kpis';
import { kpisDue } from '../mine/kpis-due';
import { owedTo, type OwedTo } from '../mine/owed-to';
import type { Upkeep } from '../work/keep-issues';

/** Mailed, nothing new to mail, or Jira does not mail this person. */
export type Remindance = 'mailed' | 'nothing' | 'refused';

/** What reminding takes: the issue mails are sent from, and the address of Mine, asked for when there is something to mail. */
export type Mailing = { from: IssueId; url: () => Promise<JiraAnswer<string>> };

/**
 * Mails one person what they owe and were not reminded of before. What is in the mail is taken first, in one statement, and given
 * back only where it surely did not go out: nothing is sent twice (docs/decisions/0027).
 */
export async function remind(
  deps: Upkeep,
  { from, url }: Mailing,
  person: AccountId,
  today: LocalDate,
): Promise<JiraAnswer<Remindance>> {
  const { reminders, jira, now } = deps;
  const mail = newMailId();
  const looked = async (value: Remindance): Promise<JiraAnswer<Remindance>> => {
    await reminders.setLooked(person, today, mail, now);
    return { ok: true, value };
  };
  const owed = (await linesFor(deps, person)).flatMap((line) => {
    const thing = thingOf(line.owed);
    return thing === null ? [] : [{ line, thing }];
  });
  if (owed.length === 0) return looked('nothing');
  const page = await url();
  if (!page.ok) return page;
  const things = owed.map(({ thing }) => thing);
  const claimed = await claim(deps, person, mail, things);
  const fresh = owed.filter(({ thing }) => claimed.has(thing.thing)).map(({ line }) => line);
  if (fresh.length === 0) return looked('nothing');
  const answer = await jira.sendMail(
    from,
    person,
    reminderMail(fresh, owed.length - fresh.length, page.value),
  );
  if (!answer.ok) {
    // Turned away before anything was done; any other silence may hide a mail that went out.
    if (answer.unavailable.turnedAway) await reminders.release(person, mail);
    return answer;
  }
  if (answer.value === 'queued') return looked('mailed');
  await reminders.release(person, mail);
  return answer.value === 'no-recipient' ? looked('refused') : noMail;
}

const noMail: JiraAnswer<never> = {
  ok: false,
  unavailable: {
    reason: 'Jira sends no mail from the issue named in the settings, or none at all',
    retryAfterSeconds: null,
    turnedAway: true,
  },
};

/** Nothing was sent yet: where the claim's answer is lost, it is given back. */
async function claim(
  { reminders, now }: Upkeep,
  person: AccountId,
  mail: MailId,
  things: readonly ReminderThing[],
): Promise<Set<string>> {
  try {
    return await reminders.claim(person, mail, things, now);
  } catch (error) {
    await reminders.release(person, mail);
    throw error;
  }
}

/** What waits for this person, in the order of the mail: what others wait for first, KPIs last. */
async function linesFor(deps: Upkeep, person: AccountId): Promise<MailLine[]> {
  const { now, besideMine } = deps;
  const [found, { waiting, kpis }] = await Promise.all([
    owedTo(deps, person),
    besideMine.read(person, addDays(dayIn('UTC', now), -listedDays)),
  ]);
  const { site, owed, onObjectives } = found;
  return [
    ...waiting.map(({ id, keyResult, team }): MailLine => ({
      owed: { kind: 'to-confirm', dependencyId: id },
      key: `${site.keyPrefix.keyResult}-${keyResult.number}`,
      title: keyResult.title,
      work: '',
      today: dayIn(team.timeZone, now),
    })),
    ...[...owed, ...onObjectives].flatMap((one) => lineOf(deps, found, one) ?? []),
    ...kpisDue(kpis, site.rules, now).map(({ place, freshness }): MailLine => ({
      owed: { kind: 'kpi', kpiId: place.kpi.id, value: freshness },
      key: '',
      title: place.kpi.name,
      work: '',
      today: dayIn(place.team.timeZone, now),
    })),
  ];
}

/** Null where what it is on is not there for this person. */
function lineOf({ now }: Upkeep, { site, objectives }: OwedTo, one: Owed | OwedOnObjective): MailLine | null {
  const facts = objectives.find(({ objective, keyResults }) =>
    'objectiveId' in one
      ? objective.id === one.objectiveId
      : keyResults.some(({ id }) => id === one.keyResultId),
  );
  if (!facts) return null;
  const { objective, team, keyResults } = facts;
  const today = dayIn(team.timeZone, now);
  if ('objectiveId' in one) {
    const key = `${site.keyPrefix.objective}-${objective.number}`;
    return { owed: one, key, title: objective.title, work: '', today };
  }
  const keyResult = keyResults.find(({ id }) => id === one.keyResultId);
  if (!keyResult) return null;
  const initiativeId = 'initiativeId' in one ? one.initiativeId : null;
  const work = keyResult.initiatives.find(({ id }) => id === initiativeId)?.publicName ?? '';
  const key = `${site.keyPrefix.keyResult}-${keyResult.number}`;
  return { owed: one, key, title: keyResult.title, work, today };
}

function newMailId(): MailId {
  const id = randomUUID();
  if (!isUuid<'mail'>(id)) throw new Error(`not a UUID: ${id}`);
  return id;
}
