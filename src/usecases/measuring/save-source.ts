import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import type { KpiId } from '../../domain/ids';
import type { Unit } from '../../domain/metric';
import { mayEditKeyResult } from '../../policies/key-result-policy';
import type { NumberSourceValues } from '../../storage/number-source-repository';
import type { ChangeDetail } from '../../storage/columns';
import { actOf, already, changesBetween, saved, unlessPermitted, type Refused } from '../acts';
import type { Dependencies } from '../dependencies';
import { followAtOnce } from '../kpi/keep-followers';
import { placeToRead } from '../initiative/place-to-read';
import { previewSearch, whoSaysWhere } from './preview-source';

type Save = Parsed<'number-source.save'>;
type Place = NonNullable<Awaited<ReturnType<typeof placeToRead>>>;

/**
 * Says where a key result's number comes from, or that people enter it. A search must be one Jira runs for the person saving
 * it, and may not select issues attached to the key result nor what is beneath them: the law (design §1). Values recorded
 * before stay, each with its source.
 * Refuses: `not-found`, `not-allowed`, `closed`, `invalid`, `changed`, `exists`, `jira-unavailable`.
 */
export async function saveSource(
  deps: Dependencies,
  input: Save,
): Promise<Result<Output<'number-source.save'>>> {
  const { id, version, keyResultId, source, why } = input;
  const [place, standing] = await Promise.all([
    placeToRead(deps, keyResultId),
    deps.numberSources.of(keyResultId),
  ]);
  if (!place) return refuse('not-found', 'This key result is not there. Open the page again.');
  const act = actOf(deps, 'number-source.save', input, why);
  const done = standing && (await already(deps, standing.id, standing, act, version));
  if (done) {
    // A retry of what was cut off: the values may be missing still.
    if (done.ok && source.kind === 'kpi') await followAtOnce(deps, source.kpiId);
    return done;
  }
  const refused =
    (await unlessPermitted(deps, (who) => mayEditKeyResult(who, place), whoSaysWhere)) ??
    (await refuseSource(deps, place, source));
  if (refused) return refused;
  const values = valuesOf(source);
  const before = standing ?? valuesOf({ kind: 'person' });
  const changes = changesBetween(before, values);
  if (standing && changes.length === 0) return ok({ id: standing.id, version });
  const detail = [...changes, ...(await namesOf(deps, before.kpiId, values.kpiId))];
  // There is one for each key result: whoever changes it need not know its id.
  const row = standing?.id ?? id;
  const outcome = await deps.numberSources.save(row, version, keyResultId, values, act, detail);
  if (outcome.kind === 'saved' && source.kind === 'kpi') await followAtOnce(deps, source.kpiId);
  return saved(row, outcome);
}

/** The KPIs before and now as they are called today: history says which. */
async function namesOf(
  { kpis }: Pick<Dependencies, 'kpis'>,
  before: KpiId | null,
  now: KpiId | null,
): Promise<ChangeDetail> {
  if (before === now) return [];
  const name = async (id: KpiId | null) => (id && (await kpis.find(id))?.name) ?? null;
  const [from, to] = await Promise.all([name(before), name(now)]);
  return changesBetween({ kpi: from }, { kpi: to });
}

function valuesOf(source: Save['source']): NumberSourceValues {
  const none = { kind: source.kind, jql: '', every: null, kpiId: null };
  if (source.kind === 'jql') return { ...none, jql: source.jql, every: source.every };
  return source.kind === 'kpi' ? { ...none, kpiId: source.kpiId } : none;
}

async function refuseSource(
  deps: Dependencies,
  place: Place,
  source: Save['source'],
): Promise<Refused | null> {
  const { cycle, keyResult } = place;
  if (cycle.phase === 'closed') {
    return refuse('closed', 'This cycle is closed, so its key results stay as they are.');
  }
  if (source.kind === 'person') return null;
  if (keyResult.definition.metric.kind === 'milestones') {
    return refuse(
      'invalid',
      'This key result has milestones and no number: a person says which are reached.',
    );
  }
  if (source.kind === 'kpi') return refuseKpi(deps, keyResult.definition.unit, source.kpiId);
  const found = await previewSearch(deps, place, source.jql, 'source.jql');
  if (!found.ok) return found;
  if (!found.value.conflict) return null;
  return refuse(
    'invalid',
    'This search finds issues attached to this key result, or issues beneath them, so finishing them would move its number. Change the search, or detach them.',
    'source.jql',
  );
}

async function refuseKpi(
  { kpis }: Pick<Dependencies, 'kpis'>,
  unit: Unit,
  kpiId: KpiId,
): Promise<Refused | null> {
  const kpi = await kpis.find(kpiId);
  if (!kpi || kpi.removed) {
    return refuse('not-found', 'This KPI is not there any more. Choose another.', 'source.kpiId');
  }
  if (JSON.stringify(kpi.unit) === JSON.stringify(unit)) return null;
  return refuse(
    'invalid',
    'This KPI is measured in another unit than the key result. Choose one of the same unit.',
    'source.kpiId',
  );
}
