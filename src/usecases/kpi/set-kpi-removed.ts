import type { Output, Parsed } from '../../contract/calls';
import { ok, type Result } from '../../contract/result';
import { changesBetween, saved } from '../acts';
import type { Dependencies } from '../dependencies';
import { beginKpiAct } from './begin-kpi-act';

/** Takes a KPI away, or brings it back with its values. Key results keep what they got from it. */
export async function setKpiRemoved(
  deps: Dependencies,
  input: Parsed<'kpi.set-removed'>,
): Promise<Result<Output<'kpi.set-removed'>>> {
  const begun = await beginKpiAct(deps, 'kpi.set-removed', input);
  if (!begun.goOn) return begun.answer;
  const { row, act } = begun;
  const { removed } = input;
  if (row.removed === removed) return ok({ id: row.id, version: row.version });
  const detail = changesBetween({ removed: row.removed }, { removed });
  return saved(row.id, await deps.kpis.change(row.id, input.version, { removed }, act, detail));
}
