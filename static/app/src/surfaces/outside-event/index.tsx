import { useModalInput } from '../../boot/modal-input';
import { EventModal } from '../../features/key-result/event-modal';

export default function OutsideEventSurface() {
  const input = useModalInput();
  return <EventModal keyResultId={input.keyResultId()} eventId={input.eventId()} />;
}
