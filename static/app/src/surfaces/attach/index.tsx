import { useModalInput } from '../../boot/modal-input';
import { AttachModal } from '../../features/attach/attach-modal';

export default function AttachSurface() {
  const input = useModalInput();
  return (
    <AttachModal issueId={input.issueId()} issueKey={input.text('issueKey')} projectId={input.projectId()} />
  );
}
