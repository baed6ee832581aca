import type { Directory, Parsed } from '../../contract/calls';
import type { SiteReading, TeamProfile } from '../../contract/readings';
import { ok, type Result } from '../../contract/result';
import { viewer, type Who } from '../../policies/actor';
import { mayAddCycle } from '../../policies/team-policy';
import type { CycleRecord, TeamRecord } from '../../storage/records';
import type { Dependencies } from '../dependencies';
import { presentTeam } from '../present';

/** Teams, cycles, and what this person may add, from what was read. */
export function presentDirectory(
  { teams, profiles }: { teams: readonly TeamRecord[]; profiles: TeamProfile[] },
  cycles: CycleRecord[],
  who: Who,
  { newTeam }: Pick<SiteReading, 'newTeam'>,
): Directory {
  return {
    newTeam,
    profiles,
    teams: teams.map((team) => presentTeam(team, who)),
    cycles,
    me: { okrLead: who.okrLead, canAddTeam: true, canAddCycle: mayAddCycle(who, teams) },
  };
}

/** Site-wide lists for pickers: three statements, side by side. */
export async function readDirectory(
  deps: Dependencies,
  _input: Parsed<'directory.read'>,
): Promise<Result<Directory>> {
  const [named, cycles, { site }, who] = await Promise.all([
    deps.teams.listWithProfiles(),
    deps.cycles.list(),
    deps.settings.read(),
    viewer(deps.actor),
  ]);
  return ok(presentDirectory(named, cycles, who, site));
}
