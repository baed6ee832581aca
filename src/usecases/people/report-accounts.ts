import { randomUUID } from 'node:crypto';
import { accountsAReport } from '../../atlassian/closed-accounts';
import type { JiraAnswer } from '../../atlassian/jira-request';
import type { Instant } from '../../domain/dates';
import { formerMember } from '../../domain/former-member';
import type { AccountId } from '../../domain/ids';
import type { Erasure } from '../../storage/personal-data-repository';
import type { Upkeep } from '../work/keep-issues';

/** Atlassian asks for a report every seven days; a daily run is not on time to the minute. */
const cycleMs = 6.5 * 86_400_000;
/** A run ends after so many, and the next goes on. Accounts: ten at a time, since each is looked for in every text. */
const mostARun = { windows: 1_000, accounts: 10 };
/** What waits for its replacement is kept in one text of 64 KB: beyond these, the rest is reported when they are replaced. */
const mostWaiting = 200;

/** `finished` false: `continueReport` goes on where this stopped. */
export type ReportedAccounts = { reported: number; closed: number; changed: number; finished: boolean };

/**
 * Reports every account id that Waymark keeps to Atlassian, once in seven days, and puts a former member in the place of those that
 * were closed since, in all rows and their history. Null: not due. Goes on where it stopped. Source: decision 0029.
 */
export async function reportAccounts(
  deps: Upkeep,
  atMost = mostARun,
): Promise<JiraAnswer<ReportedAccounts> | null> {
  const { personalData, now } = deps;
  const done: ReportedAccounts = { reported: 0, closed: 0, changed: 0, finished: false };
  const { reached, after } = await personalData.reported();
  if (after !== null || isDue(reached, now)) {
    const known = await personalData.accounts();
    const rest = after === null ? known : known.filter((id) => id > after);
    for (let at = 0; at < rest.length; at += accountsAReport) {
      const ids = rest.slice(at, at + accountsAReport);
      const answer = await deps.jira.reportAccounts(ids);
      if (!answer.ok) return answer;
      const waiting = await addToErasure(deps, answer.value);
      const last = ids.at(-1);
      if (last !== undefined) await personalData.setReported(last);
      done.reported += ids.length;
      done.closed += answer.value.length;
      if (waiting >= mostWaiting) return { ok: true, value: await erase(deps, done, atMost) };
    }
    await personalData.endReport(now);
  } else if ((await personalData.erasure()) === null) {
    return null;
  }
  return { ok: true, value: await erase(deps, done, atMost) };
}

/** Goes on with a report or an erasure that stopped on the way; null: there is none. */
export async function continueReport(
  deps: Upkeep,
  atMost = mostARun,
): Promise<JiraAnswer<ReportedAccounts> | null> {
  const { after } = await deps.personalData.reported();
  const under = after !== null || (await deps.personalData.erasure()) !== null;
  return under ? reportAccounts(deps, atMost) : null;
}

function isDue(reached: Instant | null, now: Instant): boolean {
  return reached === null || Date.parse(now) - Date.parse(reached) >= cycleMs;
}

/** Each account gets its replacement once, so that a run cut off goes on with the same; the pass begins anew for the added ones. */
async function addToErasure({ personalData }: Upkeep, closed: readonly AccountId[]): Promise<number> {
  const people = (await personalData.erasure())?.people ?? [];
  const known = new Set(people.map(({ id }) => id));
  const added = closed.filter((id) => !known.has(id)).map((id) => ({ id, as: formerMember(randomUUID()) }));
  const waiting = [...people, ...added];
  if (added.length > 0) await personalData.setErasure({ people: waiting, at: null, changed: 0 });
  return waiting.length;
}

/**
 * Through all tables, again and again until a whole pass finds nothing: an act that was under way may put an old row into history
 * after the first pass was there.
 */
async function erase(
  deps: Upkeep,
  done: ReportedAccounts,
  atMost: typeof mostARun,
): Promise<ReportedAccounts> {
  for (let window = 0; window < atMost.windows; window += 1) {
    const under = await deps.personalData.erasure();
    if (under === null) return { ...done, finished: true };
    const { changed, next } = await deps.personalData.eraseWindow(
      under.people.slice(0, atMost.accounts),
      under.at,
    );
    done.changed += changed;
    await deps.personalData.setErasure(after(under, changed, next, atMost.accounts));
  }
  return { ...done, finished: (await deps.personalData.erasure()) === null };
}

function after(under: Erasure, changed: number, next: Erasure['at'], accounts: number): Erasure | null {
  const sum = under.changed + changed;
  if (next !== null) return { ...under, at: next, changed: sum };
  const people = sum > 0 ? under.people : under.people.slice(accounts);
  return people.length === 0 ? null : { people, at: null, changed: 0 };
}
