/**
 * The one query behind every view of OKRs: panel, macro, overview and key result page. Check-ins, their corrections,
 * initiatives, outside events and judgements hang on different rows of `part`, so that they never multiply, and wide texts come once.
 */
import { and, eq, sql, type SQL } from 'drizzle-orm';
import { alias, unionAll, type MySqlColumn } from 'drizzle-orm/mysql-core';
import type { SiteReading } from '../contract/readings';
import type { AccountId } from '../domain/ids';
import { aliased, type Joined } from './aliased';
import type { Database } from './database';
import { condition, shownIn, type OkrFilter, type Place } from './okr-filter';
import { collectObjectives } from './okr-rows';
import type { ObjectiveFacts } from './records';
import {
  checkIn,
  correction,
  cycle,
  inactiveAccount,
  followUp,
  initiative,
  judgement,
  keyResult,
  objective,
  outsideEvent,
  settings,
  sharedKeyResult,
  team,
  workSnapshot,
} from './schema';
import {
  checkInColumns,
  correctionColumns,
  cycleColumns,
  followUpColumns,
  initiativeColumns,
  judgementColumns,
  keyResultColumns,
  objectiveColumns,
  outsideEventColumns,
  sharedColumns,
  teamColumns,
  workColumns,
} from './selections';
import type { SharedFacts } from './shared-key-result-repository';
import { siteOrDefault } from './site';
import { visibleTo } from './visibility';
import { asFlag, asNull, asNumber, asText } from './read-as';

/**
 * Row 0 carries the key result itself, row 1 its check-ins, 2 its initiatives, 3 its events, 4 its judgements, 5 what became of its
 * decisions and asks, 6 the corrections of its values.
 */
const parts = sql`(SELECT 0 AS part UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6) part`;
/** Of a key result of another team its values alone, and in row 7 where it is shown. */
const sharedParts = sql`(SELECT 0 AS part UNION ALL SELECT 1 UNION ALL SELECT 6 UNION ALL SELECT 7) part`;
const part = sql`part.part`;
const first = sql`part.part = 0`;

/** Check-ins without what people wrote: half a megabyte less where many are read for their numbers alone. */
function checkInsWithoutTexts() {
  return {
    ...aliased(checkIn, 'm', checkInColumns),
    evidence: asText(sql`''`).as('m_evidence'),
    blocker: asText(sql`''`).as('m_blocker'),
    decision: asNull(sql`NULL`).as('m_decision'),
    ask: asNull(sql`NULL`).as('m_ask'),
  };
}

/** `isShared`: those of other teams. */
function okrRows(
  db: Database,
  which: SQL | undefined,
  reader: AccountId | null,
  { texts, isShared = false }: { texts: boolean; isShared?: boolean },
) {
  const objectiveOwner = alias(inactiveAccount, 'objective_owner');
  const keyResultOwner = alias(inactiveAccount, 'key_result_owner');
  const leftWhen = ({ accountId }: { accountId: MySqlColumn }) => asFlag(sql`${accountId} IS NOT NULL`);
  return (
    db
      .select({
        part: asNumber(sql`${part}`).as('part_no'),
        isShared: asFlag(sql.raw(isShared ? '1' : '0')).as('is_shared'),
        objectiveId: sql`${objective.id}`.mapWith(objective.id).as('at_objective'),
        keyResultId: sql`${keyResult.id}`.mapWith(keyResult.id).as('at_key_result'),
        ownersLeft: {
          objective: leftWhen(objectiveOwner).as('objective_owner_left'),
          keyResult: leftWhen(keyResultOwner).as('key_result_owner_left'),
        },
        objective: aliased(objective, 'o', objectiveColumns, first),
        team: aliased(team, 't', teamColumns, first),
        cycle: aliased(cycle, 'c', cycleColumns, first),
        keyResult: aliased(keyResult, 'k', keyResultColumns, first),
        checkIn: texts ? aliased(checkIn, 'm', checkInColumns) : checkInsWithoutTexts(),
        initiative: aliased(initiative, 'i', initiativeColumns),
        work: aliased(workSnapshot, 'w', workColumns),
        event: aliased(outsideEvent, 'e', outsideEventColumns),
        judgement: aliased(judgement, 'j', judgementColumns),
        correction: aliased(correction, 'x', correctionColumns),
        followUp: aliased(followUp, 'f', followUpColumns),
        shared: aliased(sharedKeyResult, 'h', sharedColumns),
      })
      .from(objective)
      .innerJoin(team, eq(team.id, objective.teamId))
      .innerJoin(cycle, eq(cycle.id, objective.cycleId))
      .leftJoin(keyResult, and(eq(keyResult.objectiveId, objective.id), eq(keyResult.removed, false)))
      .leftJoin(objectiveOwner, eq(objectiveOwner.accountId, objective.owner))
      .leftJoin(keyResultOwner, eq(keyResultOwner.accountId, keyResult.owner))
      .crossJoin(isShared ? sharedParts : parts)
      .leftJoin(checkIn, and(sql`${part} = 1`, eq(checkIn.keyResultId, keyResult.id)))
      .leftJoin(
        initiative,
        and(sql`${part} = 2`, eq(initiative.keyResultId, keyResult.id), eq(initiative.detached, false)),
      )
      .leftJoin(workSnapshot, eq(workSnapshot.issueId, initiative.issueId))
      .leftJoin(
        outsideEvent,
        and(sql`${part} = 3`, eq(outsideEvent.keyResultId, keyResult.id), eq(outsideEvent.removed, false)),
      )
      .leftJoin(judgement, and(sql`${part} = 4`, eq(judgement.keyResultId, keyResult.id)))
      .leftJoin(
        followUp,
        and(
          sql`${part} = 5`,
          eq(followUp.keyResultId, keyResult.id),
          // What a check-in begins with is said by the check-in itself.
          sql`${followUp.id} <> ${followUp.checkInId}`,
        ),
      )
      .leftJoin(correction, and(sql`${part} = 6`, eq(correction.subjectId, keyResult.id)))
      .leftJoin(
        sharedKeyResult,
        and(sql`${part} = 7`, eq(sharedKeyResult.keyResultId, keyResult.id), eq(sharedKeyResult.shown, true)),
      )
      .where(
        and(
          eq(objective.removed, false),
          visibleTo(reader),
          which,
          sql`(${first} OR ${checkIn.id} IS NOT NULL OR ${initiative.id} IS NOT NULL OR ${outsideEvent.id} IS NOT NULL OR ${judgement.id} IS NOT NULL OR ${followUp.id} IS NOT NULL OR ${correction.id} IS NOT NULL OR ${sharedKeyResult.id} IS NOT NULL)`,
        ),
      )
      // With a limit the inner query is planned on its own, from the filter's index; merged into the outer join it
      // would read every objective. More rows than this do not fit into one reply of Forge SQL.
      .orderBy(sql`NULL LIMIT 100000`)
  );
}

function foundBy(db: Database, filter: OkrFilter, reader: AccountId | null, texts: boolean) {
  return okrRows(db, condition(db, filter, reader), reader, { texts }).as('found');
}

/** The site's settings beside what was found; nothing found still answers the settings. */
async function withSite(db: Database, found: ReturnType<typeof foundBy>) {
  const one = sql`(SELECT 'site' AS id) one`;
  const rows = await db
    .select({
      settings: aliased(settings, 's', ['site'], sql`${found.part} IS NULL OR ${found.part} = 0`),
      isShared: found.isShared,
      objectiveId: found.objectiveId,
      ownersLeft: found.ownersLeft,
      keyResultId: found.keyResultId,
      objective: found.objective,
      team: found.team,
      cycle: found.cycle,
      keyResult: found.keyResult,
      checkIn: found.checkIn,
      initiative: found.initiative,
      work: found.work,
      event: found.event,
      judgement: found.judgement,
      correction: found.correction,
      followUp: found.followUp,
      shared: found.shared,
    })
    .from(one)
    .leftJoin(settings, sql`${settings.id} = one.id`)
    .leftJoin(found, sql`TRUE`);
  const sites: (SiteReading | null)[] = rows.map((row) => row.settings.site);
  return { site: siteOrDefault(sites.find((site) => site !== null)), rows };
}

/** Reads OKRs and the site's settings in one statement. */
export function createOkrReader(db: Database) {
  return {
    /**
     * The objectives that `filter` names and `reader` may see (null: a reader nobody knows), in order of number. `texts` false
     * leaves what people wrote in check-ins empty.
     */
    async read(
      filter: OkrFilter,
      reader: AccountId | null,
      { texts = true }: { texts?: boolean } = {},
    ): Promise<{ site: SiteReading; objectives: ObjectiveFacts[] }> {
      const { site, rows } = await withSite(db, foundBy(db, filter, reader, texts));
      return { site, objectives: collectObjectives(rows) };
    },

    /**
     * The same with the key results of other teams that are shown beneath these objectives: `homes` holds them where they belong, as far
     * as `reader` may see them, with their values and without texts and work. Still one statement; each side is planned on its own.
     */
    async readWithShared(
      place: Place,
      reader: AccountId,
    ): Promise<{
      site: SiteReading;
      objectives: ObjectiveFacts[];
      shared: { links: SharedFacts[]; homes: ObjectiveFacts[] };
    }> {
      const { site, rows } = await withSite(
        db,
        unionAll(
          okrRows(db, condition(db, place, reader), reader, { texts: true }),
          okrRows(db, shownIn(db, place, reader), reader, { texts: false, isShared: true }),
        ).as('found'),
      );
      const ofOthers = rows.filter(({ isShared }) => isShared);
      return {
        site,
        objectives: collectObjectives(rows.filter(({ isShared }) => !isShared)),
        shared: {
          links: ofOthers.flatMap(({ shared }: { shared: Joined<SharedFacts> }) =>
            shared.id === null ? [] : [shared],
          ),
          homes: collectObjectives(ofOthers),
        },
      };
    },
  };
}
