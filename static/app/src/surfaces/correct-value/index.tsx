import { useModalInput } from '../../boot/modal-input';
import { CorrectModal } from '../../features/measuring/correct-modal';

export default function CorrectValueSurface() {
  const input = useModalInput();
  return <CorrectModal keyResultId={input.keyResultId()} checkInId={input.checkInId()} />;
}
