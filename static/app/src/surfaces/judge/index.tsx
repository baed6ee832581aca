import { useModalInput } from '../../boot/modal-input';
import { JudgeModal } from '../../features/impact/judge-modal';

export default function JudgeSurface() {
  const input = useModalInput();
  return <JudgeModal keyResultId={input.keyResultId()} initiativeId={input.initiativeId()} />;
}
