import { and, eq, lte, not, or, sql } from 'drizzle-orm';
import { alias, unionAll } from 'drizzle-orm/mysql-core';
import type { LocalDate } from '../domain/dates';
import type { AccountId, CycleId, TeamId } from '../domain/ids';
import type { DraftedKeyResult, DraftedObjective } from '../domain/preparation';
import type { Database } from './database';
import { cycle, inactiveAccount, keyResult, objective, team } from './schema';
import { visibleTo } from './visibility';
import { asFlag, asText } from './read-as';

/** A reply of Forge SQL holds no more. */
const mostRows = 40_000;

const ownerAlias = (name: string) => alias(inactiveAccount, name);

/** A team's draft of a cycle, in few words. */
export type TeamDraft = {
  cycleId: CycleId;
  cycleName: string;
  startsOn: LocalDate;
  teamId: TeamId;
  teamName: string;
  lead: AccountId | null;
  objectives: (Omit<DraftedObjective, 'keyResults'> & { keyResults: DraftedKeyResult[] })[];
};

/** One text of a key result's definition. */
function definitionField(path: '$.metric.kind' | '$.definition') {
  return sql`JSON_UNQUOTE(JSON_EXTRACT(${keyResult.definition}, ${path}))`;
}

/** What a draft has, without its long texts. */
function columnsOf(
  objectiveOwner: ReturnType<typeof ownerAlias>,
  keyResultOwner: ReturnType<typeof ownerAlias>,
) {
  return {
    cycleId: sql`${cycle.id}`.mapWith(cycle.id).as('cycle_id'),
    cycleName: sql`${cycle.name}`.mapWith(cycle.name).as('cycle_name'),
    startsOn: sql`${cycle.startsOn}`.mapWith(cycle.startsOn).as('starts_on'),
    teamId: sql`${team.id}`.mapWith(team.id).as('team_id'),
    teamName: sql`${team.name}`.mapWith(team.name).as('team_name'),
    lead: asText<AccountId | null>(sql`${team.lead}`).as('lead_id'),
    objectiveId: asText<DraftedObjective['id'] | null>(sql`${objective.id}`).as('objective_id'),
    objectiveOwner: asText<AccountId | null>(sql`${objective.owner}`).as('objective_owner'),
    objectiveOwnerLeft: asFlag(sql`${objectiveOwner.accountId} IS NOT NULL`).as('objective_owner_left'),
    keyResultOwnerLeft: asFlag(sql`${keyResultOwner.accountId} IS NOT NULL`).as('key_result_owner_left'),
    hasWhy: asFlag<boolean | null>(sql`${objective.why} <> ''`).as('has_why'),
    keyResultId: asText<DraftedKeyResult['id'] | null>(sql`${keyResult.id}`).as('key_result_id'),
    keyResultOwner: asText<AccountId | null>(sql`${keyResult.owner}`).as('key_result_owner'),
    hasTarget: asFlag<boolean | null>(sql`${definitionField('$.metric.kind')} <> 'not-measurable-yet'`).as(
      'has_target',
    ),
    hasSource: asFlag<boolean | null>(sql`${definitionField('$.definition')} <> ''`).as('has_source'),
  };
}

type Row = {
  [K in keyof TeamDraft as Exclude<K, 'objectives'>]: TeamDraft[K];
} & {
  objectiveId: DraftedObjective['id'] | null;
  objectiveOwner: AccountId | null;
  objectiveOwnerLeft: boolean;
  keyResultOwnerLeft: boolean;
  hasWhy: boolean | null;
  keyResultId: DraftedKeyResult['id'] | null;
  keyResultOwner: AccountId | null;
  hasTarget: boolean | null;
  hasSource: boolean | null;
};

function collect(rows: readonly Row[]): TeamDraft[] {
  const drafts = new Map<string, TeamDraft>();
  const objectives = new Map<string, TeamDraft['objectives'][number]>();
  for (const row of rows) {
    const { cycleId, cycleName, startsOn, teamId, teamName, lead, objectiveId, keyResultId } = row;
    const at = `${cycleId} ${teamId}`;
    const draft = drafts.get(at) ?? {
      cycleId,
      cycleName,
      startsOn,
      teamId,
      teamName,
      lead,
      objectives: [],
    };
    drafts.set(at, draft);
    if (objectiveId === null) continue;
    const known = objectives.get(objectiveId);
    const one = known ?? {
      id: objectiveId,
      owner: row.objectiveOwner,
      ownerLeft: row.objectiveOwnerLeft,
      hasWhy: row.hasWhy === true,
      keyResults: [],
    };
    if (!known) {
      objectives.set(objectiveId, one);
      draft.objectives.push(one);
    }
    if (keyResultId === null) continue;
    const { keyResultOwner: owner, hasTarget, hasSource } = row;
    one.keyResults.push({
      id: keyResultId,
      owner,
      ownerLeft: row.keyResultOwnerLeft,
      hasTarget: hasTarget === true,
      hasSource: hasSource === true,
    });
  }
  return [...drafts.values()];
}

/** Reads what drafts of cycles have, to tell what they lack. */
export function createPreparationReader(db: Database) {
  const objectiveOwner = ownerAlias('objective_owner');
  const keyResultOwner = ownerAlias('key_result_owner');
  const columns = columnsOf(objectiveOwner, keyResultOwner);
  const here = and(
    eq(objective.teamId, team.id),
    eq(objective.cycleId, cycle.id),
    eq(objective.removed, false),
  );
  const ofObjective = eq(objectiveOwner.accountId, objective.owner);
  const ofKeyResult = eq(keyResultOwner.accountId, keyResult.owner);
  const beneath = and(eq(keyResult.objectiveId, objective.id), eq(keyResult.removed, false));
  return {
    /**
     * Every team's draft of one cycle, by name, of what `reader` may see. A team that was archived, or that is one person, is
     * there only with objectives.
     */
    async ofCycle(cycleId: CycleId, reader: AccountId): Promise<TeamDraft[]> {
      const rows = await db
        .select(columns)
        .from(cycle)
        .innerJoin(team, sql`TRUE`)
        .leftJoin(objective, and(here, visibleTo(reader)))
        .leftJoin(keyResult, beneath)
        .leftJoin(objectiveOwner, ofObjective)
        .leftJoin(keyResultOwner, ofKeyResult)
        .where(
          and(
            eq(cycle.id, cycleId),
            or(
              sql`${objective.id} IS NOT NULL`,
              and(eq(team.archived, false), sql`${team.level} <> 'person'`),
            ),
          ),
        )
        .orderBy(
          sql`${team.name}, ${team.id}, ${objective.number}, ${keyResult.number} LIMIT ${sql.raw(String(mostRows))}`,
        );
      return collect(rows);
    },

    /**
     * Drafts of cycles that begin by `until` and in which this person may owe something: those of teams they lead or are in,
     * and key results they own elsewhere. One statement; each part is found from an index.
     */
    async ofPerson(person: AccountId, until: LocalDate): Promise<TeamDraft[]> {
      const soon = and(eq(cycle.phase, 'draft'), lte(cycle.startsOn, until));
      const mine = sql`(${team.lead} = ${person} OR FIND_IN_SET(${person}, ${team.members}) > 0)`;
      const rows = await unionAll(
        db
          .select(columns)
          .from(cycle)
          .innerJoin(team, and(eq(team.archived, false), mine))
          .leftJoin(objective, and(here, visibleTo(person)))
          .leftJoin(keyResult, beneath)
          .leftJoin(objectiveOwner, ofObjective)
          .leftJoin(keyResultOwner, ofKeyResult)
          .where(
            and(
              soon,
              or(
                sql`${objective.id} IS NOT NULL`,
                and(eq(team.lead, person), sql`${team.level} <> 'person'`),
              ),
            ),
          ),
        db
          .select(columns)
          .from(keyResult)
          .innerJoin(objective, and(eq(objective.id, keyResult.objectiveId), eq(objective.removed, false)))
          .innerJoin(team, and(eq(team.id, objective.teamId), not(mine)))
          .innerJoin(cycle, eq(cycle.id, objective.cycleId))
          .leftJoin(objectiveOwner, ofObjective)
          .leftJoin(keyResultOwner, ofKeyResult)
          .where(and(eq(keyResult.owner, person), eq(keyResult.removed, false), soon, visibleTo(person))),
      );
      return collect(rows);
    },
  };
}
