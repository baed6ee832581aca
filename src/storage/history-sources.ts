/**
 * Everything that has a history, and how one gets from a row of it to the objective, team and cycle that it belongs to. A table
 * that carries its last change and is not here fails a test.
 */
import { sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/mysql-core';
import type { HistoryEntry } from '../contract/readings';
import type { VersionedTable } from './change';
import {
  alignment,
  checkIn,
  correction,
  sharedMeasurement,
  cycle,
  dependency,
  digest,
  findingAnswer,
  followUp,
  initiative,
  judgement,
  keyResult,
  kpi,
  numberSource,
  objective,
  outsideEvent,
  kudos,
  reminderChoice,
  retrospective,
  score,
  settings,
  sharedKeyResult,
  team,
  teamProfile,
} from './schema';

/** Where a row belongs and what it is called, as SQL over the row under the name `own`. */
export type PlaceOfRow = {
  keyResultId?: SQL;
  /** Not needed beside `keyResultId`. */
  objectiveId?: SQL;
  /** Not needed beside the two above. */
  teamId?: SQL;
  cycleId?: SQL;
  issueId?: SQL;
  title?: SQL;
};
/** A table whose rows change; what they were before is in `history`. */
export type ChangingSource = {
  entity: HistoryEntry['entity'];
  /** The table itself: its own name says which one it is. */
  of: VersionedTable;
  own: VersionedTable;
  place: PlaceOfRow;
  /** Whose alone a row is: nobody else is shown what becomes of it. */
  person?: SQL;
};
/** A table whose rows are added once and are an entry each. */
export type AddedSource = {
  /** Which rows are one; all where it is missing. */
  where?: SQL;
  /** Which entities an entry may be of, to leave the table out where none is asked for. */
  entities: readonly HistoryEntry['entity'][];
  own: SQL;
  columns: Record<'entity' | 'entityId' | 'request' | 'by' | 'at' | 'act' | 'why' | 'detail', SQL>;
  place: PlaceOfRow;
};

const own = {
  team: alias(team, 'own'),
  cycle: alias(cycle, 'own'),
  objective: alias(objective, 'own'),
  keyResult: alias(keyResult, 'own'),
  initiative: alias(initiative, 'own'),
  outsideEvent: alias(outsideEvent, 'own'),
  score: alias(score, 'own'),
  retrospective: alias(retrospective, 'own'),
  reminderChoice: alias(reminderChoice, 'own'),
  settings: alias(settings, 'own'),
  teamProfile: alias(teamProfile, 'own'),
  sharedMeasurement: alias(sharedMeasurement, 'own'),
  alignment: alias(alignment, 'own'),
  dependency: alias(dependency, 'own'),
  sharedKeyResult: alias(sharedKeyResult, 'own'),
  judgement: alias(judgement, 'own'),
  findingAnswer: alias(findingAnswer, 'own'),
  followUp: alias(followUp, 'own'),
  digest: alias(digest, 'own'),
  recognition: alias(kudos, 'own'),
  numberSource: alias(numberSource, 'own'),
  kpi: alias(kpi, 'own'),
  correction: alias(correction, 'own'),
};

const when = (column: unknown, is: string, then: unknown) =>
  sql`CASE WHEN ${column} = ${is} THEN ${then} END`;

/** Made when first asked for: no work while the backend loads. */
export function changingSources(): ChangingSource[] {
  return [
    { entity: 'team', of: team, own: own.team, place: { teamId: sql`${own.team.id}` } },
    { entity: 'cycle', of: cycle, own: own.cycle, place: { cycleId: sql`${own.cycle.id}` } },
    {
      entity: 'objective',
      of: objective,
      own: own.objective,
      place: { objectiveId: sql`${own.objective.id}` },
    },
    {
      entity: 'key-result',
      of: keyResult,
      own: own.keyResult,
      place: { keyResultId: sql`${own.keyResult.id}` },
    },
    {
      entity: 'initiative',
      of: initiative,
      own: own.initiative,
      place: {
        keyResultId: sql`${own.initiative.keyResultId}`,
        issueId: sql`${own.initiative.issueId}`,
        title: sql`${own.initiative.publicName}`,
      },
    },
    {
      entity: 'outside-event',
      of: outsideEvent,
      own: own.outsideEvent,
      place: { keyResultId: sql`${own.outsideEvent.keyResultId}`, title: sql`${own.outsideEvent.title}` },
    },
    {
      entity: 'score',
      of: score,
      own: own.score,
      place: {
        keyResultId: when(own.score.subject, 'key-result', own.score.subjectId),
        objectiveId: when(own.score.subject, 'objective', own.score.subjectId),
      },
    },
    {
      entity: 'retrospective',
      of: retrospective,
      own: own.retrospective,
      place: { teamId: sql`${own.retrospective.teamId}`, cycleId: sql`${own.retrospective.cycleId}` },
    },
    {
      entity: 'team',
      of: teamProfile,
      own: own.teamProfile,
      place: { teamId: sql`${own.teamProfile.teamId}` },
    },
    {
      entity: 'key-result',
      of: sharedMeasurement,
      own: own.sharedMeasurement,
      place: { keyResultId: sql`${own.sharedMeasurement.keyResultId}` },
    },
    {
      entity: 'alignment',
      of: alignment,
      own: own.alignment,
      place: { objectiveId: sql`${own.alignment.objectiveId}` },
    },
    {
      entity: 'dependency',
      of: dependency,
      own: own.dependency,
      place: { keyResultId: sql`${own.dependency.keyResultId}` },
    },
    {
      entity: 'alignment',
      of: sharedKeyResult,
      own: own.sharedKeyResult,
      // Where it is shown: nothing of the key result changed.
      place: { objectiveId: sql`${own.sharedKeyResult.objectiveId}` },
    },
    {
      entity: 'number-source',
      of: numberSource,
      own: own.numberSource,
      place: { keyResultId: sql`${own.numberSource.keyResultId}` },
    },
    {
      entity: 'kpi',
      of: kpi,
      own: own.kpi,
      place: { teamId: sql`${own.kpi.teamId}`, title: sql`${own.kpi.name}` },
    },
    {
      entity: 'reminder-choice',
      of: reminderChoice,
      own: own.reminderChoice,
      place: {},
      person: sql`${own.reminderChoice.person}`,
    },
    { entity: 'settings', of: settings, own: own.settings, place: {} },
  ];
}

const said = (field: unknown, word: SQL) =>
  sql`CONCAT('{"field":"', ${field}, '","from":"null","to":"', CASE WHEN ${word} IS NULL THEN 'null' ELSE CONCAT(${String.raw`\"`}, ${word}, ${String.raw`\"`}) END, '"}')`;

/** As above. The columns of a judgement and of what was said of a finding, as an entry has them. */
export function addedSources(): AddedSource[] {
  const judged = own.judgement;
  const argued = own.findingAnswer;
  const of = (kind: string) => when(argued.subject, kind, argued.subjectId);
  return [
    {
      entities: ['initiative'],
      own: sql`${judgement} own`,
      columns: {
        entity: sql`'initiative'`,
        entityId: sql`${judged.initiativeId}`,
        request: sql`${judged.id}`,
        by: sql`${judged.judgedBy}`,
        at: sql`${judged.judgedAt}`,
        act: sql`'judge'`,
        why: sql`${judged.reason}`,
        detail: sql`CONCAT('[', ${said('verdict', sql`${judged.verdict}`)}, ',', ${said('decision', sql`${judged.decision}`)}, ']')`,
      },
      place: {
        keyResultId: sql`${judged.keyResultId}`,
        issueId: sql`(SELECT attached.issue_id FROM ${initiative} attached WHERE attached.id = ${judged.initiativeId})`,
      },
    },
    {
      entities: ['team', 'cycle', 'objective', 'key-result'],
      own: sql`${findingAnswer} own`,
      columns: {
        entity: sql`${argued.subject}`,
        entityId: sql`${argued.subjectId}`,
        request: sql`${argued.id}`,
        by: sql`${argued.answeredBy}`,
        at: sql`${argued.answeredAt}`,
        act: sql`CASE WHEN ${argued.worth} IS NOT NULL THEN 'answer' WHEN ${argued.active} = 1 THEN 'dismiss' ELSE 'take-back' END`,
        why: sql`${argued.reason}`,
        detail: sql`CONCAT('[', ${said('finding', sql`${argued.rule}`)}, ']')`,
      },
      place: {
        keyResultId: of('key-result'),
        objectiveId: of('objective'),
        teamId: of('team'),
        cycleId: sql`${argued.cycleId}`,
      },
    },
    ...metSources(),
    correctedSource(),
  ];
}

/** What a team's check-in leaves: the digest, what became of decisions and asks, and praise. */
function metSources(): AddedSource[] {
  const followed = own.followUp;
  const praised = own.recognition;
  const kept = own.digest;
  const onKeyResult = sql`'key-result'`;
  return [
    {
      entities: ['key-result'],
      own: sql`${followUp} own`,
      // The first of each is the check-in itself.
      where: sql`${followed.id} <> ${followed.checkInId}`,
      columns: {
        entity: onKeyResult,
        entityId: sql`${followed.keyResultId}`,
        request: sql`${followed.id}`,
        by: sql`${followed.recordedBy}`,
        at: sql`${followed.recordedAt}`,
        act: sql`'follow-up'`,
        why: sql`${followed.note}`,
        detail: sql`CONCAT('[', ${said(followed.subject, sql`${followed.outcome}`)}, ']')`,
      },
      place: {
        keyResultId: sql`${followed.keyResultId}`,
        title: sql`(SELECT JSON_UNQUOTE(JSON_EXTRACT(CASE WHEN ${followed.subject} = 'decision' THEN said.decision ELSE said.help_request END, '$.text')) FROM ${checkIn} said WHERE said.id = ${followed.checkInId})`,
      },
    },
    {
      entities: ['key-result'],
      own: sql`${kudos} own`,
      columns: {
        entity: onKeyResult,
        entityId: sql`${praised.keyResultId}`,
        request: sql`${praised.id}`,
        by: sql`${praised.givenBy}`,
        at: sql`${praised.givenAt}`,
        act: sql`CASE WHEN ${praised.withdrawsId} IS NULL THEN 'praise' ELSE 'take-back-praise' END`,
        why: sql`''`,
        detail: sql`CONCAT('[', ${said(sql`'person'`, sql`${praised.recipient}`)}, ']')`,
      },
      place: { keyResultId: sql`${praised.keyResultId}` },
    },
    {
      entities: ['team'],
      own: sql`${digest} own`,
      columns: {
        entity: sql`'team'`,
        entityId: sql`${kept.teamId}`,
        request: sql`${kept.id}`,
        by: sql`${kept.endedBy}`,
        at: sql`${kept.endedAt}`,
        act: sql`'keep-digest'`,
        why: sql`''`,
        detail: sql`'[]'`,
      },
      place: { teamId: sql`${kept.teamId}`, cycleId: sql`${kept.cycleId}` },
    },
  ];
}

/** Corrections of values: of a key result's check-ins and of a KPI's values. */
function correctedSource(): AddedSource {
  const corrected = own.correction;
  const number = (value: unknown) => sql`COALESCE(${value}, 'null')`;
  return {
    entities: ['check-in', 'kpi'],
    own: sql`${correction} own LEFT JOIN ${kpi} measured ON measured.id = ${corrected.subjectId}`,
    columns: {
      entity: sql`CASE WHEN measured.id IS NULL THEN 'check-in' ELSE 'kpi' END`,
      entityId: sql`${corrected.about}`,
      request: sql`${corrected.id}`,
      by: sql`${corrected.correctedBy}`,
      at: sql`${corrected.correctedAt}`,
      act: sql`'correct'`,
      why: sql`${corrected.why}`,
      detail: sql`CONCAT('[{"field":"value","from":"', ${number(corrected.fromValue)}, '","to":"', ${number(corrected.value)}, '"}]')`,
    },
    place: {
      keyResultId: sql`${corrected.subjectId}`,
      teamId: sql`measured.team_id`,
      title: sql`measured.name`,
    },
  };
}
