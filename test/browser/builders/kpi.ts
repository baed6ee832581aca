import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import * as id from '../../../src/contract/inputs';
import { people } from './people';
import type { World } from './world';

/** A KPI of the world's team, healthy up to 4 %, that nobody has measured yet. */
export async function makeKpi(world: World, name: string) {
  const kpiId = id.kpiId.parse(randomUUID());
  const kpi = {
    name,
    description: '',
    owner: id.accountId.parse(people.priya.id),
    unit: { kind: 'percent' as const },
    min: null,
    max: 4,
    cadence: 'weekly' as const,
  };
  const requestId = id.requestId.parse(randomUUID());
  const input = { id: kpiId, requestId, teamId: world.team.id, kpi };
  await world.site.call(people.priya, 'kpi.create', input, z.object({ id: z.string() }));
  return { id: kpiId, name };
}
