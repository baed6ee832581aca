import type { KeyResultOption, Output, Parsed } from '../../contract/calls';
import type { CyclePhase, SiteReading } from '../../contract/readings';
import { ok, type Result } from '../../contract/result';
import { dayIn } from '../../domain/dates';
import { topMismatch } from '../../domain/mismatch';
import { numberNamed } from '../../storage/key-result-search';
import type { KeyResultFacts, ObjectiveFacts } from '../../storage/records';
import type { Dependencies } from '../dependencies';

/**
 * Key results to choose from, the likeliest first: the one named by its key, the issue's own project, then running cycles. Two
 * statements, one after the other: the settings say which keys are objectives'. What does not fit together on each is computed
 * here, with the function every surface uses: thirty key results with all that was measured would be more than a reply may hold.
 */
export async function searchKeyResults(
  deps: Dependencies,
  { text, projectId, among }: Parsed<'key-result.search'>,
): Promise<Result<Output<'key-result.search'>>> {
  const { keyPrefix: prefix } = (await deps.settings.read()).site;
  const search = { text, projectId, prefix, ...(among && { within: among }) };
  const found = await deps.okrs.read({ by: 'search', ...search }, deps.me, { texts: false });
  const named = numberNamed(search);
  const options = found.objectives.flatMap((facts) =>
    facts.keyResults.map((keyResult) => ({
      rank: [
        keyResult.number === named ? 0 : 1,
        projectId !== null && facts.team.projectIds.includes(projectId) ? 0 : 1,
        phases[facts.cycle.phase],
        keyResult.number,
      ],
      option: {
        ...optionOf({ ...facts, keyResult }, prefix),
        mismatch: mismatchOf(deps, facts, keyResult, found.site),
      },
    })),
  );
  return ok({ options: options.sort((a, b) => compare(a.rank, b.rank)).map(({ option }) => option) });
}

/** What runs comes before what is planned, and that before what is being scored. */
const phases: Record<CyclePhase, number> = { active: 0, draft: 1, scoring: 2, closed: 2 };

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, index) => one !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function mismatchOf(
  { now }: Dependencies,
  { team, cycle }: ObjectiveFacts,
  keyResult: KeyResultFacts,
  { rules }: SiteReading,
) {
  const record = { ...keyResult, cadence: team.cadence, cycleStartsOn: cycle.startsOn };
  return topMismatch(record, rules, dayIn(team.timeZone, now));
}

type Named = {
  keyResult: Pick<KeyResultFacts, 'id' | 'number' | 'title' | 'owner'>;
  objective: Pick<ObjectiveFacts['objective'], 'id' | 'number' | 'title'>;
  team: Pick<ObjectiveFacts['team'], 'id' | 'name'>;
  cycle: Pick<ObjectiveFacts['cycle'], 'id' | 'name' | 'phase'>;
};

/** A found key result with the keys people say. */
export function optionOf(
  { keyResult, objective, team, cycle }: Named,
  prefix: SiteReading['keyPrefix'],
): KeyResultOption {
  return {
    id: keyResult.id,
    key: `${prefix.keyResult}-${keyResult.number}`,
    title: keyResult.title,
    owner: keyResult.owner,
    objective: { id: objective.id, key: `${prefix.objective}-${objective.number}`, title: objective.title },
    team: { id: team.id, name: team.name },
    cycle: { id: cycle.id, name: cycle.name, phase: cycle.phase },
  };
}
