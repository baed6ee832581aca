import type { KeyResultReading } from '../../../../../src/contract/readings';
import { addDays, type LocalDate } from '../../../../../src/domain/dates';
import type { KeyResultId } from '../../../../../src/domain/ids';
import type { SampleKeyResult, SampleKpi } from './company';
import { checkInDays } from './sample-dates';
import { requestOf, teamId } from './sample-ids';
import { accountOf, type Asked, type Step } from './step';

/** The values of a KPI up to `today`, one a week, the oldest first. */
export function sampleKpiValues(
  { values }: SampleKpi,
  today: LocalDate,
): { day: LocalDate; value: number }[] {
  const days = checkInDays(addDays(today, -7 * values.length - 2), today, 7, false);
  return values.flatMap((value, at) => (days[at] === undefined ? [] : [{ day: days[at], value }])).reverse();
}

const idOf = (slug: string) => `kpi:${slug}`;

/** Each KPI with its values. */
export function kpiSteps(asked: Asked): Step[] {
  const { company, ids, existing, today } = asked;
  return company.kpis.map((of) => {
    const id = ids<'kpi'>(idOf(of.slug));
    const inTeam = teamId(ids, of.team);
    const values = sampleKpiValues(of, today);
    const known = existing.kpis.find((one) => one.id === id);
    const { name, description, unit, min, max } = of;
    const owner = accountOf(asked, of.owner);
    const kpi = { name, description, owner, unit, min, max, cadence: 'weekly' as const };
    return {
      id,
      kind: 'kpi',
      makes: 1,
      title: name,
      needs: [inTeam],
      there: (known?.values.length ?? 0) >= values.length,
      run: async (call) => {
        if (!known) {
          const made = await call('kpi.create', {
            id,
            requestId: requestOf(id, 'create'),
            teamId: inTeam,
            kpi,
          });
          if (!made.ok) return made;
        }
        for (const { day, value } of values) {
          const valueId = ids<'check-in'>(`kpi-value:${of.slug}:${day}`);
          const said = { id: valueId, kpiId: id, day, value, note: '', source: 'sample' as const };
          const kept = await call('kpi.record', said);
          if (!kept.ok) return kept;
        }
        return { ok: true, value: null };
      },
    };
  });
}

/** That a key result takes its values from a KPI: it has them at once. */
export function followSteps(
  { ids }: Asked,
  keyResultId: KeyResultId,
  { fromKpi, title, slug }: SampleKeyResult,
  known: KeyResultReading | undefined,
): Step[] {
  if (fromKpi === undefined) return [];
  const kpiId = ids<'kpi'>(idOf(fromKpi));
  return [
    {
      id: `source:${keyResultId}`,
      kind: 'source',
      makes: 1,
      title,
      needs: [keyResultId, kpiId],
      there: known?.checkIns.some(({ source }) => source === 'kpi') ?? false,
      run: (call) => {
        const id = ids<'source'>(`source:${slug}`);
        const source = { kind: 'kpi' as const, kpiId };
        return call('number-source.save', {
          id,
          version: 0,
          requestId: requestOf(id, 'save'),
          keyResultId,
          source,
          why: '',
        });
      },
    },
  ];
}
