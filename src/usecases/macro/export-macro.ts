import type { Parsed } from '../../contract/calls';
import type { SiteReading } from '../../contract/readings';
import { changesSince } from '../../domain/changes-since';
import type { CheckIn } from '../../domain/check-in';
import { addDays, dayIn, type Instant, type LocalDate } from '../../domain/dates';
import { headline, sayChanges } from '../../domain/headline';
import { byMadeOn, type KeyResultRecord } from '../../domain/measurements';
import { topMismatch } from '../../domain/mismatch';
import { inOrderOfNeed } from '../../domain/ordering';
import { sayDay, sayOutcome, sayPace, sayProgress } from '../../domain/say';
import { sayMismatch } from '../../domain/say-mismatch';
import { standing, type Mismatch, type Standing } from '../../domain/standing';
import type { KeyResultFacts, ObjectiveFacts } from '../../storage/records';
import type { Repositories } from '../../storage/repositories';
import {
  bullets,
  doc,
  heading,
  mention,
  paragraph,
  strong,
  text,
  type AdfDocument,
  type AdfNode,
} from './adf';
import { filterOf } from './macro-shows';
import { sayInitiative } from './say-initiative';

/** A key result as the export tells it. */
type Told = {
  key: string;
  facts: KeyResultFacts;
  now: Standing;
  /** What changed since last week; '' when nothing did. */
  changes: string;
  /** Where outcome and work do not fit together; at most one. */
  mismatch: Mismatch | null;
  today: LocalDate;
  timeZone: string;
};

/**
 * What stands in place of the macro in a PDF or Word file and in the page's history, in the order of the macro: how many
 * are on pace, what changed since last week, then each objective's key results in the order of need, outcome and work
 * apart. A file goes from hand to hand and nobody knows its reader, so restricted OKRs are as if they were not there. One
 * statement. Issues have no titles here: those are read as the viewer, and there is none.
 */
export async function exportMacro(
  { okrs, now }: Pick<Repositories, 'okrs'> & { now: Instant },
  show: Parsed<'macro.read'>['show'],
  locale: string,
): Promise<AdfDocument> {
  const { site, objectives } = await okrs.read(filterOf(show), null);
  if (objectives.length === 0) {
    return doc(paragraph(text('The OKRs shown here are not there any more, or not for everybody to see.')));
  }
  const told = objectives.map((objective) => ({ objective, keyResults: tell(objective, site, now, locale) }));
  const all = told.flatMap(({ keyResults }) => keyResults);
  const today =
    all
      .map((one) => one.today)
      .sort()
      .at(-1) ?? dayIn('UTC', now);
  return doc(
    paragraph(
      strong(
        headline(
          all.map((one) => one.now),
          locale,
          today,
        ),
      ),
    ),
    ...sinceLastWeek(all, locale, today),
    ...told.flatMap(({ objective, keyResults }) => [
      heading(
        3,
        text(`${site.keyPrefix.objective}-${objective.objective.number} ${objective.objective.title}`),
      ),
      paragraph(text(`${objective.team.name} · ${objective.cycle.name}`)),
      ...keyResults.flatMap((one) => keyResultBlocks(one, locale)),
    ]),
  );
}

function tell(
  { team, cycle, keyResults }: ObjectiveFacts,
  site: SiteReading,
  now: Instant,
  locale: string,
): Told[] {
  const today = dayIn(team.timeZone, now);
  const told = keyResults.map((facts) => {
    const { definition, checkIns, initiatives, events, goalChangedOn } = facts;
    const record: KeyResultRecord = { definition, checkIns, cadence: team.cadence };
    const since = addDays(today, -7);
    const changes = changesSince(
      { ...record, initiatives, timeZone: team.timeZone },
      since,
      site.rules,
      today,
    );
    return {
      key: `${site.keyPrefix.keyResult}-${facts.number}`,
      facts,
      now: standing(record, site.rules, today),
      changes: sayChanges(changes, definition.unit, locale),
      mismatch: topMismatch(
        { ...record, initiatives, events, goalChangedOn, cycleStartsOn: cycle.startsOn },
        site.rules,
        today,
      ),
      today,
      timeZone: team.timeZone,
    };
  });
  return inOrderOfNeed(told, (one) => one.now);
}

function sinceLastWeek(told: readonly Told[], locale: string, today: LocalDate): AdfNode[] {
  const since = sayDay(addDays(today, -7), locale, today);
  const changed = told.filter(({ changes }) => changes !== '');
  if (changed.length === 0) return [paragraph(text(`Nothing changed since ${since}.`))];
  return [
    paragraph(text(`Changed since ${since}:`)),
    ...bullets(changed.map(({ key, changes }) => paragraph(strong(key), text(` ${changes}`)))),
  ];
}

function keyResultBlocks({ key, facts, now, mismatch, today, timeZone }: Told, locale: string): AdfNode[] {
  const { definition, checkIns, initiatives, owner, title } = facts;
  const made = [...checkIns].sort(byMadeOn);
  const note = made.findLast(({ evidence, blocker }) => evidence !== '' || blocker !== '');
  const decided = made.findLast(({ decision }) => decision !== null);
  return [
    heading(4, text(`${key} ${title}`)),
    paragraph(text('Owner: '), owner ? mention(owner) : text('nobody')),
    paragraph(
      strong('Outcome: '),
      text(
        [
          // An unknown pace is said with its day by the outcome itself.
          ...(now.pace === 'unknown' ? [] : [sayPace(now.pace)]),
          sayOutcome(definition, now, locale, today),
          sayProgress(now.progress, locale),
          sayConfidence(now, locale, today),
          sayFreshness(now, locale, today),
        ].join(' · '),
      ),
    ),
    ...(note ? [paragraph(strong('Note: '), text(sayNote(note, locale, today)))] : []),
    ...decisionBlocks(decided, now, locale, today),
    // Who reads a file cannot act in it: the thing to do is left out.
    ...(mismatch ? [paragraph(text(sayMismatch(mismatch, locale, today).what))] : []),
    paragraph(
      strong('Work: '),
      text(initiatives.length === 0 ? 'nothing attached' : 'moves no number here; what Jira says was done'),
    ),
    ...bullets(
      initiatives.map((initiative) => paragraph(text(sayInitiative(initiative, timeZone, locale, today)))),
    ),
  ];
}

function sayConfidence({ confidence }: Standing, locale: string, today: LocalDate): string {
  if (!confidence) return 'no confidence said';
  return `confidence ${confidence.value} of 10 on ${sayDay(confidence.on, locale, today)}`;
}

function sayFreshness({ freshness: { value } }: Standing, locale: string, today: LocalDate): string {
  if (value.state === 'fresh' || value.dueOn === null) return value.state;
  return `${value.state}: a number was due on ${sayDay(value.dueOn, locale, today)}`;
}

function sayNote({ evidence, blocker, madeOn }: CheckIn, locale: string, today: LocalDate): string {
  const said = [evidence, blocker === '' ? '' : `Blocked by: ${blocker}`].filter((part) => part !== '');
  return `${said.join(' ')} (${sayDay(madeOn, locale, today)})`;
}

function decisionBlocks(
  decided: CheckIn | undefined,
  now: Standing,
  locale: string,
  today: LocalDate,
): AdfNode[] {
  if (now.needsDecision) return [paragraph(strong('Decision: '), text('no decision yet'))];
  if (!decided?.decision) return [];
  const { owner, dueOn, text: what } = decided.decision;
  return [
    paragraph(
      strong('Decision: '),
      text(`${what} — `),
      mention(owner),
      text(`, by ${sayDay(dueOn, locale, today)}`),
    ),
  ];
}
