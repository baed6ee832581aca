import type { ObjectiveId } from '../../src/domain/ids';
import type { Installation } from './installation';
import { people } from './world';

/** What was done to an objective and all beneath it, each once: between the two statements of a change the last one is in two places. */
export async function historyOf(site: Installation, objectiveId: ObjectiveId): Promise<string[]> {
  const within = { kind: 'objective', id: objectiveId } as const;
  const filter = { entity: null, by: null, within, from: null, to: null, before: null };
  const found = await site.repositories.siteHistory.read(filter, people.lead, 100);
  const once = new Map(found.map((entry) => [`${entry.entityId} ${entry.requestId}`, entry]));
  return [...once.values()].map(({ entity, act }) => `${entity} ${act}`).sort();
}
