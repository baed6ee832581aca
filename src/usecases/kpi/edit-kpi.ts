import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { checkKpi } from '../../domain/kpi';
import { changesBetween, refusedBy, saved } from '../acts';
import type { Dependencies } from '../dependencies';
import { beginKpiAct } from './begin-kpi-act';
import { wordsOf } from './present-kpi';

/** Changes a KPI: its words, its range, how often it is measured. Its unit stays: values would mean something else. */
export async function editKpi(
  deps: Dependencies,
  input: Parsed<'kpi.edit'>,
): Promise<Result<Output<'kpi.edit'>>> {
  const begun = await beginKpiAct(deps, 'kpi.edit', input);
  if (!begun.goOn) return begun.answer;
  const { row, act } = begun;
  if (row.removed) return refuse('not-found', 'This KPI was removed. Bring it back to change it.');
  const wrong = refusedBy(checkKpi(input.kpi), 'kpi');
  if (wrong) return wrong;
  const before = wordsOf(row);
  if (JSON.stringify(before.unit) !== JSON.stringify(input.kpi.unit)) {
    return refuse(
      'invalid',
      'The unit stays what it is, since the values are in it: make a new KPI.',
      'kpi.unit',
    );
  }
  const detail = changesBetween(before, input.kpi);
  if (detail.length === 0) return ok({ id: row.id, version: row.version });
  return saved(row.id, await deps.kpis.change(row.id, input.version, input.kpi, act, detail));
}
