/** What a drafted cycle still lacks before it starts, and who owes it (design §3.12). */
import type { AccountId, KeyResultId, ObjectiveId } from './ids';
import { whoOwes, type Owned } from './who-owes';

export const lacks = [
  'objectives',
  'objective-owner',
  'why',
  'key-results',
  'key-result-owner',
  'target',
  'source',
] as const;
/**
 * - `objectives`: the team has none in this cycle
 * - `why`: an objective does not say what it serves
 * - `target`: a key result is not measurable yet
 * - `source`: a key result does not say what counts and where its number comes from
 */
export type Lack = (typeof lacks)[number];

export type DraftedKeyResult = Owned & {
  id: KeyResultId;
  hasTarget: boolean;
  hasSource: boolean;
};
export type DraftedObjective = Owned & {
  id: ObjectiveId;
  hasWhy: boolean;
  keyResults: readonly DraftedKeyResult[];
};
/** A team's part of a drafted cycle. */
export type Drafted = { lead: AccountId | null; objectives: readonly DraftedObjective[] };

/** One thing that is missing. `owes` null: the team has no lead, so that nobody does. */
export type Missing = {
  lack: Lack;
  objectiveId: ObjectiveId | null;
  keyResultId: KeyResultId | null;
  owes: AccountId | null;
};

/**
 * Everything a team's draft lacks, objective by objective. The owner of an objective or key result owes what it lacks, the
 * team's lead where it has none, or its owner left. Source: design §3.12.
 */
export function missingOf({ lead, objectives }: Drafted): Missing[] {
  if (objectives.length === 0) {
    return [{ lack: 'objectives', objectiveId: null, keyResultId: null, owes: lead }];
  }
  return objectives.flatMap((objective) => {
    const missing: Missing[] = [];
    const at = { objectiveId: objective.id, keyResultId: null };
    if (objective.owner === null || objective.ownerLeft)
      missing.push({ lack: 'objective-owner', ...at, owes: lead });
    const owes = whoOwes(objective, lead);
    if (!objective.hasWhy) missing.push({ lack: 'why', ...at, owes });
    if (objective.keyResults.length === 0) missing.push({ lack: 'key-results', ...at, owes });
    return [...missing, ...objective.keyResults.flatMap((one) => missingOn(one, objective.id, lead))];
  });
}

function missingOn(keyResult: DraftedKeyResult, objectiveId: ObjectiveId, lead: AccountId | null): Missing[] {
  const { id, owner, ownerLeft, hasTarget, hasSource } = keyResult;
  const missing: Missing[] = [];
  const at = { objectiveId, keyResultId: id };
  if (owner === null || ownerLeft) missing.push({ lack: 'key-result-owner', ...at, owes: lead });
  const owes = whoOwes(keyResult, lead);
  if (!hasTarget) missing.push({ lack: 'target', ...at, owes });
  if (!hasSource) missing.push({ lack: 'source', ...at, owes });
  return missing;
}

/** How many of each are missing; those of which none is are left out. */
export function countMissing(missing: readonly Pick<Missing, 'lack'>[]): Partial<Record<Lack, number>> {
  const counts: Partial<Record<Lack, number>> = {};
  for (const { lack } of missing) counts[lack] = (counts[lack] ?? 0) + 1;
  return counts;
}
