import { useModalInput } from '../../boot/modal-input';
import { AttachManyModal } from '../../features/attach/attach-many-modal';

export default function AttachManySurface() {
  return <AttachManyModal keyResultId={useModalInput().keyResultId()} />;
}
