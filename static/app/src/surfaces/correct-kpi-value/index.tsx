import { useModalInput } from '../../boot/modal-input';
import { CorrectKpiModal } from '../../features/kpi/correct-kpi-modal';

export default function CorrectKpiValueSurface() {
  const input = useModalInput();
  return <CorrectKpiModal kpiId={input.kpiId()} valueId={input.checkInId()} />;
}
