import { eq } from 'drizzle-orm';
import type { TeamId, TeamProfileId } from '../domain/ids';
import type { Act, Outcome } from './change';
import type { ChangeDetail } from './columns';
import type { Database } from './database';
import { saveOnly } from './save-only';
import { teamProfile } from './schema';

/** What a team says of itself, with its last change. */
export type TeamProfileRow = typeof teamProfile.$inferSelect;
export type TeamProfileValues = Pick<TeamProfileRow, 'mission' | 'priorities' | 'spaceId'>;

/** Missions, priorities and spaces of teams, one row for each team. Their history is the team's. */
export function createTeamProfileRepository(db: Database) {
  const find = async (teamId: TeamId): Promise<TeamProfileRow | undefined> => {
    const [row] = await db.select().from(teamProfile).where(eq(teamProfile.teamId, teamId));
    return row;
  };
  return {
    find,

    /** The first time (`basedOn` 0) is one INSERT, later ones one guarded UPDATE. */
    async save(
      id: TeamProfileId,
      basedOn: number,
      teamId: TeamId,
      values: TeamProfileValues,
      act: Act,
      detail: ChangeDetail,
    ): Promise<Outcome> {
      return saveOnly(
        db,
        teamProfile,
        'team',
        { id, basedOn, act, detail },
        {
          insert: (first) => db.insert(teamProfile).values({ id, teamId, ...values, ...first }),
          update: (last, guard) =>
            db
              .update(teamProfile)
              .set({ ...values, ...last })
              .where(guard),
          find: () => find(teamId),
        },
      );
    },
  };
}
