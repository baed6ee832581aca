/** The e-mail that reminds a person of what they owe: in English, the one language there is yet. */
import type { LocalDate } from './dates';
import type { CountTrouble } from './number-source';
import type { Owed, OwedBeside, OwedOnObjective } from './owed';
import { sayDay } from './say';
import type { Freshness } from './standing';

export type Mail = { subject: string; text: string; html: string };

/** Something owed, with what it is on as its reader may see it. */
export type MailLine = {
  owed: Owed | OwedOnObjective | OwedBeside;
  /** Of the key result or objective; '' for a KPI, which has none. */
  key: string;
  title: string;
  /** What the work is called for those who cannot see its issue; '' where nobody said. */
  work: string;
  /** In the team's time zone. */
  today: LocalDate;
};

const locale = 'en-GB';
/** More than this is a list nobody reads: the rest is on Mine. */
const mostLines = 30;

/**
 * The mail of these lines. `before`: how many more wait of which the person was reminded before. `url`: the page Mine. What people
 * wrote is escaped.
 */
export function reminderMail(lines: readonly MailLine[], before: number, url: string): Mail {
  const shown = lines.slice(0, mostLines).map(lineOf);
  const rest = lines.length - shown.length;
  const ending = [
    ...(rest > 0 ? [`And ${rest} more.`] : []),
    ...(before > 0
      ? [`${before} more ${before === 1 ? 'waits' : 'wait'} of which you were reminded before.`]
      : []),
  ];
  const choice = 'On the same page you choose the day of these mails, or to get none.';
  return {
    subject: `Waymark: ${lines.length} ${lines.length === 1 ? 'thing waits' : 'things wait'} for you`,
    text: [
      ...shown.map(({ what, on }) => `- ${what}: ${on}`),
      '',
      ...ending,
      `Open Mine: ${url}`,
      choice,
      '',
    ].join('\n'),
    html: [
      `<ul>${shown.map(({ what, on }) => `<li>${escaped(what)}: <strong>${escaped(on)}</strong></li>`).join('')}</ul>`,
      ...ending.map((sentence) => `<p>${sentence}</p>`),
      `<p><a href="${escaped(url)}">Open Mine</a></p>`,
      `<p>${choice}</p>`,
    ].join(''),
  };
}

function lineOf({ owed, key, title, work, today }: MailLine): { what: string; on: string } {
  return { what: sayOwed(owed, work === '' ? 'the work' : `“${work}”`, today), on: `${key} ${title}`.trim() };
}

function sayOwed(owed: MailLine['owed'], work: string, today: LocalDate): string {
  switch (owed.kind) {
    case 'check-in':
      return `Check in, ${sayFreshness(owed, today)}`;
    case 'source':
      return sayTrouble[owed.outcome];
    case 'ask':
      return 'Somebody asked for your help';
    case 'decision':
      return `Your decision ${owed.dueOn < today ? 'was' : 'is'} due ${sayDay(owed.dueOn, locale, today)}`;
    case 'score':
      return 'Say what it came to';
    case 'write-up':
      return 'Confirm its score and write what came of it';
    case 'next-step':
      return 'No next step: decide what is done next';
    case 'verdict':
      return `Give your verdict on ${work}, which people got on ${sayDay(owed.live, locale, today)}`;
    case 'live':
      return `Say when people got ${work}; it was first done on ${sayDay(owed.on, locale, today)}`;
    case 'hypothesis':
      return `Say what ${work} should change`;
    case 'to-confirm':
      return 'A team needs yours: confirm or decline';
    case 'kpi':
      return `Measure this KPI, ${sayDue('value', owed.value, today)}`;
    case 'too-early':
      return `Comes back on ${sayDay(owed.returnsOn, locale, today)}`;
  }
}

const sayTrouble: Readonly<Record<CountTrouble, string>> = {
  conflict: 'No number: its search finds issues attached to it',
  'too-many': 'No number: too many issues are attached to check its search',
  refused: 'No number: Jira does not run its search',
};

/** Of value and confidence the one that is worse. */
function sayFreshness({ value, confidence }: Extract<Owed, { kind: 'check-in' }>, today: LocalDate): string {
  const [name, worse] = rank(confidence) > rank(value) ? ['confidence', confidence] : ['value', value];
  return sayDue(name, worse, today);
}

function sayDue(name: string, { state, last, dueOn }: Freshness, today: LocalDate): string {
  if (state === 'stale') {
    return last === null ? `${name} never said` : `${name} last ${sayDay(last, locale, today)}, stale`;
  }
  return dueOn === null ? `${name} due` : `${name} due ${sayDay(dueOn, locale, today)}`;
}

function rank({ state }: Freshness): number {
  return state === 'stale' ? 2 : state === 'due' ? 1 : 0;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
