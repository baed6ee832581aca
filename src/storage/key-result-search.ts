import { and, eq, gte, inArray, lte, ne, or, sql, type SQL } from 'drizzle-orm';
import type { SiteReading } from '../contract/readings';
import type { Span } from '../domain/cycle-parts';
import type { AccountId, CycleId, ProjectId, TeamId } from '../domain/ids';
import { aliased } from './aliased';
import type { Database } from './database';
import { cycle, keyResult, objective, team } from './schema';
import { visibleTo } from './visibility';

type Prefix = SiteReading['keyPrefix'];

/** The best matches that a picker shows. */
const shown = 30;
/** A longer search says no more. */
const maxWords = 6;

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean).slice(0, maxWords);
}

/** Text to find anywhere in a column; what LIKE would take for a pattern stands for itself. */
function containing(word: string): string {
  return `%${word.replace(/[!%_]/g, '!$&')}%`;
}

/** The number in a key and whose it is: `O-14` an objective's, `KR-14`, or 14 alone, a key result's. */
function keyIn(
  word: string,
  { objective: prefix }: Prefix,
): { of: 'objective' | 'key-result'; number: number } | null {
  const [, letters, digits] = /^(?:([A-Za-z]{1,6})-)?(\d{1,9})$/.exec(word) ?? [];
  if (digits === undefined) return null;
  return { of: letters?.toUpperCase() === prefix ? 'objective' : 'key-result', number: Number(digits) };
}

function matches(word: string, prefix: Prefix): SQL | undefined {
  const pattern = containing(word);
  const key = keyIn(word, prefix);
  return or(
    sql`${keyResult.title} LIKE ${pattern} ESCAPE '!'`,
    sql`${objective.title} LIKE ${pattern} ESCAPE '!'`,
    sql`${team.name} LIKE ${pattern} ESCAPE '!'`,
    key ? eq(key.of === 'objective' ? objective.number : keyResult.number, key.number) : undefined,
  );
}

function objectiveMatches(word: string, prefix: Prefix): SQL | undefined {
  const pattern = containing(word);
  const key = keyIn(word, prefix);
  return or(
    sql`${objective.title} LIKE ${pattern} ESCAPE '!'`,
    sql`${team.name} LIKE ${pattern} ESCAPE '!'`,
    sql`${cycle.name} LIKE ${pattern} ESCAPE '!'`,
    key?.of === 'objective' ? eq(objective.number, key.number) : undefined,
  );
}

const runningFirst = sql`CASE ${cycle.phase} WHEN 'active' THEN 0 WHEN 'draft' THEN 1 ELSE 2 END`;

/** What is searched for: words of a title, key or team, and the project whose teams come first. */
export type KeyResultSearch = {
  text: string;
  projectId: ProjectId | null;
  prefix: Prefix;
  within?: SearchedWithin;
};
/** Narrows a search to these cycles, or to those that have a day in common with a span, and to other teams than this one. */
export type SearchedWithin = { notTeamId: TeamId } & ({ cycleIds: readonly CycleId[] } | Span);

function isWithin(within: SearchedWithin | undefined): SQL | undefined {
  if (!within) return undefined;
  const inTime =
    'cycleIds' in within
      ? inArray(objective.cycleId, [...within.cycleIds])
      : and(lte(cycle.startsOn, within.endsOn), gte(cycle.endsOn, within.startsOn));
  return and(inTime, ne(objective.teamId, within.notTeamId));
}

/** The number of the key result that a search names by its key; 0: none. */
export function numberNamed({ text, prefix }: Pick<KeyResultSearch, 'text' | 'prefix'>): number {
  const key = keyIn(text, prefix);
  return key?.of === 'key-result' ? key.number : 0;
}

function isOwn(projectId: ProjectId | null) {
  return sql<number>`(FIND_IN_SET(${projectId ?? ''}, ${team.projectIds}) > 0)`;
}

function isFound({ text, prefix, within }: KeyResultSearch, reader: AccountId): SQL | undefined {
  return and(
    eq(keyResult.removed, false),
    eq(objective.removed, false),
    ne(cycle.phase, 'closed'),
    visibleTo(reader),
    isWithin(within),
    ...wordsOf(text).map((word) => matches(word, prefix)),
  );
}

function likeliestFirst(search: KeyResultSearch): SQL {
  return sql`CASE WHEN ${keyResult.number} = ${numberNamed(search)} THEN 0 ELSE 1 END, CASE WHEN ${isOwn(search.projectId)} THEN 0 ELSE 1 END, ${runningFirst}, ${keyResult.number} LIMIT ${sql.raw(String(shown))}`;
}

/** The ids of the key results that `find` answers, as a query within another one. */
export function idsFound(db: Database, search: KeyResultSearch, reader: AccountId) {
  const found = db
    .select({ id: keyResult.id })
    .from(keyResult)
    .innerJoin(objective, eq(objective.id, keyResult.objectiveId))
    .innerJoin(team, eq(team.id, objective.teamId))
    .innerJoin(cycle, eq(cycle.id, objective.cycleId))
    .where(isFound(search, reader))
    .orderBy(likeliestFirst(search))
    .as('likeliest');
  return db.select({ id: found.id }).from(found);
}

/** Finds key results to attach an issue to, and what else a macro can show. */
export function createKeyResultSearch(db: Database) {
  return {
    /**
     * Key results of cycles not closed that `reader` may see and that every word fits: title, objective, team, or the
     * key of either (`prefix` tells them apart). One asked for by its key comes first, then the project's own teams, then
     * running cycles.
     */
    async find(search: KeyResultSearch, reader: AccountId) {
      return db
        .select({
          keyResult: aliased(keyResult, 'k', ['id', 'number', 'title', 'owner']),
          objective: aliased(objective, 'o', ['id', 'number', 'title']),
          team: aliased(team, 't', ['id', 'name']),
          cycle: aliased(cycle, 'c', ['id', 'name', 'phase']),
        })
        .from(keyResult)
        .innerJoin(objective, eq(objective.id, keyResult.objectiveId))
        .innerJoin(team, eq(team.id, objective.teamId))
        .innerJoin(cycle, eq(cycle.id, objective.cycleId))
        .where(isFound(search, reader))
        .orderBy(likeliestFirst(search));
    },

    /**
     * Objectives of cycles not closed that `reader` may see and that every word fits: title, team, cycle or key; those
     * without key results too. One asked for by its key comes first, then running cycles.
     */
    async findObjectives(text: string, reader: AccountId, prefix: Prefix, within?: SearchedWithin) {
      const key = keyIn(text, prefix);
      const exact = key?.of === 'objective' ? key.number : 0;
      return db
        .select({
          objective: aliased(objective, 'o', ['id', 'number', 'title']),
          team: aliased(team, 't', ['id', 'name']),
          cycle: aliased(cycle, 'c', ['id', 'name', 'phase']),
        })
        .from(objective)
        .innerJoin(team, eq(team.id, objective.teamId))
        .innerJoin(cycle, eq(cycle.id, objective.cycleId))
        .where(
          and(
            eq(objective.removed, false),
            ne(cycle.phase, 'closed'),
            visibleTo(reader),
            isWithin(within),
            ...wordsOf(text).map((word) => objectiveMatches(word, prefix)),
          ),
        )
        .orderBy(
          sql`CASE WHEN ${objective.number} = ${exact} THEN 0 ELSE 1 END, ${runningFirst}, ${objective.number} LIMIT ${sql.raw(String(shown))}`,
        );
    },
  };
}
