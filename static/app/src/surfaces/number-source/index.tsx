import { useModalInput } from '../../boot/modal-input';
import { SourceModal } from '../../features/measuring/source-modal';

export default function NumberSourceSurface() {
  return <SourceModal keyResultId={useModalInput().keyResultId()} />;
}
