import type { DigestReading } from '../../../../../src/contract/meeting-calls';
import { asksToTalk } from '../../../../../src/domain/confidence';
import type { DigestWork } from '../../../../../src/domain/digest';
import type { AccountId, IssueId, KeyResultId } from '../../../../../src/domain/ids';
import { needOf } from '../../../../../src/domain/need';
import { sayChange, sayOutcome, sayPace } from '../../../../../src/domain/say';
import { impact } from '../../messages/en/impact';
import { meeting as texts } from '../../messages/en/meeting';
import type { Message } from '../../messages/messages';
import type { Words } from '../../messages/use-words';
import { sayVerdictName } from '../impact/headline';

type KeyResult = DigestReading['objectives'][number]['keyResults'][number];

/** What is said of one key result under one heading. */
export type DigestLine = { id: KeyResultId; name: string; said: string };
export type DigestSection = { title: Message; lines: DigestLine[] };

/** The names of people and issues, as the reader sees them. */
export type Names = { person: (id: AccountId) => string; issue: (id: IssueId, publicName: string) => string };

/**
 * What a check-in came to under progress, confidence, challenges and initiatives, in the words of every other surface and those
 * that need it first. Source: design §3.12.
 */
export function digestSections(
  { objectives, heldOn }: Pick<DigestReading, 'objectives' | 'heldOn'>,
  names: Names,
  words: Words,
): DigestSection[] {
  const keyResults = objectives
    .flatMap((objective) => objective.keyResults)
    .sort((a, b) => needOf(a.standing) - needOf(b.standing));
  const section = (title: Message, say: (one: KeyResult) => string[]): DigestSection => ({
    title,
    lines: keyResults.flatMap((one) =>
      say(one).map((said) => ({ id: one.id, name: `${one.key} ${one.title}`, said })),
    ),
  });
  return [
    section(texts.progress, (one) => [sayProgressOf(one, heldOn, words)]),
    section(texts.confidence, (one) => sayConfidenceOf(one, words)),
    section(texts.challenges, (one) => sayChallengesOf(one, heldOn, names, words)),
    section(texts.initiatives, (one) => one.work.flatMap((work) => sayWork(work, heldOn, names, words))),
  ];
}

function sayProgressOf(one: KeyResult, heldOn: DigestReading['heldOn'], { t, locale }: Words): string {
  const { definition, standing, value, pace, saidAnew, evidence } = one;
  const stands = t(texts.outcomeLine, {
    outcome: sayOutcome(definition, standing, locale, heldOn),
    pace: capital(sayPace(standing.pace)),
  });
  const changes = [
    value && t(texts.changed, { change: sayChange(value.change, definition.unit, locale) }),
    pace && t(texts.paceFrom, { pace: sayPace(pace.from) }),
    saidAnew ? null : t(texts.nothingNew),
  ].filter((part) => part !== null);
  const said = [stands, ...changes].join('; ');
  return evidence === '' ? said : `${said}. ${onOneLine(evidence)}`;
}

/** Only what changed, or is low: the rest is as it was. */
function sayConfidenceOf({ standing, confidence }: KeyResult, { t, number }: Words): string[] {
  const now = standing.confidence;
  if (now === null) return [t(texts.confidenceNone)];
  if (confidence === null && now.tone !== 'red') return [];
  const said =
    confidence === null
      ? t(texts.confidenceNow, { value: number(now.value) })
      : t(texts.confidenceFrom, { from: number(confidence.from), to: number(confidence.to) });
  return [asksToTalk(now) && confidence !== null ? `${said}; ${t(texts.talk)}` : said];
}

function sayChallengesOf(
  one: KeyResult,
  heldOn: DigestReading['heldOn'],
  { person }: Names,
  { t, day }: Words,
): string[] {
  const { state, last } = one.standing.freshness.value;
  const became = { done: texts.becameDone, dropped: texts.becameDropped, open: texts.saidOpen };
  return [
    ...(state === 'stale'
      ? [last === null ? t(texts.staleNever) : t(texts.stale, { day: day(last, heldOn) })]
      : []),
    ...(one.standing.needsDecision ? [t(texts.noDecisionYet)] : []),
    ...one.blockers.map((text) => t(texts.blocker, { text: onOneLine(text) })),
    ...one.followed.map(({ text, outcome, dueOn, note, person: who }) => {
      const said =
        outcome === 'carried-on'
          ? t(texts.becameCarried, {
              text: onOneLine(text),
              day: day(dueOn, heldOn),
              person: person(who),
            })
          : t(became[outcome], { text: onOneLine(text) });
      return note === '' ? said : `${said}. ${onOneLine(note)}`;
    }),
    ...one.decisions.map(({ text, owner, dueOn }) =>
      t(texts.decided, { text: onOneLine(text), person: person(owner), day: day(dueOn, heldOn) }),
    ),
    ...one.asks.map(({ text, of }) => t(texts.askedFor, { text: onOneLine(text), person: person(of) })),
  ];
}

function sayWork(work: DigestWork, heldOn: DigestReading['heldOn'], names: Names, words: Words): string[] {
  const { t, day } = words;
  const issue = names.issue(work.issueId, work.publicName);
  switch (work.what) {
    case 'done':
      return [t(texts.workDone, { issue, day: day(work.on, heldOn) })];
    case 'live':
      return [t(texts.workLive, { issue, day: day(work.on, heldOn) })];
    case 'judged':
      return [
        ...(work.verdict === null
          ? []
          : [t(texts.workJudged, { issue, verdict: sayVerdictName(work.verdict, words) })]),
        ...(work.decision === null
          ? []
          : [
              t(texts.workDecided, {
                issue,
                decision: t(impact.decision, {
                  decision: work.decision === 'build-on' ? 'build' : work.decision,
                }),
              }),
            ]),
      ];
  }
}

function onOneLine(text: string): string {
  return text.split(/\s*\n\s*/u).join(' ');
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
