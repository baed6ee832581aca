import { useModalInput } from '../../boot/modal-input';
import { CheckInModal } from '../../features/check-in/check-in-modal';

export default function CheckInSurface() {
  return <CheckInModal keyResultId={useModalInput().keyResultId()} />;
}
