import type { KpiReading } from '../../../../../src/contract/kpi-calls';
import type { KpiId, KpiValueId } from '../../../../../src/domain/ids';
import type { KpiValue } from '../../../../../src/domain/kpi';
import { todayIn } from '../../boot/place-context';
import { Read } from '../../components/read';
import { useAct } from '../../rpc/use-act';
import { useCall } from '../../rpc/use-call';
import { CorrectForm } from '../measuring/correct-form';

/** Says that a KPI's value was wrong: for the key results that follow it, too. */
export function CorrectKpiModal({ kpiId, valueId }: { kpiId: KpiId; valueId: KpiValueId }) {
  const reading = useCall('kpi.read', { id: kpiId });
  return (
    <Read reading={reading}>
      {({ kpi, corrections }) => {
        const value = kpi.values.find(({ id }) => id === valueId);
        const turn = corrections.filter(({ about }) => about === valueId).length + 1;
        return value && <Correct kpi={kpi} value={value} turn={turn} />;
      }}
    </Read>
  );
}

function Correct({ kpi, value, turn }: { kpi: KpiReading; value: KpiValue; turn: number }) {
  const act = useAct('kpi.correct');
  return (
    <CorrectForm
      name={kpi.name}
      value={value.value}
      on={value.day}
      today={todayIn(kpi.team.timeZone)}
      unit={kpi.unit}
      act={act}
      onSave={async (right, why) => {
        const said = { kpiId: kpi.id, kpiValueId: value.id, turn, value: right, why };
        const answer = await act.run(({ id }) => ({ id: id(), ...said }));
        return answer?.ok === true;
      }}
    />
  );
}
