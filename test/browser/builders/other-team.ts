import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Input } from '../../../src/contract/calls';
import * as id from '../../../src/contract/inputs';
import type { CycleId, KeyResultId, ObjectiveId, TeamId } from '../../../src/domain/ids';
import { dayFromNow } from './days';
import { people, type Person } from './people';
import type { World } from './world';

/** A team beside the world's own, with one objective and one key result. */
export type OtherTeam = {
  id: TeamId;
  name: string;
  lead: Person;
  objective: { id: ObjectiveId; title: string };
  keyResult: { id: KeyResultId; title: string };
};

const saved = z.object({ id: z.string() });

/** Makes so many teams without anything, at the top; answers their names. */
export async function bareTeams({ site, word }: World, count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, at) => `Bare ${at + 1} ${word}`);
  for (const name of names) {
    await site.call(people.marta, 'team.create', newTeam(id.teamId.parse(randomUUID()), { name }), saved);
  }
  return names;
}

type Team = Input<'team.create'>['team'];

/** What to ask for a team nobody is in, at the top, but for what is said. */
function newTeam(teamId: TeamId, about: Partial<Team> & { name: string }): Input<'team.create'> {
  const nothing = { level: 'team' as const, parentId: null, lead: null, members: [], projectIds: [] };
  const team = { ...nothing, timeZone: 'Europe/London', cadence: 'weekly' as const, ...about };
  return { id: teamId, requestId: id.requestId.parse(randomUUID()), team };
}

/** Makes a team that `lead` leads, with an objective and a key result in the world's cycle, or in `cycleId`. */
export async function otherTeam(
  { site, word, cycle }: World,
  name: string,
  {
    lead = people.marta,
    level = 'team',
    title = 'Nothing breaks at night',
    measure = 'Outages',
    cycleId = cycle.id,
  }: {
    lead?: Person;
    level?: 'organisation' | 'department' | 'team';
    title?: string;
    measure?: string;
    cycleId?: CycleId;
  } = {},
): Promise<OtherTeam> {
  const account = id.accountId.parse(lead.id);
  const requestId = () => id.requestId.parse(randomUUID());
  const team = { id: id.teamId.parse(randomUUID()), name: `${name} ${word}` };
  const objective = { id: id.objectiveId.parse(randomUUID()), title: `${title} ${word}` };
  const keyResult = { id: id.keyResultId.parse(randomUUID()), title: `${measure} from 40 to 4 ${word}` };
  await site.call(lead, 'team.create', newTeam(team.id, { name: team.name, level, lead: account }), saved);
  await site.call(
    lead,
    'objective.create',
    {
      id: objective.id,
      requestId: requestId(),
      teamId: team.id,
      cycleId,
      objective: { title: objective.title, why: '', owner: account, restricted: false, viewers: [] },
    },
    saved,
  );
  await site.call(
    lead,
    'key-result.create',
    {
      id: keyResult.id,
      requestId: requestId(),
      objectiveId: objective.id,
      keyResult: {
        title: keyResult.title,
        owner: account,
        definition: {
          metric: { kind: 'decrease', start: 40, target: 4 },
          behaviour: { kind: 'level', averageOverDays: null },
          unit: { kind: 'plain' },
          startsOn: dayFromNow(-45),
          dueOn: dayFromNow(45),
          commitment: 'committed',
          indicator: null,
          weight: 1,
          checkpoints: [],
          measuredEvery: { kind: 'cadence' },
          definition: '',
        },
      },
    },
    saved,
  );
  return { ...team, lead, objective, keyResult };
}

/** Says what an objective serves, as somebody who may. */
export async function serves(
  { site }: World,
  by: Person,
  objective: { id: ObjectiveId },
  parent: { kind: 'objective'; id: ObjectiveId } | { kind: 'key-result'; id: KeyResultId },
): Promise<void> {
  const asked = {
    id: id.alignmentId.parse(randomUUID()),
    version: 0,
    requestId: id.requestId.parse(randomUUID()),
  };
  await site.call(by, 'objective.serve', { ...asked, objectiveId: objective.id, serves: parent }, saved);
}
