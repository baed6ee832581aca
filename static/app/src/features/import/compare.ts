import type { Directory } from '../../../../../src/contract/calls';
import type { AccountId } from '../../../../../src/domain/ids';
import { call } from '../../rpc/call';
import { readProjects } from '../../rpc/jira-projects';
import { namesOf } from '../../rpc/names-of';
import { readIssuesOf } from '../../rpc/read-issues-of';
import { planWorld } from '../portable/plan-world';
import { readWorld } from '../portable/read-world';
import type { WorldPlan } from '../portable/world-step';
import { peopleIn, type World } from '../portable/world';
import { issueHere } from './issue-here';
import type { DataFile } from './read-any';

export type Compared = {
  plan: WorldPlan;
  /** People of the file whom this Jira does not know. */ missing: AccountId[];
};
type Asked = {
  data: DataFile;
  directory: Directory;
  onPlace: (place: number, places: number) => void;
  stopped: () => boolean;
};

/** Reads what of a file is here, and works out what is left to do. Null: it was stopped. Throws Refused and JiraError. */
export async function compare({ data, directory, onPlace, stopped }: Asked): Promise<Compared | null> {
  const { world: file, placesOnly } = data;
  const known = <T extends { id: string }>(all: readonly T[], id: string) => all.some((one) => one.id === id);
  const places = [...file.objectives, ...file.retrospectives]
    .map(({ teamId, cycleId }) => ({ teamId, cycleId }))
    .filter(
      ({ teamId, cycleId }, at, all) =>
        at === all.findIndex((one) => one.teamId === teamId && one.cycleId === cycleId),
    )
    .filter(({ teamId, cycleId }) => known(directory.teams, teamId) && known(directory.cycles, cycleId));
  const onRead = (_objectives: number, place: number) => onPlace(place, places.length);
  const read = await readWorld({ call, directory, places, stopped, onRead });
  if (read === null) return null;
  const now: World = {
    ...read,
    teams: directory.teams.map(({ version: _version, can: _can, ...team }) => team),
    cycles: directory.cycles.map(({ version: _version, ...cycle }) => cycle),
  };
  const people = peopleIn(file);
  const [names, issues, projects] = await Promise.all([
    namesOf(people, { strict: true }),
    readIssuesOf(
      file.initiatives.flatMap(({ issueId, issueKey }) => [issueId, ...(issueKey === '' ? [] : [issueKey])]),
    ),
    readProjects([...new Set(file.teams.flatMap(({ projectIds }) => projectIds))]),
  ]);
  const plan = planWorld({
    file,
    now,
    placesOnly,
    issueOf: (one) => issueHere(one, issues),
    isHere: (person) => [...names.keys()].some((id) => id === person),
    hasProject: (project) => projects.some(({ id }) => id === project),
  });
  return { plan, missing: people.filter((id) => !names.has(id)) };
}
