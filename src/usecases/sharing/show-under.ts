import type { Output, Parsed } from '../../contract/calls';
import type { SiteReading } from '../../contract/readings';
import { ok, refuse, type Result } from '../../contract/result';
import { overlaps } from '../../domain/cycle-parts';
import { mayShowUnder, mayTakeAway } from '../../policies/sharing-policy';
import type { PlacedKeyResult, PlacedObjective } from '../../storage/records';
import { actOf, changesBetween, saved, unlessPermitted, unlessSame, type Refused } from '../acts';
import type { Dependencies } from '../dependencies';

/**
 * Shows a key result beneath an objective of another team, or takes it away. One row says so and nothing else is touched: the key
 * result keeps its home, its owner and its numbers. Both ends must be the person's to see. Source: design §3.5.
 */
export async function showUnder(
  deps: Dependencies,
  input: Parsed<'key-result.show-under'>,
): Promise<Result<Output<'key-result.show-under'>>> {
  const { id, version, keyResultId, objectiveId, shown } = input;
  const [home, objective, standing, { site }] = await Promise.all([
    deps.keyResults.find(keyResultId, deps.me),
    deps.objectives.find(objectiveId, deps.me),
    deps.sharedKeyResults.find(keyResultId, objectiveId),
    deps.settings.read(),
  ]);
  if (!objective || objective.removed) {
    return refuse('not-found', 'This objective is not there. Open the page again.');
  }
  if (!home || home.removed || home.objectiveRemoved) {
    return refuse('not-found', 'This key result is not there. Choose another.', 'keyResultId');
  }
  const act = actOf(deps, 'key-result.show-under', input);
  const outcome = standing && (await deps.acts.settled(standing.id, standing, act, version));
  // What was taken away nobody reads any more: whoever shows it again need not know of that row.
  const again = shown && version === 0 && standing?.shown === false;
  if (outcome && !(outcome.kind === 'changed' && again)) return saved(standing.id, outcome);
  const refused = await unlessPermitted(
    deps,
    (who) => (shown ? mayShowUnder(who, objective) : mayTakeAway(who, objective, home)),
    shown
      ? 'Only the objective’s owner, its team’s lead or an OKR lead can show a key result here. Ask one of them.'
      : 'Only who writes the objective or the key result can take it away. Ask one of them.',
  );
  const wrong = refused ?? refusePlace(objective, home, shown) ?? unlessSame(standing, id, version);
  if (wrong) return wrong;
  const was = standing?.shown ?? false;
  if (was === shown) {
    return standing
      ? ok({ id: standing.id, version })
      : refuse('not-found', 'It is not shown there any more. Open the page again.');
  }
  const row = { id: standing?.id ?? id, basedOn: again ? standing.version : version };
  const named = keysOf(home, objective, site.keyPrefix);
  const detail = changesBetween(
    { shown: was, ...(was && named) },
    { shown, ...(was ? { keyResult: null, under: null } : named) },
  );
  const values = { keyResultId, objectiveId, shown };
  return saved(row.id, await deps.sharedKeyResults.save(row.id, row.basedOn, values, act, detail));
}

/** Both ends as history names them; a restricted one is not named, since the other side is read by people who may not see it. */
function keysOf(home: PlacedKeyResult, under: PlacedObjective, prefix: SiteReading['keyPrefix']) {
  return {
    ...(!home.objective.restricted && { keyResult: `${prefix.keyResult}-${home.keyResult.number}` }),
    ...(!under.objective.restricted && { under: `${prefix.objective}-${under.objective.number}` }),
  };
}

/** A closed cycle stays as it is; a key result of one's own is beneath its objective already; a cycle it has no day in cannot need it. */
function refusePlace(under: PlacedObjective, home: PlacedKeyResult, shown: boolean): Refused | null {
  if (under.cycle.phase === 'closed') {
    return refuse('closed', 'This cycle is closed, so its objectives stay as they are.');
  }
  if (!shown) return null;
  if (under.team.id === home.team.id) {
    return refuse(
      'invalid',
      'This key result belongs to the same team. Choose one of another team.',
      'keyResultId',
    );
  }
  return overlaps(under.cycle, home.cycle)
    ? null
    : refuse(
        'invalid',
        'Its cycle has no day in common with this one. Choose a key result of the same time.',
        'keyResultId',
      );
}
