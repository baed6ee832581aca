import type { JiraAnswer } from '../../atlassian/jira-request';
import { instant, type LocalDate } from '../../domain/dates';
import { isFormerMember } from '../../domain/former-member';
import type { AccountId } from '../../domain/ids';
import { remindedOn, weekdaysAt } from '../../domain/reminder-day';
import type { Upkeep } from '../work/keep-issues';
import { remind, type Mailing, type Remindance } from './remind';

const pageSize = 500;
/** A run ends after so many, and the next goes on. Jira takes 100 writes to one issue in 30 seconds. */
const mostARun = { people: 400, mails: 80 };
/** What was mailed is kept for longer than a cycle lasts. */
const keptMs = 400 * 86_400_000;

/** `refused`: people whom Jira does not mail. `finished` false: `continueReminders` goes on where this stopped. */
export type Reminded = { people: number; mails: number; refused: number; finished: boolean };

/**
 * Mails people what they owe, each on the day they chose, from seven in the morning of their team's time zone, and nothing they were
 * reminded of before. Once an hour; goes on where a run before stopped. Null: no issue to mail from is named in the settings.
 */
export async function sendReminders(deps: Upkeep, atMost = mostARun): Promise<JiraAnswer<Reminded> | null> {
  const { reminders, settings, now } = deps;
  const { site } = await settings.read();
  if (site.mailFrom === null) return null;
  const mailing = { from: site.mailFrom, url: onceAnswered(() => deps.jira.readPageUrl('/mine')) };
  const done: Reminded = { people: 0, mails: 0, refused: 0, finished: false };
  let after = await reminders.position();
  if (after === null) await reminders.forget(instant(Date.parse(now) - keptMs));
  for (;;) {
    const page = await reminders.candidates(after ?? '', weekdaysAt(now), pageSize);
    for (const { person, chosen, timeZone, looked } of page) {
      const today = remindedOn(chosen, timeZone, now);
      if (today !== null && looked !== today && !isFormerMember(person)) {
        const isEnough = done.people >= atMost.people || done.mails >= atMost.mails;
        const answer = isEnough ? null : await remindOrPassOver(deps, mailing, person, today);
        if (answer?.ok !== true) {
          await reminders.setPosition(after);
          return answer ?? { ok: true, value: done };
        }
        count(done, answer.value);
      }
      after = person;
    }
    if (page.length < pageSize) break;
    await reminders.setPosition(after);
  }
  await reminders.setPosition(null);
  return { ok: true, value: { ...done, finished: true } };
}

/** Goes on with a round that stopped on the way; null: there is none. */
export async function continueReminders(
  deps: Upkeep,
  atMost = mostARun,
): Promise<JiraAnswer<Reminded> | null> {
  return (await deps.reminders.position()) === null ? null : sendReminders(deps, atMost);
}

/** What goes wrong with one person must not keep the others from their mail: the next run begins after them. */
async function remindOrPassOver(
  deps: Upkeep,
  mailing: Mailing,
  person: AccountId,
  today: LocalDate,
): Promise<JiraAnswer<Remindance>> {
  try {
    return await remind(deps, mailing, person, today);
  } catch (error) {
    await deps.reminders.setPosition(person);
    throw error;
  }
}

function count(done: Reminded, outcome: Remindance): void {
  done.people += 1;
  if (outcome === 'mailed') done.mails += 1;
  if (outcome === 'refused') done.refused += 1;
}

/** Asks until there is an answer, and then gives that. */
function onceAnswered<T>(ask: () => Promise<JiraAnswer<T>>): () => Promise<JiraAnswer<T>> {
  let known: JiraAnswer<T> | undefined;
  return async () => {
    if (known?.ok !== true) known = await ask();
    return known;
  };
}
