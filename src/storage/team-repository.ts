import { and, asc, eq, sql } from 'drizzle-orm';
import type { TeamProfile } from '../contract/readings';
import type { AccountId, TeamId, TeamProfileId } from '../domain/ids';
import { aliased, type Joined } from './aliased';
import { changeColumns, changeRow, type Act, type Outcome } from './change';
import type { ChangeDetail } from './columns';
import { createRow } from './create-row';
import type { Database } from './database';
import type { TeamRecord } from './records';
import { team, teamProfile } from './schema';
import { teamColumns, teamProfileColumns } from './selections';

export type TeamRow = typeof team.$inferSelect;
/** What a person says about a team. */
export type TeamValues = Omit<TeamRecord, 'id' | 'version'>;

/** A row without its last change. */
export function toTeam(row: TeamRow): TeamRecord {
  const { id, version, name, level, parentId, lead, members, projectIds, timeZone, cadence, archived } = row;
  return { id, version, name, level, parentId, lead, members, projectIds, timeZone, cadence, archived };
}

export function createTeamRepository(db: Database) {
  const find = async (id: TeamId): Promise<TeamRow | undefined> => {
    const [row] = await db.select().from(team).where(eq(team.id, id));
    return row;
  };
  return {
    find,

    /** All teams, by name. */
    async list(): Promise<TeamRecord[]> {
      const rows = await db.select().from(team).orderBy(asc(team.name), asc(team.id));
      return rows.map(toTeam);
    },

    /** The same, and what they say of themselves, in one statement. */
    async listWithProfiles(): Promise<{ teams: TeamRecord[]; profiles: TeamProfile[] }> {
      const rows = await db
        .select({
          team: aliased(team, 't', teamColumns),
          profile: aliased(teamProfile, 'p', teamProfileColumns),
        })
        .from(team)
        .leftJoin(teamProfile, eq(teamProfile.teamId, team.id))
        .orderBy(asc(team.name), asc(team.id));
      const profiles: Joined<TeamProfile & { id: TeamProfileId }>[] = rows.map(({ profile }) => profile);
      return {
        teams: rows.map((row) => row.team),
        profiles: profiles.flatMap((profile) => (profile.id === null ? [] : [profile])),
      };
    },

    /** Whether this person leads any team. */
    async leadsAny(person: AccountId): Promise<boolean> {
      const rows = await db
        .select({ id: team.id })
        .from(team)
        .where(and(eq(team.lead, person), eq(team.archived, false)))
        .orderBy(sql`${team.id} LIMIT 1`);
      return rows.length > 0;
    },

    async create(id: TeamId, values: TeamValues, act: Act): Promise<Outcome> {
      return createRow(
        db,
        { id, act },
        () => db.insert(team).values({ id, ...values, ...changeColumns(act, 1, []) }),
        () => find(id),
      );
    },

    async change(
      id: TeamId,
      basedOn: number,
      values: Partial<TeamValues>,
      act: Act,
      detail: ChangeDetail,
    ): Promise<Outcome> {
      return changeRow(
        db,
        team,
        'team',
        { id, basedOn, act, detail },
        (last, guard) =>
          db
            .update(team)
            .set({ ...values, ...last })
            .where(guard),
        () => find(id),
      );
    },
  };
}
