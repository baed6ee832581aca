import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/dates';
import type { AccountId, CycleId, DigestId, ObjectiveId, TeamId } from '../domain/ids';
import { aliased } from './aliased';
import { appendOnce } from './append-once';
import type { Outcome } from './change';
import type { Database } from './database';
import { cycle, digest, objective, team } from './schema';
import { visibleTo } from './visibility';

export type DigestRow = typeof digest.$inferSelect;
/** Whose, and of which cycle. */
export type DigestPlace = { teamId: TeamId; cycleId: CycleId };

/** More of one team's cycle are left out, the oldest first: weekly ones of nearly two years. */
const mostListed = 100;

/** Digests of check-ins, append-only. Who may read which part of one is asked at each reading. */
export function createDigestRepository(db: Database) {
  return {
    /** A digest with the names its team and cycle have now; undefined: it is not there. */
    async find(id: DigestId) {
      const [row] = await db
        .select({
          digest: aliased(digest, 'd', [
            'id',
            'heldOn',
            'since',
            'endedAt',
            'endedBy',
            'note',
            'content',
            'contentHash',
          ]),
          team: aliased(team, 't', ['id', 'name', 'timeZone']),
          cycle: aliased(cycle, 'c', ['id', 'name']),
        })
        .from(digest)
        .innerJoin(team, eq(team.id, digest.teamId))
        .innerJoin(cycle, eq(cycle.id, digest.cycleId))
        .where(eq(digest.id, id));
      return row;
    },

    /** Those of these objectives that `reader` may see, removed ones included; each says whether it is restricted. */
    async visible(
      ids: readonly ObjectiveId[],
      reader: AccountId,
    ): Promise<{ id: ObjectiveId; restricted: boolean }[]> {
      if (ids.length === 0) return [];
      return db
        .select({
          id: sql`${objective.id}`.mapWith(objective.id).as('objective_id'),
          restricted: objective.restricted,
        })
        .from(objective)
        .innerJoin(team, eq(team.id, objective.teamId))
        .where(and(inArray(objective.id, [...ids]), visibleTo(reader)));
    },

    /** The last 100 of a team's cycle, the latest first, without what they say. */
    async list({ teamId, cycleId }: DigestPlace) {
      return db
        .select({ id: digest.id, heldOn: digest.heldOn, endedAt: digest.endedAt, endedBy: digest.endedBy })
        .from(digest)
        .where(and(eq(digest.teamId, teamId), eq(digest.cycleId, cycleId)))
        .orderBy(
          sql`${digest.heldOn} DESC, ${digest.endedAt} DESC, ${digest.id} DESC LIMIT ${sql.raw(String(mostListed))}`,
        );
    },

    /** The last digest of a meeting up to this day, with what it says; undefined: there is none. */
    async before({ teamId, cycleId }: DigestPlace, heldOn: LocalDate): Promise<DigestRow | undefined> {
      const [row] = await db
        .select()
        .from(digest)
        .where(and(eq(digest.teamId, teamId), eq(digest.cycleId, cycleId), lte(digest.heldOn, heldOn)))
        .orderBy(desc(digest.heldOn), sql`${digest.endedAt} DESC LIMIT 1`);
      return row;
    },

    /** One INSERT decides; the id is the act's own. Never changed afterwards. */
    async keep(row: DigestRow): Promise<Outcome> {
      return appendOnce(
        { by: row.endedBy, contentHash: row.contentHash },
        () => db.insert(digest).values(row),
        async () => {
          const [standing] = await db
            .select({ by: digest.endedBy, contentHash: digest.contentHash })
            .from(digest)
            .where(eq(digest.id, row.id));
          return standing;
        },
      );
    },
  };
}
