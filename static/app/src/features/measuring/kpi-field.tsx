import type { KpiId } from '../../../../../src/domain/ids';
import type { Unit } from '../../../../../src/domain/metric';
import { Choice } from '../../components/choice';
import { Notice } from '../../components/notice';
import { Read } from '../../components/read';
import { kpiWords as words } from '../../messages/en/kpi';
import { useWords } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';

type Props = {
  unit: Unit;
  value: KpiId | null;
  onChoose: (id: KpiId) => void;
  error: string | null;
};

/** A KPI to follow: those of the same unit. */
export function KpiField({ unit, value, onChoose, error }: Props) {
  const { t } = useWords();
  const reading = useCall('kpi.list', { teamId: null });
  const sameUnit = JSON.stringify(unit);
  return (
    <Read reading={reading}>
      {({ kpis }) => {
        const fitting = kpis.filter((kpi) => JSON.stringify(kpi.unit) === sameUnit);
        if (kpis.length === 0) return <Notice tone="info">{t(words.noneToFollow)}</Notice>;
        return (
          <Choice<KpiId>
            label={t(words.which)}
            hint={t(words.chooseKpi)}
            error={error}
            value={value}
            options={fitting.map(({ id, name, team }) => ({ value: id, label: `${name} · ${team.name}` }))}
            onChoose={onChoose}
          />
        );
      }}
    </Read>
  );
}
