import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import type { CycleId, TeamId } from '../../domain/ids';
import { enclosingCycles } from '../../domain/serves';
import { mayEditObjective } from '../../policies/objective-policy';
import { servesOf, type AlignmentValues } from '../../storage/alignment-repository';
import { actOf, already, changesBetween, saved, unlessPermitted, type Refused } from '../acts';
import type { Dependencies } from '../dependencies';

type Serves = Parsed<'objective.serve'>['serves'];
type Place = { team: { id: TeamId }; cycle: { id: CycleId } };

/**
 * Says what an objective serves: one thing of another team, in its cycle or one that holds it, or nothing and why. Both ends must be
 * the person's to see. A circle is refused as far as it can be seen now; one that two people close at the same moment is shown on the
 * map (docs/decisions/0023). Source: design §3.11.
 */
export async function serveObjective(
  deps: Dependencies,
  input: Parsed<'objective.serve'>,
): Promise<Result<Output<'objective.serve'>>> {
  const { id, version, objectiveId, serves } = input;
  const [place, standing] = await Promise.all([
    deps.objectives.find(objectiveId, deps.me),
    deps.alignments.find(objectiveId),
  ]);
  if (!place || place.removed)
    return refuse('not-found', 'This objective is not there. Open the page again.');
  const act = actOf(deps, 'objective.serve', input);
  const done = standing && (await already(deps, standing.id, standing, act, version));
  if (done) return done;
  const refused = await unlessPermitted(
    deps,
    (who) => mayEditObjective(who, place),
    'Only the objective’s owner, the team’s lead or an OKR lead can say what it serves. Ask one of them.',
  );
  if (refused) return refused;
  if (place.cycle.phase === 'closed') {
    return refuse('closed', 'This cycle is closed, so its objectives stay as they are.');
  }
  const found = await parentOf(deps, serves);
  if (!found.ok) return found;
  const { parent, values } = found.value;
  const wrong =
    parent && ((await refusePlace(deps, place, parent)) ?? (await refuseCircle(deps, objectiveId, values)));
  if (wrong) return wrong;
  const detail = changesBetween({ serves: servesOf(standing ?? null) }, { serves });
  if (detail.length === 0)
    return standing ? ok({ id: standing.id, version }) : refuse('invalid', 'Choose what it serves.');
  const rowId = standing?.id ?? id;
  return saved(rowId, await deps.alignments.save(rowId, version, objectiveId, values, act, detail));
}

/** What is to be stored, and where the thing served belongs; null for nothing. */
async function parentOf(
  deps: Dependencies,
  serves: Serves,
): Promise<Result<{ parent: Place | null; values: AlignmentValues }>> {
  const gone = refuse('not-found', 'What it should serve is not there. Choose something else.', 'serves');
  switch (serves.kind) {
    case 'objective': {
      const parent = await deps.objectives.find(serves.id, deps.me);
      if (!parent || parent.removed) return gone;
      return ok({
        parent,
        values: { kind: 'objective', parentObjectiveId: serves.id, parentKeyResultId: null, why: '' },
      });
    }
    case 'key-result': {
      const parent = await deps.keyResults.find(serves.id, deps.me);
      if (!parent || parent.removed || parent.objectiveRemoved) return gone;
      const parentObjectiveId = parent.objective.id;
      return ok({
        parent,
        values: { kind: 'key-result', parentObjectiveId, parentKeyResultId: serves.id, why: '' },
      });
    }
    case 'none':
    case 'unsaid': {
      const why = serves.kind === 'none' ? serves.why : '';
      return ok({
        parent: null,
        values: { kind: serves.kind, parentObjectiveId: null, parentKeyResultId: null, why },
      });
    }
  }
}

async function refusePlace(deps: Dependencies, place: Place, parent: Place): Promise<Refused | null> {
  if (parent.team.id === place.team.id) {
    return refuse(
      'invalid',
      'This belongs to the same team. Choose an objective or key result of another team.',
      'serves',
    );
  }
  const cycles = await deps.cycles.list();
  if (enclosingCycles(place.cycle.id, cycles).includes(parent.cycle.id)) return null;
  return refuse(
    'invalid',
    'This lies in another cycle. Choose something of the same cycle, or of a longer one that holds it.',
    'serves',
  );
}

async function refuseCircle(
  deps: Dependencies,
  objectiveId: Parsed<'objective.serve'>['objectiveId'],
  { parentObjectiveId }: AlignmentValues,
): Promise<Refused | null> {
  const above = parentObjectiveId === null ? [] : await deps.alignments.above(parentObjectiveId);
  return above.includes(objectiveId)
    ? refuse(
        'invalid',
        'This would go in a circle: it serves this objective already. Choose something above it.',
        'serves',
      )
    : null;
}
