import { useModalInput } from '../../boot/modal-input';
import { HypothesisModal } from '../../features/attach/hypothesis-modal';

export default function HypothesisSurface() {
  const input = useModalInput();
  return <HypothesisModal keyResultId={input.keyResultId()} initiativeId={input.initiativeId()} />;
}
